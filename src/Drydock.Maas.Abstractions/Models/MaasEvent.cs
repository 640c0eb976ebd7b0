using System.Globalization;
using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>An event of a node (events/?op=query).</summary>
public sealed record MaasEvent : MaasObject
{
    /// <summary>The address of the MAAS it was read from; it goes with the object into CSV, JSON and Clixml.</summary>
    [JsonIgnore]
    public Uri? MaasUrl => Origin?.Url;

    /// <summary>The identifier; it grows with time.</summary>
    public int Id { get; init; }

    /// <summary>The node's system id.</summary>
    public string? Node { get; init; }

    /// <summary>The node's name.</summary>
    public string? Hostname { get; init; }

    /// <summary>DEBUG, INFO, WARNING, ERROR, CRITICAL or AUDIT.</summary>
    public string Level { get => field ?? ""; init; }

    /// <summary>What kind of event it is, in words.</summary>
    public string Type { get => field ?? ""; init; }

    /// <summary>What happened.</summary>
    public string? Description { get; init; }

    /// <summary>The user that did it.</summary>
    [JsonPropertyName("username")]
    public string? Username { get; init; }

    /// <summary>When it happened, as MAAS wrote it: UTC, or the server's own time where <see cref="IsServerTime"/> is set.</summary>
    [JsonPropertyName("created")]
    public string? CreatedText { get; init; }

    /// <summary>
    /// Whether <see cref="Created"/> is the server's own time read as though it were UTC: MAAS before 3.6 does not tell its zone.
    /// </summary>
    [JsonIgnore]
    public bool IsServerTime { get; init; }

    /// <summary>When it happened; null when MAAS's text cannot be read.</summary>
    [JsonIgnore]
    [JsonPropertyName("created_at")]
    public DateTimeOffset? Created => DateTimeOffset.TryParse(
        CreatedText?.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        ? time
        : null;

    /// <summary>What happened.</summary>
    public override string ToString() => $"{Type}: {Description}";
}

/// <summary>A page of events, the newest first (events/?op=query).</summary>
public sealed record EventPage : MaasObject
{
    /// <summary>Number of events on the page.</summary>
    public int Count { get; init; }

    /// <summary>The events.</summary>
    public IReadOnlyList<MaasEvent> Events { get => field ?? TextList<MaasEvent>.Empty; init => field = TextList<MaasEvent>.From(value); }

    /// <summary>The path of the page with newer events.</summary>
    public string? NextUri { get; init; }

    /// <summary>The path of the page with older events.</summary>
    public string? PrevUri { get; init; }
}
