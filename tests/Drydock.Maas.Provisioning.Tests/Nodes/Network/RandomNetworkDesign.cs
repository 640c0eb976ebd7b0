using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Tests.Builders;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Network;

/// <summary>Designs by chance for a machine of five NICs: each is plain, in one of two bonds, or unmentioned,
/// and what there is may have bridges on it.</summary>
internal sealed class RandomNetworkDesign(Random random)
{
    private readonly NetworkLink _bonded = RackDesign.Bonded with { Bonding = Bonding(random) };
    private readonly List<NodeInterface> _interfaces = [];
    private readonly Queue<string> _networks = new(Shuffle(["mgmt", "data", "store", "six"], random));

    public static DrydockNode Next(Random random) => new RandomNetworkDesign(random).Create();

    private DrydockNode Create()
    {
        var useBond = random.Next(3) > 0;
        var roles = Enumerable.Range(1, 5).Select(i => (Nic: $"eno{i}", Role: random.Next(4))).ToLookup(x => x.Role, x => x.Nic);
        if (useBond)
            AddBonds(roles);
        else if (roles[2].FirstOrDefault() is { } nic)
            _interfaces.Add(Nic(nic, "gp", Some(4)));
        if (roles[0].FirstOrDefault() is { } pxe)
            _interfaces.Add(Nic(pxe, "pxe", "pxe"));
        foreach (var nic in _interfaces.ToList())
            AddBridges(nic);
        var addresses = _interfaces.SelectMany(i => i.Networks).Distinct().Select(Address).OfType<NodeAddress>();
        return RackDesign.Node(useBond ? _bonded : RackDesign.Gp, _interfaces, [.. addresses]);
    }

    private void AddBonds(ILookup<int, string> roles)
    {
        foreach (var role in new[] { 1, 2 }.Where(r => roles[r].Any()))
            _interfaces.Add(Bond($"bond{role}", "gp", [.. roles[role]], Some(2)));
    }

    /// <summary>A bridge over the interface, with some of its networks or none, and one over a network of it.</summary>
    private void AddBridges(NodeInterface nic)
    {
        var taken = nic.Networks.Where(_ => random.Next(3) == 0).ToList();
        if (random.Next(3) == 0)
        {
            var name = Any($"br-{nic.Name}", $"br{_interfaces.Count(i => i.Bridge is not null)}");
            _interfaces.Add(NetworkDesign.Bridge(name, nic.Name, [.. taken]) with { Bridge = Settings() });
        }

        var tagged = nic.Networks.FirstOrDefault(n => n is not ("mgmt" or "pxe") && !taken.Contains(n));
        if (tagged is not null && random.Next(2) == 0)
            _interfaces.Add(NetworkDesign.Bridge($"br-{tagged}", $"{nic.Name}/{tagged}") with { Bridge = Settings() });
    }

    private BridgeSettings Settings() => new()
    {
        Type = Any("standard", "standard", "ovs"), Stp = random.Next(3) == 0, ForwardDelay = Any(15, 15, 4),
    };

    private T Any<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private string[] Some(int limit) => [.. Enumerable.Range(0, random.Next(limit + 1)).Select(_ => _networks.Dequeue())];

    private NodeAddress? Address(string network) => random.Next(3) switch
    {
        0 => FromDhcp(network),
        1 => Static(
            network, (network == "six" ? "fd00:5::" : RackDesign.Subnet(network).Cidr.Split("0/")[0]) + random.Next(10, 12)),
        _ => null,
    };

    private static LinkBonding Bonding(Random random) => new()
    {
        Mode = random.Next(2) == 0 ? "802.3ad" : "active-backup",
        MonitorInterval = random.Next(2) == 0 ? null : 200,
        PeerRate = random.Next(2) == 0 ? null : "slow",
        TransmitHash = random.Next(2) == 0 ? null : "layer3+4",
    };

    private static string[] Shuffle(string[] items, Random random)
    {
        random.Shuffle(items);
        return items;
    }
}
