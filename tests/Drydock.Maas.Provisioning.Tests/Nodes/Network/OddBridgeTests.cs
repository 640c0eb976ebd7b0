using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Nodes.Network;
using Drydock.Maas.Provisioning.Tests.Builders;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.Builders.RackDesign;
using static Drydock.Maas.Provisioning.Tests.Nodes.Network.BridgeTests;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Network;

/// <summary>Bridges that MAAS makes itself, and bridges that cannot be.</summary>
public sealed class OddBridgeTests() : NetworkMachineTest("eno1", "eno2", "eno3")
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_bridge_that_MAAS_made_at_deployment_is_not_of_the_design_nor_against_it(bool isDeployed)
    {
        await Simulated.ConvergeAsync(Of(Bond0));
        Simulated.DeployWithBridges(isDeployed);
        Assert.Equal("bond0", Assert.Single(Simulated.Named("br-bond0").Parents).Name);
        Assert.Equal(isDeployed, (await Simulated.PlanAsync(Of(Bond0))).IsEmpty);
    }

    [Theory]
    [InlineData("br-enp94s0f1", true)]
    [InlineData("b-p94s0f1np1", false)]
    public void MAAS_calls_bridges_after_what_they_stand_on(string name, bool isMade)
    {
        var machine = new Machine { StatusName = "Deployed", Interfaces = [new() { Name = name, Type = "bridge", Parents = ["enp94s0f1"] }] };
        Assert.Equal(isMade ? 0 : 1, DeploymentBridges.Hide(machine, new HashSet<string>()).Interfaces.Count);
    }

    [Fact]
    public void Two_bridges_on_one_interface_are_refused() =>
        Refused(Of(Bond0, Bridge("br0", "bond0"), Bridge("br1", "bond0/mgmt")), "Two bridges of node node1 stand on bond0");

    [Fact]
    public void A_bridge_on_a_bridge_is_refused() =>
        Refused(Of(Bond0, Bridge("br0", "bond0"), Bridge("br1", "br0")), "stands on a bridge, br0");

    [Fact]
    public async Task A_bridge_with_the_name_of_a_NIC_is_refused() => Refused(Of(Bond0, Bridge("eno3", "bond0")), "has the name of a NIC");

    private static void Refused(DrydockNode node, string words)
    {
        var error = Assert.Throws<NodeException>(() => NetworkPlanner.Plan(node, Commissioned("eno1", "eno2", "eno3"), Snapshot, DeviceNames.None));
        Assert.Equal(ErrorIds.DesignInvalid, error.ErrorId);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }
}
