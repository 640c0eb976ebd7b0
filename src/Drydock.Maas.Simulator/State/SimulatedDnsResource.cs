using System.Net;

namespace Drydock.Maas.Simulator.State;

/// <summary>A name in a domain with its addresses.</summary>
internal sealed class SimulatedDnsResource
{
    public required int Id { get; init; }

    public required string Name { get; set; }

    public required SimulatedDomain Domain { get; set; }

    public List<IPAddress> Addresses { get; } = [];

    public DateTimeOffset Created { get; init; }

    public string Fqdn => $"{Name}.{Domain.Name}";
}
