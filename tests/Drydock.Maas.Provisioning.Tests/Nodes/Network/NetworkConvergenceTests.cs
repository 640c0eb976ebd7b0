using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Network;

/// <summary>Whatever a machine has and a design wants: once the plan is carried out, there is nothing left to plan.</summary>
public sealed class NetworkConvergenceTests
{
    [Fact]
    public async Task Any_design_is_reached_in_one_run_from_any_other()
    {
        var random = new Random(20240607);
        var machine = NetworkModel.Commissioned("eno1", "eno2", "eno3", "eno4", "eno5");
        for (var round = 0; round < 500; round++)
        {
            var node = RandomNetworkDesign.Next(random);
            await machine.ConvergeAsync(node);
            Assert.True(machine.Plan(node).IsEmpty, $"round {round}: {string.Join("; ", machine.Plan(node).InWords())}");
        }
    }
}
