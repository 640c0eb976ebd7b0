using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Tests.Engine.Observe;

/// <summary>Aliases of devices that have the address of their controller, which lshw lists above them.</summary>
public sealed class ControllerDeviceTests
{
    private static readonly string Nvme = Lshw.List(Lshw.Node(
        "storage", "pci@0000:3b:00.0", "/dev/nvme0", null,
        Lshw.Node("disk", "", "hwmon2"), "<node class=\"disk\"><logicalname>/dev/ng0n1</logicalname></node>",
        Lshw.Node("disk", "nvme@0:1", "/dev/nvme0n1"), Lshw.Node("disk", "nvme@0:2", "/dev/nvme0n2")));

    [Theory]
    [InlineData("0000:3b:00.0")]
    [InlineData("0000:3B:00.0")]
    [InlineData("3b:00.0")]
    [InlineData("3B:0.0")]
    public void The_first_namespace_of_an_NVMe_controller_is_meant(string address) =>
        Assert.Equal("nvme0n1", Disks(Nvme, Pci("boot", address)).Resolve("boot"));

    [Fact]
    public void Two_aliases_of_a_controller_have_a_namespace_each()
    {
        var names = Disks(Nvme, Pci("boot", "0000:3b:00.0"), Pci("data", "3b:00.0"));
        Assert.Equal(["nvme0n1", "nvme0n2"], [names.Resolve("boot"), names.Resolve("data")]);
    }

    [Fact]
    public void A_virtual_disk_has_the_address_of_its_controller()
    {
        var lshw = Lshw.List(Lshw.Node("storage", "pci@0000:00:05.0", "", null, Lshw.Node("disk", "virtio@0", "/dev/vda")));
        Assert.Equal("vda", Disks(lshw, Pci("boot", "0000:00:05.0")).Resolve("boot"));
    }

    [Fact]
    public void A_virtual_NIC_has_the_address_of_its_controller()
    {
        var lshw = Lshw.List(Lshw.Node("network", "pci@0000:00:03.0", "", null, Lshw.Node("network", "virtio@0", "ens3", "52:54:00:00:00:01")));
        var node = Lshw.Node(Lshw.Profile(Pci("nic", "0000:00:03.0"), Pci("any", @"regexp:0000:00:03\.\d")), ["nic", "any"]);
        var names = DeviceNames.Find(node, lshw, null, new Machine());
        Assert.Equal(["ens3", "ens3"], [names.Resolve("nic"), names.Resolve("any")]);
    }

    [Fact]
    public void A_disk_that_is_mounted_has_its_own_name()
    {
        var lshw = Lshw.List("<node class=\"disk\"><businfo>scsi@2:0.0.0</businfo><logicalname>/</logicalname><logicalname>/dev/sda</logicalname></node>");
        Assert.Equal("sda", Disks(lshw, new DeviceAlias { Alias = "boot", Address = "2:0.0.0", BusType = "SCSI" }).Resolve("boot"));
    }

    [Fact]
    public void Of_a_controller_of_several_disks_nobody_knows_which_is_meant()
    {
        var lshw = Lshw.List(Lshw.Node("storage", "pci@0000:02:00.0", "scsi0", null, Lshw.Node("disk", "scsi@0:0.0.0", "/dev/sda"), Lshw.Node("disk", "scsi@0:1.0.0", "/dev/sdb")));
        var machine = new Machine { BlockDevices = [Disk("sda", "S1"), Disk("sdb", "S2")] };
        var error = Assert.Throws<NodeException>(() => Disks(lshw, machine, Pci("boot", "0000:02:00.0")).Resolve("boot"));
        Assert.Equal(ErrorIds.AmbiguousDevice, error.ErrorId);
        Assert.Contains("sda (serial S1, 960.2 GB), sdb (serial S2, 960.2 GB)", error.Message, StringComparison.Ordinal);
        var names = Disks(lshw, machine, Pci("boot", "0000:02:00.0"), Pci("data", "0000:02:00.0"));
        Assert.Equal(["sda", "sdb"], [names.Resolve("boot"), names.Resolve("data")]);
    }

    /// <summary>lshw of Ubuntu 20.04 lists the controller alone.</summary>
    [Fact]
    public void Where_lshw_lists_no_disk_commissioning_tells_it()
    {
        var lshw = Lshw.List(Lshw.Node("storage", "pci@0000:3b:00.0", ""));
        var machine = new Machine { BlockDevices = [Disk("nvme0n1", "S1"), Disk("sda", "S2")] };
        var node = Lshw.Node(Lshw.Profile(Pci("boot", "0000:3B:00.0")), [], "boot");
        CommissionedDisk[] seen = [new("nvme0n1", "S1", null, null, "pci-0000:3b:00.0-nvme-1"), new("sda", "S2", null, null, "pci-0000:3c:00.0-ata-1")];
        Assert.Equal("boot", DeviceNames.Find(node, lshw, null, machine).Resolve("boot"));
        Assert.Equal("nvme0n1", DeviceNames.Find(node, lshw, seen, machine).Resolve("boot"));
    }

    private static DeviceNames Disks(string lshw, params IReadOnlyList<DeviceAlias> aliases) => Disks(lshw, new Machine(), aliases);

    private static DeviceNames Disks(string lshw, Machine machine, params IReadOnlyList<DeviceAlias> aliases) =>
        DeviceNames.Find(Lshw.Node(Lshw.Profile(aliases), [], [.. aliases.Select(a => a.Alias)]), lshw, null, machine);

    private static DeviceAlias Pci(string name, string address) => new() { Alias = name, Address = address, BusType = "pci" };

    private static BlockDevice Disk(string name, string serial) => new() { Name = name, Type = "physical", Serial = serial, Size = 960_197_124_096 };
}
