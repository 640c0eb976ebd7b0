namespace Drydock.Maas.Design;

/// <summary>A rack (drydock/Rack/v1); for people's information only.</summary>
public sealed record Rack
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its switches.</summary>
    public IReadOnlyList<TorSwitch> TorSwitches { get; init => field = TextList<TorSwitch>.From(value); } = TextList<TorSwitch>.Empty;

    /// <summary>Where it stands.</summary>
    public IReadOnlyDictionary<string, string> RackLocation { get; init => field = TextMap<string>.From(value); } = TextMap<string>.Empty;

    /// <summary>Networks local to it.</summary>
    public IReadOnlyList<string> LocalNetworks { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Where the document stands.</summary>
    public DocumentLocation? Location { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
