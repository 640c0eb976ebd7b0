using System.Text;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Tests.Engine.Observe;

/// <summary>Aliases of devices that are told by what is written on them.</summary>
public sealed class DeviceMarkTests
{
    private static readonly Machine Server = new()
    {
        Hostname = "server",
        BlockDevices =
        [
            Disk("sda", "SAMSUNG MZ7LH960HAJR-00005", "S45NNE0M500001", 960_197_124_096, "/dev/disk/by-id/wwn-0x5002538e40a1b2c3"),
            Disk("sdb", "SAMSUNG MZ7LH960HAJR-00005", "S45NNE0M500002", 960_197_124_096, "/dev/disk/by-id/wwn-0x5002538e40a1b2c4"),
            Disk("sdc", "ST4000NM0035", "ZC10", 4_000_787_030_016, "/dev/disk/by-id/ata-ST4000NM0035_ZC10"),
            Disk("nvme0n1", "INTEL SSDPE2KX010T8", "PHLJ1", 1_000_204_886_016, "/dev/disk/by-id/nvme-eui.01000000010000005cd2e4b1c2d3e4f5"),
            new BlockDevice { Name = "vg-lv", Type = "virtual", Size = 960_197_124_096 },
        ],
        Interfaces =
        [
            new() { Name = "eno1", Type = "physical", MacAddress = "52:54:00:00:00:01", Vendor = "Intel Corporation", Product = "Ethernet Controller X710" },
            new() { Name = "eno2", Type = "physical", MacAddress = "52:54:00:00:00:02", Vendor = "Intel Corporation", Product = "Ethernet Controller X710" },
            new() { Name = "eno3", Type = "physical", MacAddress = "52:54:00:00:00:03", Vendor = "Broadcom", Product = "BCM5720" },
        ],
    };

    public static TheoryData<string, string[], string> Marks => new()
    {
        { "serial", ["S45NNE0M500002"], "sdb" },
        { "serial", [" zc10 "], "sdc" },
        { "serial", ["*00001"], "sda" },
        { "serial", ["OTHER1", "OTHER2", "PHLJ1"], "nvme0n1" },
        { "wwn", ["0x5002538E40A1B2C4"], "sdb" },
        { "wwn", ["naa.5002538e40a1b2c3"], "sda" },
        { "wwn", ["eui.01000000010000005cd2e4b1c2d3e4f5"], "nvme0n1" },
        { "path", ["/dev/disk/by-id/wwn-0x5002538e40a1b2c4"], "sdb" },
        { "path", ["/dev/disk/by-id/ata-SAMSUNG_MZ7LH960HAJR-00005_S45NNE0M500001"], "sda" },
        { "path", ["/dev/disk/by-path/pci-0000:5e:00.0-nvme-1"], "nvme0n1" },
        { "path", ["/dev/disk/by-path/pci-0000:00:17.0-ata-3*"], "sdc" },
        { "wwn", ["0x5000c500a0b1c2d3"], "sdc" },
        { "model", ["ST4000NM0035"], "sdc" },
        { "model", ["intel_ssdpe2kx*"], "nvme0n1" },
        { "size", ["4t"], "sdc" },
        { "size", [">2t"], "sdc" },
    };

    [Theory]
    [MemberData(nameof(Marks))]
    public void A_disk_is_told_by_what_is_written_on_it(string mark, string[] values, string disk) =>
        Assert.Equal(disk, Disks(Alias("boot", mark, values)).Resolve("boot"));

    [Theory]
    [InlineData("serial", "S45NNE0M50000")]
    [InlineData("wwn", "0x5002538e40a1b2c5")]
    [InlineData("model", "ST4000")]
    [InlineData("size", "2t")]
    [InlineData("path", "/dev/disk/by-path/pci-0000:5e:00.0")]
    public void What_no_disk_has_tells_none(string mark, string value) => Assert.Equal("boot", Disks(Alias("boot", mark, value)).Resolve("boot"));

    [Fact]
    public void All_marks_of_an_alias_hold()
    {
        var alias = Alias("boot", "model", "SAMSUNG*") with { Serials = ["*2"], Size = "960g" };
        Assert.Equal("sdb", Disks(alias).Resolve("boot"));
        Assert.Equal("boot", Disks(alias with { Size = "480g" }).Resolve("boot"));
    }

