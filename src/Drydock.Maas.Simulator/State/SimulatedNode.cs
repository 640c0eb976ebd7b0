namespace Drydock.Maas.Simulator.State;

/// <summary>The part that machines, devices and controllers have in common.</summary>
internal abstract class SimulatedNode
{
    public required int Id { get; init; }

    public required string SystemId { get; init; }

    public required string Hostname { get; set; }

    public string Description { get; set; } = "";

    public required SimulatedDomain Domain { get; set; }

    public required SimulatedZone Zone { get; set; }

    /// <summary>For instance <c>amd64/generic</c>; null for a region controller that never said.</summary>
    public string? Architecture { get; set; } = "amd64/generic";

    public SimulatedUser? Owner { get; set; }

    public List<SimulatedTag> Tags { get; } = [];

    public List<SimulatedInterface> Interfaces { get; } = [];

    public string Fqdn => $"{Hostname}.{Domain.Name}";

    /// <summary>MAAS's number: 0 machine, 1 device, 2 rack controller, 3 region controller, 4 both.</summary>
    public abstract int NodeType { get; }

    /// <summary>What it may be called by.</summary>
    public string[] Names => [Hostname, SystemId, Fqdn];
}
