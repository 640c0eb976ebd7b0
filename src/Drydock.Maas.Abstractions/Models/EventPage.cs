namespace Drydock.Maas.Models;

/// <summary>A page of events, the newest first (events/?op=query).</summary>
public sealed record EventPage : MaasObject
{
    /// <summary>Number of events on the page.</summary>
    public int Count { get; init; }

    /// <summary>The events.</summary>
    public IReadOnlyList<MaasEvent> Events { get => field ?? []; init; }

    /// <summary>The path of the page with newer events.</summary>
    public string? NextUri { get; init; }

    /// <summary>The path of the page with older events.</summary>
    public string? PrevUri { get; init; }
}
