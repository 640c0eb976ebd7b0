using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Nodes.Identity;
using Drydock.Maas.Provisioning.Tests.Builders;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Identity;

/// <summary>How a machine's power is verified.</summary>
public sealed class PowerStepTests
{
    [Theory]
    [InlineData("on")]
    [InlineData("off")]
    [InlineData("unknown")]
    public async Task The_state_is_told_and_nothing_is_planned(string state)
    {
        var plan = await PlanAsync(() => state);

        Assert.Equal([$"The power of machine node1 is {state}."], plan.Messages);
        Assert.Empty(plan.Operations);
    }

    [Fact]
    public async Task A_controller_that_MAAS_could_not_ask_is_an_error()
    {
        var error = await Assert.ThrowsAsync<NodeException>(() => PlanAsync(() => "error"));
        Assert.Equal(ErrorIds.PowerQueryFailed, error.ErrorId);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(503)]
    public async Task A_question_that_MAAS_refuses_is_an_error_with_its_reason(int status)
    {
        var error = await Assert.ThrowsAsync<NodeException>(
            () => PlanAsync(() => throw new MaasApiException("MaasError", "no rack controller can reach it") { StatusCode = status }));
        Assert.Equal(ErrorIds.PowerQueryFailed, error.ErrorId);
        Assert.Contains("no rack controller can reach it", error.Message, StringComparison.Ordinal);
    }

    private static async Task<Plan> PlanAsync(Func<string> power)
    {
        using var session = new FakeMaas { Machines = new FakeMachines { PowerState = power } }.Connect();
        var observation = new NodeObservation(NodeDesign.Plain(), Machines.Named("node1"), new RecordingObserver());
        return await new PowerStep(session).PlanAsync(observation, TestContext.Current.CancellationToken);
    }
}
