using System.Net;

namespace Drydock.Maas.Simulator.State;

/// <summary>An address that a user keeps for himself, be it by reserving it or by naming it in DNS.</summary>
internal sealed class SimulatedAddress
{
    public required int Id { get; init; }

    public required IPAddress Address { get; init; }

    /// <summary>The subnet it was taken from; null for one outside of all.</summary>
    public SimulatedSubnet? Subnet { get; set; }

    public required SimulatedUser? User { get; set; }

    public required DateTimeOffset Created { get; init; }
}
