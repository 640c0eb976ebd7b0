using Drydock.Maas.Design;
using Drydock.Maas.Simulator.Seeding;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Tests.Machines;

/// <summary>Hardware that fits a design.</summary>
public sealed class DesignHardwareTests
{
    [Fact]
    public void Aliases_by_expression_and_by_address_are_different_NICs()
    {
        Assert.Equal(["enp25s0", "enp1s0"], Nics("regexp:0000:(19|01):00\\.0", "0000:01:00.0"));
    }

    [Fact]
    public void An_expression_that_nothing_is_thought_of_stands_for_a_NIC_of_the_alias_s_name() =>
        Assert.Equal(["nic1", "enp1s0"], Nics("regexp:0000:[0-9]+:00\\.0", "0000:01:00.0"));

    [Fact]
    public async Task An_expression_of_a_thousand_million_alternatives_is_given_up()
    {
        var expression = "regexp:" + string.Concat(Enumerable.Repeat("(a|b)", 30)) + "\\d";
        var token = TestContext.Current.CancellationToken;
        Assert.Equal(["nic1"], await Task.Run(() => Nics(expression), token).WaitAsync(TimeSpan.FromMinutes(1), token));
    }

    [Fact]
    public void Disks_have_what_their_aliases_tell_them_by()
    {
        DeviceAlias[] aliases =
        [
            new() { Alias = "boot", Address = "3B:00.0", BusType = "pci" },
            new() { Alias = "data", Serials = ["S1", "S2"], Models = ["ST4000*"], Size = "4t" },
            new() { Alias = "log", Wwns = ["naa.5002538e40a1b2c3"] },
            new() { Alias = "old", Address = "2:0.0.0", BusType = "scsi" },
        ];
        var node = new DrydockNode
        {
            Name = "node1",
            HardwareProfile = new HardwareProfile { Name = "server", DeviceAliases = aliases },
            StorageDevices = [.. aliases.Select(a => new StorageDevice { Name = a.Alias })],
        };
        var (nics, disks) = (NodeHardware.GetNics(node), NodeHardware.GetDisks(node));
        Assert.Equal(["nvme0n1", "sda", "sdb", "sdc"], disks.Select(d => d.Name));
        Assert.Equal(4_000_000_000_000, disks[1].Size);
        Assert.Equal(("S1", "ST4000"), (NodeHardware.GetMarks(disks[1]).Serial, NodeHardware.GetMarks(disks[1]).Model));
        Assert.Equal("/dev/disk/by-id/wwn-0x5002538e40a1b2c3", NodeHardware.GetMarks(disks[2]).IdPath);
        Assert.Contains(
            "<businfo>pci@0000:3b:00.0</businfo><logicalname>/dev/nvme0</logicalname>", NodeHardware.Lshw(node, nics, disks), StringComparison.Ordinal);
        Assert.Contains("<businfo>nvme@0:1</businfo><logicalname>/dev/nvme0n1</logicalname>", NodeHardware.Lshw(node, nics, disks), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("uefi", "uefi")]
    [InlineData("bios", "pxe")]
    [InlineData(null, "pxe")]
    public void A_machine_boots_as_the_design_has_it(string? mode, string method)
    {
        var node = new DrydockNode { Name = "node1", HardwareProfile = new HardwareProfile { Name = "server", BootMode = mode } };

        var core = MaasSimulator.CreateCore(new() { Design = new SiteDesign([], [], [node]) });

        var machine = core.State.Nodes.OfType<SimulatedMachine>().Single();
        Assert.Equal((method, method == "uefi"), (machine.BiosBootMethod, machine.Firmware.IsUefi));
    }

    [Fact]
    public void A_machine_of_a_design_has_all_parameters_of_its_power_driver()
    {
        var oob = new OobSettings { Type = "ipmi", Address = "10.9.9.1", Account = "root" };

        var core = MaasSimulator.CreateCore(new() { Design = new SiteDesign([], [], [new DrydockNode { Name = "node1", Oob = oob }]), MachineCount = 1 });

        var machines = core.State.Nodes.OfType<SimulatedMachine>().ToList();
        Assert.Equal("root", machines[0].PowerParameters["power_user"]!.ToString());
        Assert.All(machines, m => Assert.Equal(
            "cipher_suite_id=3 k_g= power_boot_type=auto power_driver=LAN_2_0 privilege_level=OPERATOR",
            string.Join(' ', new[] { "cipher_suite_id", "k_g", "power_boot_type", "power_driver", "privilege_level" }
                .Select(name => $"{name}={m.PowerParameters[name]}"))));
        Assert.All(machines, m => Assert.Equal("opensesspriv", m.PowerParameters["workaround_flags"]![0]!.ToString()));
    }

    private static IReadOnlyList<string> Nics(params string[] addresses)
    {
        var aliases = addresses.Select((a, i) => new DeviceAlias { Alias = $"nic{i + 1}", Address = a, BusType = "pci" }).ToList();
        var node = new DrydockNode
        {
            Name = "node1",
            HardwareProfile = new HardwareProfile { Name = "server", DeviceAliases = aliases },
            Interfaces = [new NodeInterface { Name = "bond0", NetworkLink = "gp", Slaves = [.. aliases.Select(a => a.Alias)] }],
        };
        var core = MaasSimulator.CreateCore(new() { Design = new SiteDesign([], [], [node]) });
        return [.. core.State.Nodes.OfType<SimulatedMachine>().Single().Interfaces.Select(i => i.Name)];
    }
}
