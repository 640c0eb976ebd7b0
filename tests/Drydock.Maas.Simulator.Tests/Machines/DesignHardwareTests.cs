using Drydock.Maas.Design;

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
        return [.. core.State.Nodes.OfType<Drydock.Maas.Simulator.Machines.SimulatedMachine>().Single().Interfaces.Select(i => i.Name)];
    }
}
