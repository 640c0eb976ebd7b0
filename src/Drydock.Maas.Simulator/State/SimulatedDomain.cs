namespace Drydock.Maas.Simulator.State;

internal sealed class SimulatedDomain
{
    public required int Id { get; init; }

    public required string Name { get; set; }

    public bool Authoritative { get; set; } = true;

    /// <summary>Seconds, or null for the server's default.</summary>
    public int? Ttl { get; set; }

    public bool IsDefault { get; set; }
}
