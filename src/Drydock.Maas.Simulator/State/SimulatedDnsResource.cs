using System.Net;

namespace Drydock.Maas.Simulator.State;

/// <summary>A name in a domain with its addresses.</summary>
internal sealed class SimulatedDnsResource
{
    public required int Id { get; init; }

    public required string Name { get; set; }

    public required SimulatedDomain Domain { get; set; }

    public List<IPAddress> Addresses { get; } = [];

    /// <summary>How long its addresses are valid, in seconds; null for the domain's.</summary>
    public int? AddressTtl { get; set; }

    public string Fqdn => Name == "@" ? Domain.Name : $"{Name}.{Domain.Name}";
}
