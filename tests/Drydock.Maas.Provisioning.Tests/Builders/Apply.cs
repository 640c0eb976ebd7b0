using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Tests.EndToEnd;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>Carries out plans and puts them into words.</summary>
internal static class Apply
{
    public static async Task<IReadOnlyList<PlannedChange>> ApplyAsync(
        this Plan plan, IMaasClient client, Machine machine, IOperationExecutor<MachineContext>? executor = null)
    {
        var done = new List<PlannedChange>();
        var context = new MachineContext(client, machine, new QuietObserver(), "node1");
        await PlanExecutor.ApplyAsync(plan, context, executor ?? Executors.For(client), "node1", new QuietObserver(), done, TestContext.Current.CancellationToken);
        return done;
    }

    public static IReadOnlyList<string> InWords(this Plan plan) => [.. plan.Changes.Select(c => c.ToString())];
}
