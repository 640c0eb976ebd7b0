using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.Builders.RackDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Network;

/// <summary>Names that MAAS makes up, against the simulator.</summary>
public sealed class InterfaceNameTests() : NetworkMachineTest("eno1", "enp94s0f1np1", "eth-storage-101")
{
    [Fact]
    public async Task A_VLAN_interface_is_called_after_what_it_is_on()
    {
        await Simulated.ConvergeAsync(Node(Gp, [Nic("eno1", "gp", "mgmt", "data")]));
        Assert.Equal(InterfaceName.FormatVlan("eno1", 110), Simulated.Interfaces.Single(i => i.Type == "vlan").Name);
    }

    [Fact]
    public async Task Bridges_of_a_deployment_are_told_from_others_by_their_names()
    {
        await Simulated.ConvergeAsync(Node(
            Gp,
            [Nic("eno1", "gp", "mgmt"), Nic("enp94s0f1np1", "gp", "mgmt"), Nic("eth-storage-101", "gp", "mgmt")],
            FromDhcp("mgmt")));
        Simulated.DeployWithBridges(isDeployed: true);
        var bridges = Simulated.Interfaces.Where(i => i.Type == "bridge").ToList();
        Assert.Equal(3, bridges.Count);
        Assert.All(bridges, b => Assert.True(InterfaceName.IsOfAcquiredBridge(b.Name, b.Parents[0].Name), b.Name));
        Assert.All(bridges, b => Assert.False(InterfaceName.IsTooLong(b.Name), b.Name));
    }

    [Theory]
    [InlineData("bond0", true)]
    [InlineData("bond-of-15-chars", false)]
    [InlineData("bond 0", false)]
    [InlineData("-bond0", false)]
    public void Linux_takes_some_names(string name, bool isTaken) => Assert.Equal(isTaken, InterfaceName.IsValid(name));
}
