using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Drift;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.Engine.Observe;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;

namespace Drydock.Maas.Provisioning.Tests.Drift;

/// <summary>What stays on NICs and disks that a design does not mention is told, also where the design has only aliases.</summary>
public sealed class ExtraNodePartTests
{
    private static readonly HardwareProfile Profile = Lshw.Profile(("nic", "0000:03:00.0", "pci"), ("disk", "2:0.0.0", "scsi"));

    private static readonly Machine Machine = Machines.Named("node1") with
    {
        Interfaces = [Linked("eno1", "10.1.0.5"), Linked("eno2", "10.1.0.6")],
        BlockDevices = [Partitioned("sda"), Partitioned("sdb")],
    };

    [Fact]
    public void Of_devices_whose_aliases_are_known_the_others_are_told() => Assert.Equal(
        ["Link eno2", "Partition sdb/7"],
        Extras(Lshw.List(Lshw.Node("network", "pci@0000:03:00.0", "eno1"), Lshw.Node("disk", "scsi@2:0.0.0", "/dev/sda"))));

    [Fact]
    public void Where_an_alias_is_not_known_nobody_can_tell() => Assert.Empty(Extras(null));

    private static IEnumerable<string> Extras(string? lshw)
    {
        var node = NodeDesign.InSite(new DrydockNode
        {
            Name = "node1",
            HardwareProfile = Profile,
            Interfaces = [Nic("nic", "pxe", "pxe")],
            StorageDevices = [new StorageDevice { Name = "disk" }],
        });
        return ExtraNodeParts.Find(node, Machine, DeviceNames.Find(node, lshw, null, Machine), new HashSet<string>())
            .Select(d => $"{d.ResourceKind} {d.Resource}");
    }

    private static NetworkInterface Linked(string name, string address) => new()
    {
        Name = name, Type = "physical", Links = [new() { Mode = "static", IPAddress = address, Subnet = new Subnet { Cidr = "10.1.0.0/24" } }],
    };

    private static BlockDevice Partitioned(string name) => new() { Name = name, Type = "physical", Partitions = [new() { Id = 7 }] };
}