    [Theory]
    [InlineData("model", "SAMSUNG*", "sda (SAMSUNG MZ7LH960HAJR-00005, serial S45NNE0M500001, 960.2 GB, /dev/disk/by-id/wwn-0x5002538e40a1b2c3), sdb (")]
    [InlineData("size", "<2t", "fits 3 disks of server: ")]
    public void Several_disks_that_fit_are_told_and_none_is_taken(string mark, string value, string told)
    {
        var error = Assert.Throws<NodeException>(() => Disks(Alias("boot", mark, value)).Resolve("boot"));
        Assert.Equal(ErrorIds.AmbiguousDevice, error.ErrorId);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        Assert.Contains($"Alias boot of hardware profile dell ({mark} {value})", error.Message, StringComparison.Ordinal);
    }

    /// <summary>By serial number, as the kernel may call them otherwise next time.</summary>
    [Fact]
    public void As_many_aliases_of_the_same_marks_as_disks_have_one_each()
    {
        var names = Disks(Alias("first", "model", "SAMSUNG*"), Alias("second", "model", "SAMSUNG*"));
        Assert.Equal(["sda", "sdb"], [names.Resolve("first"), names.Resolve("second")]);
    }

    [Theory]
    [InlineData("serial", "52-54-00-00-00-02", "eno2")]
    [InlineData("model", "BCM5720", "eno3")]
    [InlineData("model", "Broadcom BCM*", "eno3")]
    public void A_NIC_is_told_by_its_MAC_address_or_model(string mark, string value, string nic) =>
        Assert.Equal(nic, Nics(Alias("uplink", mark, value)).Resolve("uplink"));

    [Fact]
    public void Several_NICs_that_fit_are_told()
    {
        var error = Assert.Throws<NodeException>(() => Nics(Alias("uplink", "model", "*X710")).Resolve("uplink"));
        Assert.Contains("fits 2 NICs of server: eno1 (52:54:00:00:00:01, Ethernet Controller X710), eno2 (", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bus_address_and_a_mark_hold_both()
    {
        var lshw = Lshw.List(Lshw.Node("disk", "scsi@0:0.0.0", "/dev/sda"));
        var alias = new DeviceAlias { Alias = "boot", Address = "0:0.0.0", BusType = "scsi", Models = ["SAMSUNG*"] };
        Assert.Equal("sda", DeviceNames.Find(Lshw.Node(Lshw.Profile(alias), [], "boot"), lshw, null, Server).Resolve("boot"));
        Assert.Equal("boot", DeviceNames.Find(Lshw.Node(Lshw.Profile(alias with { Models = ["INTEL*"] }), [], "boot"), lshw, null, Server).Resolve("boot"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("""{"resources": {"storage": {"disks": 7}}}""")]
    public void An_output_of_commissioning_that_cannot_be_read_tells_nothing(string output) => Assert.Empty(CommissionedDisk.Read(Results(output)));

    private static DeviceNames Disks(params IReadOnlyList<DeviceAlias> aliases) =>
        DeviceNames.Find(Lshw.Node(Lshw.Profile(aliases), [], [.. aliases.Select(a => a.Alias)]), null, CommissionedDisk.Read(Results("""
            {"resources": {"storage": {"disks": [
              {"id": "nvme0n1", "serial": "PHLJ1", "device_path": "pci-0000:5e:00.0-nvme-1", "device_id": "nvme-eui.0"},
              {"id": "sdx", "serial": "ZC10", "device_path": "pci-0000:00:17.0-ata-3.0", "wwn": "naa.5000c500a0b1c2d3", "device_id": null}]}}}
            """)), Server);

    private static DeviceNames Nics(DeviceAlias alias) => DeviceNames.Find(Lshw.Node(Lshw.Profile(alias), [alias.Alias]), null, null, Server);

    private static ScriptResultSet[] Results(string output) =>
    [
        new() { Id = 1, Results = [new() { Name = CommissionedDisk.Script, Stdout = "" }] },
        new() { Id = 2, Results = [new() { Name = CommissionedDisk.Script, Stdout = Convert.ToBase64String(Encoding.UTF8.GetBytes(output)) }] },
    ];

    private static DeviceAlias Alias(string name, string mark, params string[] values) => mark switch
    {
        "serial" => new() { Alias = name, Serials = values },
        "wwn" => new() { Alias = name, Wwns = values },
        "path" => new() { Alias = name, Paths = values },
        "model" => new() { Alias = name, Models = values },
        _ => new() { Alias = name, Size = values[0] },
    };

    private static BlockDevice Disk(string name, string model, string serial, long size, string path) =>
        new() { Name = name, Type = "physical", Model = model, Serial = serial, Size = size, IdPath = path };
}
