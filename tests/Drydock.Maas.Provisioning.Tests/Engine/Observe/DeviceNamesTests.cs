using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Tests.Engine.Observe;

public sealed class DeviceNamesTests
{
    [Fact]
    public void An_alias_is_found_by_bus_address()
    {
        var names = Find(Lshw.Profile(("prim_nic01", "0000:00:03.0", "pci")), Lshw.Nic("pci@0000:00:03.0", "ens3"));
        Assert.Equal("ens3", names.Resolve("prim_nic01"));
    }

    [Fact]
    public void The_bus_type_counts()
    {
        var names = Find(Lshw.Profile(("disk1", "2:0.0.0", "ide")), Lshw.Disk("scsi@2:0.0.0", "/dev/sda"));
        Assert.Equal("disk1", names.Resolve("disk1"));
    }

    [Fact]
    public void A_disks_name_is_the_last_part_of_its_path()
    {
        var names = Find(Lshw.Profile(("bootdisk", "2:0.0.0", "scsi")), Lshw.Disk("scsi@2:0.0.0", "/dev/sda"));
        Assert.Equal("sda", names.Resolve("bootdisk"));
    }

    [Fact]
    public void An_expression_matches_a_network_device_from_the_start_of_its_address()
    {
        var lshw = Lshw.List(
            Lshw.Node("disk", "pci@0000:3f:00.0", "/dev/nvme0"),
            Lshw.Node("network", "pci@0000:0a:3f.0", "ens1"),
            Lshw.Node("network", "pci@0000:3f:00.0", "ens2"));
        var names = Find(Lshw.Profile(("nic", @"regexp:0000:3f:\d\d\.0", "pci")), lshw);
        Assert.Equal("ens2", names.Resolve("nic"));
    }

    [Fact]
    public void The_first_of_several_matches_is_taken()
    {
        var lshw = Lshw.List(Lshw.Node("network", "pci@0000:01:00.0", "ens1"), Lshw.Node("network", "pci@0000:02:00.0", "ens2"));
        Assert.Equal("ens1", Find(Lshw.Profile(("nic", "regexp:0000:.*", "pci")), lshw).Resolve("nic"));
    }

    [Fact]
    public void A_name_that_is_no_alias_stands_for_itself()
    {
        var names = Find(Lshw.Profile(("nic", "0000:00:03.0", "pci")), Lshw.Nic("pci@0000:00:03.0", "ens3"));
        Assert.Equal("eno1", names.Resolve("eno1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("<list>")]
    [InlineData("lshw: command not found")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><list/>")]
    public void Without_a_readable_lshw_every_alias_stands_for_itself(string? lshw) =>
        Assert.Equal("nic", Find(Lshw.Profile(("nic", "0000:00:03.0", "pci")), lshw).Resolve("nic"));

    /// <summary>A card may have both ports at one address.</summary>
    [Fact]
    public void Two_aliases_of_one_address_have_a_port_each_in_their_order()
    {
        var lshw = Lshw.List(Lshw.Node("network", "pci@0000:03:00.0", "ens1"), Lshw.Node("network", "pci@0000:03:00.0", "ens1d1"));
        var names = Find(Lshw.Profile(("port1", "0000:03:00.0", "pci"), ("disk", "2:0.0.0", "scsi"), ("port2", "0000:03:00.0", "pci")), lshw);
        Assert.Equal(["ens1", "ens1d1"], [names.Resolve("port1"), names.Resolve("port2")]);
    }

    /// <summary>Commissioned again with the storage kept: lshw has the kernel's new names, MAAS its old ones.</summary>
    [Fact]
    public void A_disk_goes_by_its_serial_number_where_MAAS_knows_it()
    {
        var machine = new Machine
        {
            BlockDevices = [Disk("sda", "S1"), Disk("sdb", "S2")],
            Interfaces = [new NetworkInterface { Name = "eno1", Type = "physical", MacAddress = "52:54:00:00:00:01" }],
        };
        var lshw = Lshw.List(
            Lshw.Node("disk", "scsi@2:0.0.0", "/dev/sdb", "S1"),
            Lshw.Node("disk", "scsi@3:0.0.0", "/dev/sda", "S2"),
            Lshw.Node("network", "pci@0000:03:00.0", "eth7", "52:54:00:00:00:01"));
        var profile = Lshw.Profile(("boot", "2:0.0.0", "scsi"), ("data", "3:0.0.0", "scsi"), ("nic", "0000:03:00.0", "pci"));
        var names = Find(profile, lshw, machine);
        Assert.Equal(["sda", "sdb", "eno1"], [names.Resolve("boot"), names.Resolve("data"), names.Resolve("nic")]);
    }

    [Fact]
    public void A_disk_whose_serial_number_tells_nothing_goes_by_its_name()
    {
        var machine = new Machine { BlockDevices = [Disk("sda", "S1"), Disk("sdb", "S1"), Disk("sdc", null)] };
        var lshw = Lshw.List(Lshw.Node("disk", "scsi@2:0.0.0", "/dev/sdb", "S1"), Lshw.Node("disk", "scsi@3:0.0.0", "/dev/sdc", "S9"));
        var names = Find(Lshw.Profile(("path2", "2:0.0.0", "scsi"), ("data", "3:0.0.0", "scsi")), lshw, machine);
        Assert.Equal(["sdb", "sdc"], [names.Resolve("path2"), names.Resolve("data")]);
    }

    [Fact]
    public void Without_a_profile_there_are_no_aliases() =>
        Assert.Equal("nic", Find(null, Lshw.Nic("pci@0000:00:03.0", "ens3")).Resolve("nic"));

    /// <summary>The names of a node that uses aliases of PCI devices for NICs, and the others for disks.</summary>
    private static DeviceNames Find(HardwareProfile? profile, string? lshw, Machine? machine = null, IReadOnlyList<CommissionedDisk>? disks = null)
    {
        var aliases = profile?.DeviceAliases ?? [];
        var node = Lshw.Node(
            profile, [.. aliases.Where(a => a.BusType == "pci").Select(a => a.Alias)], [.. aliases.Where(a => a.BusType != "pci").Select(a => a.Alias)]);
        return DeviceNames.Find(node, lshw, disks, machine ?? new Machine());
    }

    private static BlockDevice Disk(string name, string? serial) => new() { Name = name, Type = "physical", Serial = serial };
}
