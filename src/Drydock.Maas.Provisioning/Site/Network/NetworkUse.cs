using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>The use of what could be removed.</summary>
internal sealed record NetworkUse
{
    /// <summary>Addresses in use, by the subnet's id.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<SubnetAddress>> Addresses { get; init; } = new Dictionary<int, IReadOnlyList<SubnetAddress>>();

    /// <summary>Ids of VLANs that interfaces of machines, devices or controllers are on.</summary>
    public IReadOnlySet<int> Vlans { get; init; } = new HashSet<int>();

    /// <summary>Ids of subnets that such interfaces are linked to, with an address or without.</summary>
    public IReadOnlySet<int> Subnets { get; init; } = new HashSet<int>();

    public IReadOnlyList<SubnetAddress> FindAddresses(Subnet subnet) => Addresses.GetValueOrDefault(subnet.Id) ?? [];
}
