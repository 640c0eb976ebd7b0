namespace Drydock.Maas.Design;

/// <summary>An address of a node on a network.</summary>
public sealed record NodeAddress
{
    /// <summary>The network's name.</summary>
    public string Network { get; init; } = "";

    /// <summary>static or dhcp.</summary>
    public string Type { get; init; } = "";

    /// <summary>The address, when static.</summary>
    public string? Address { get; init; }

    /// <summary>The address, by which it is compared; that of a management controller may have a scheme and a port. Null when it is none.</summary>
    internal IPNumber? Number => IPNumber.Parse(Address) ?? IPNumber.Parse(ControllerAddress.Parse(Address)?.Host);

    /// <summary>Network and address, or how the address is given.</summary>
    public override string ToString() => $"{Network} {Address ?? Type}";
}
