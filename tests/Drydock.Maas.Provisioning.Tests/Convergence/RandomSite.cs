using Drydock.Maas.Design;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.Nodes.Network;
using Drydock.Maas.Provisioning.Tests.Nodes.Storage;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.Builders.StorageDesign;

namespace Drydock.Maas.Provisioning.Tests.Convergence;

/// <summary>Designs by chance of one site with one node: networks, interfaces, storage and platform all vary.</summary>
internal sealed class RandomSite(Random random)
{
    private static readonly string[] Tags = ["compute", "gpu", "edge"];

    private readonly string _domain = random.Next(2) == 0 ? "lab.example" : "other.example";

    /// <summary>A design whose node uses all the hardware, so that the simulated machine has it.</summary>
    public static SiteDesign Hardware()
    {
        var node = new DrydockNode
        {
            Name = "node1",
            BootMac = NodeDesign.BootMac,
            Interfaces = [.. Enumerable.Range(1, 5).Select(i => Nic($"eno{i}", "pxe", "pxe"))],
            StorageDevices = [Disk("sda", Root("20g")), Disk("sdb", Partition("a", "1g", "/a")), Disk("sdc", Partition("b", "1g", "/b"))],
        };
        return new([GetNetwork("pxe", "10.1.0.0/24") with { Ranges = [Dhcp("10.1.0.100", "10.1.0.150")] }], [RackDesign.Pxe], [node]);
    }

    public static SiteDesign Next(Random random) => new RandomSite(random).Create();

    private SiteDesign Create()
    {
        var network = RandomNetworkDesign.Next(random);
        var storage = RandomStorageDesign.Next(random);
        var node = new DrydockNode
        {
            Name = "node1",
            Domain = _domain,
            BootMac = NodeDesign.BootMac,
            PrimaryNetwork = network.PrimaryNetwork,
            Interfaces = network.Interfaces,
            Addressing = network.Addressing,
            StorageDevices = storage.StorageDevices,
            VolumeGroups = storage.VolumeGroups,
            Raids = storage.Raids,
            Bcaches = storage.Bcaches,
            Tags = [.. Tags.Where(_ => random.Next(2) == 0)],
            KernelParameterString = Any("", "quiet", "console=ttyS1"),
        };
        return new([.. network.Site.Networks.Select(Vary)], network.Site.NetworkLinks, [node]);
    }

    private Design.Network Vary(Design.Network network)
    {
        var isIPv6 = network.Name == "six";
        var prefix = isIPv6 ? "fd00:5::" : network.Cidr.Split("0/")[0];
        IReadOnlyList<NetworkRoute> routes = network.Name == "mgmt" && random.Next(2) == 0
            ? [.. network.Routes, Route("10.3.0.0/24", $"{prefix}2", random.Next(1, 3))]
            : network.Routes;
        return network with
        {
            Mtu = Any<int?>(network.Mtu, 1500, 9000),
            DnsServers = Any<IReadOnlyList<string>>([], [$"{prefix}5"], [$"{prefix}6", $"{prefix}5"]),
            DnsDomain = network.Name == "mgmt" ? _domain : Any("lab.example", "other.example", ""),
            Ranges = isIPv6 ? [] : Ranges(network, prefix),
            Routes = routes,
        };
    }

    private IReadOnlyList<NetworkRange> Ranges(Design.Network network, string prefix)
    {
        IReadOnlyList<NetworkRange> reserved =
            random.Next(2) == 0 ? [] : [Reserved($"{prefix}{random.Next(200, 220)}", $"{prefix}{random.Next(221, 240)}")];
        return network.Name == "pxe"
            ? [Dhcp($"{prefix}{random.Next(90, 110)}", $"{prefix}{random.Next(120, 190)}"), .. reserved]
            : reserved;
    }

    private T Any<T>(params T[] choices) => choices[random.Next(choices.Length)];
}
