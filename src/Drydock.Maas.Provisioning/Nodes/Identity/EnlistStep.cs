using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>Makes the machines of nodes known to MAAS that have never booted from it, by what the design knows of their controllers.</summary>
internal sealed class EnlistStep(MaasSession session, EnlistStepOptions options) : INodeStep
{
    public string Name => "Enlist";

    public IOperationExecutor<MachineContext> Executor => new IdentityExecutor(session.GetService(_ => new KeyedLock()));

    public bool MakesMachines => true;

    public Task<Plan> PlanAsync(NodeObservation observation, CancellationToken token)
    {
        var (node, machine, _) = observation;
        return Task.FromResult(AbsentMachine.Is(machine)
            ? EnlistPlanner.Plan(node, options.Architecture)
            : Plan.Empty with { Messages = [$"is machine {machine.Hostname} ({machine.SystemId}), {machine.StatusName}"] });
    }
}

/// <summary>Options of making machines known to MAAS.</summary>
public sealed record EnlistStepOptions : NodeStepOptions
{
    /// <summary>The architecture of the machines, for example amd64 or arm64/generic.</summary>
    public string Architecture { get; init; } = "amd64";
}
