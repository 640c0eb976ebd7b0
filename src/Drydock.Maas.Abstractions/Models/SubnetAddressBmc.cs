namespace Drydock.Maas.Models;

/// <summary>A management controller that uses an address.</summary>
public sealed record SubnetAddressBmc : MaasObject
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The power driver.</summary>
    public string? PowerType { get; init; }

    /// <summary>The machines it switches.</summary>
    public IReadOnlyList<SubnetAddressNode> Nodes { get => field ?? []; init; }
}
