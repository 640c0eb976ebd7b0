using Drydock.Maas.Provisioning.Tests.InProcess;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Network;

/// <summary>Whatever a machine has and a design wants: once the plan is carried out, there is nothing left to plan.</summary>
public sealed class NetworkConvergenceTests
{
    [Fact]
    public async Task Any_design_is_reached_in_one_run_from_any_other()
    {
        var random = new Random(20240607);
        using var machine = await NetworkMachine.CommissionedAsync("eno1", "eno2", "eno3", "eno4", "eno5");
        for (var round = 0; round < 500; round++)
            await machine.ConvergeAsync(RandomNetworkDesign.Next(random));
    }

    [Fact]
    public async Task What_operations_require_is_all_that_their_order_has_to_keep()
    {
        var random = new Random(20261201);
        using var machine = await NetworkMachine.CommissionedAsync("eno1", "eno2", "eno3", "eno4", "eno5");
        for (var round = 0; round < 200; round++)
            await machine.ConvergeAsync(RandomNetworkDesign.Next(random), random);
    }
}
