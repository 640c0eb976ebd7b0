using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>Finds machines and changes nothing.</summary>
internal sealed class ResolveStep : INodeStep
{
    public string Name => "Resolve";

    public Task<Plan> PlanAsync(NodeObservation observation, CancellationToken token)
    {
        var machine = observation.Machine;
        return Task.FromResult(
            Plan.Empty with { Messages = [$"is machine {machine.Hostname} ({machine.SystemId}), {machine.StatusName}"] });
    }
}

/// <summary>Options of finding machines.</summary>
public sealed record ResolveStepOptions : NodeStepOptions;
