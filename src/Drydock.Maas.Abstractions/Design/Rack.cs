namespace Drydock.Maas.Design;

/// <summary>A rack (drydock/Rack/v1); for people's information only.</summary>
public sealed record Rack
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its switches.</summary>
    public IReadOnlyList<TorSwitch> TorSwitches { get; init; } = [];

    /// <summary>Where it stands.</summary>
    public IReadOnlyDictionary<string,string> RackLocation { get; init; } = new Dictionary<string,string>();

    /// <summary>Networks local to it.</summary>
    public IReadOnlyList<string> LocalNetworks { get; init; } = [];

    /// <summary>Where the document stands.</summary>
    public DocumentLocation? Location { get; init; }
}
