using Drydock.Maas.Provisioning.Observe;

namespace Drydock.Maas.Provisioning.Tests.Observe;

public sealed class DeviceNamesTests
{
    [Fact]
    public void An_alias_is_found_by_bus_address()
    {
        var names = DeviceNames.Find(Lshw.Profile(("prim_nic01", "0000:00:03.0", "pci")), Lshw.Nic("pci@0000:00:03.0", "ens3"));
        Assert.Equal("ens3", names.Resolve("prim_nic01"));
    }

    [Fact]
    public void The_bus_type_counts()
    {
        var names = DeviceNames.Find(Lshw.Profile(("disk1", "2:0.0.0", "ide")), Lshw.Disk("scsi@2:0.0.0", "/dev/sda"));
        Assert.Equal("disk1", names.Resolve("disk1"));
    }

    [Fact]
    public void A_disks_name_is_the_last_part_of_its_path()
    {
        var names = DeviceNames.Find(Lshw.Profile(("bootdisk", "2:0.0.0", "scsi")), Lshw.Disk("scsi@2:0.0.0", "/dev/sda"));
        Assert.Equal("sda", names.Resolve("bootdisk"));
    }

    [Fact]
    public void An_expression_matches_a_network_device_from_the_start_of_its_address()
    {
        var lshw = Lshw.List(
            Lshw.Node("disk", "pci@0000:3f:00.0", "/dev/nvme0"),
            Lshw.Node("network", "pci@0000:0a:3f.0", "ens1"),
            Lshw.Node("network", "pci@0000:3f:00.0", "ens2"));
        var names = DeviceNames.Find(Lshw.Profile(("nic", @"regexp:0000:3f:\d\d\.0", "pci")), lshw);
        Assert.Equal("ens2", names.Resolve("nic"));
    }

    [Fact]
    public void The_first_of_several_matches_is_taken()
    {
        var lshw = Lshw.List(Lshw.Node("network", "pci@0000:01:00.0", "ens1"), Lshw.Node("network", "pci@0000:02:00.0", "ens2"));
        Assert.Equal("ens1", DeviceNames.Find(Lshw.Profile(("nic", "regexp:0000:.*", "pci")), lshw).Resolve("nic"));
    }

    [Fact]
    public void A_name_that_is_no_alias_stands_for_itself()
    {
        var names = DeviceNames.Find(Lshw.Profile(("nic", "0000:00:03.0", "pci")), Lshw.Nic("pci@0000:00:03.0", "ens3"));
        Assert.Equal("eno1", names.Resolve("eno1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("<list>")]
    [InlineData("lshw: command not found")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><list/>")]
    public void Without_a_readable_lshw_every_alias_stands_for_itself(string? lshw) =>
        Assert.Equal("nic", DeviceNames.Find(Lshw.Profile(("nic", "0000:00:03.0", "pci")), lshw).Resolve("nic"));

    [Fact]
    public void Without_a_profile_there_are_no_aliases() =>
        Assert.Equal("nic", DeviceNames.Find(null, Lshw.Nic("pci@0000:00:03.0", "ens3")).Resolve("nic"));
}
