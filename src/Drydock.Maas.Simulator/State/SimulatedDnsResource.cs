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

/// <summary>A record of a name that is not an address: a CNAME, MX, TXT and so on.</summary>
internal sealed class SimulatedDnsRecord
{
    public required int Id { get; init; }

    public required SimulatedDnsResource Resource { get; init; }

    /// <summary>For instance <c>TXT</c>.</summary>
    public required string Type { get; set; }

    /// <summary>Everything to the right of the type.</summary>
    public required string Data { get; set; }

    /// <summary>How long it is valid, in seconds; null for the domain's.</summary>
    public int? Ttl { get; set; }
}
