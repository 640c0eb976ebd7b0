namespace Drydock.Maas.Design;

/// <summary>A top-of-rack switch.</summary>
public sealed record TorSwitch
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its management address.</summary>
    public string? ManagementIP { get; init; }

    /// <summary>Its controller's API.</summary>
    public string? SdnApiUri { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
