using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Nodes.Network;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.EndToEnd;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.Builders.RackDesign;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Network;

/// <summary>What is planned for a machine before its commissioning, of whose NICs MAAS may know some.</summary>
public sealed class UnknownNetworkTests() : NetworkMachineTest("eno1", "eno2")
{
    [Fact]
    public async Task It_is_shown_as_not_known_for_certain()
    {
        var plan = await PlanAsync();
        Assert.Contains("create Link eno1: dhcp on 10.1.0.0/24", plan.InWords());
        Assert.All(plan.Changes, c => Assert.False(c.IsKnown));
    }

    [Fact]
    public async Task Nothing_carries_it_out() =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await (await PlanAsync()).ApplyAsync(Simulated.Client, await Simulated.ReadAsync()));

    private async Task<Plan> PlanAsync()
    {
        Simulated.MakeNew();
        var step = StepFactory.Create(Simulated.Session, new NetworkStepOptions());
        var observation = new NodeObservation(Node(Gp, [Nic("eno1", "pxe", "pxe")], FromDhcp("pxe")), await Simulated.ReadAsync(), new QuietObserver { PlanOnly = true });
        return await step.PlanAsync(observation, TestContext.Current.CancellationToken);
    }
}
