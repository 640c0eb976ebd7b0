namespace Drydock.Maas.Models;

/// <summary>The node that uses an address.</summary>
public sealed record SubnetAddressNode : MaasObject
{
    /// <summary>The node.</summary>
    public string? SystemId { get; init; }

    /// <summary>The kind of node as MAAS's number.</summary>
    public int NodeType { get; init; }

    /// <summary>Host name with domain.</summary>
    public string? Fqdn { get; init; }

    /// <summary>The short name.</summary>
    public string? Hostname { get; init; }

    /// <summary>Whether it is part of another node.</summary>
    public bool IsContainer { get; init; }

    /// <summary>The interface's name.</summary>
    public string? Via { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Fqdn ?? Hostname ?? "";
}
