using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>Plans a machine's identity, reading its power parameters only when the design has something to say about them.</summary>
internal sealed class MachineIdentity(MaasSession session, bool useNodeOobParameters)
{
    private readonly Coalescer<string, PowerParameters> _power =
        new(ids => session.Client.Machines.GetPowerParametersAsync([.. ids], CancellationToken.None));

    /// <summary>What carries out its plans.</summary>
    public IOperationExecutor<MachineContext> Executor { get; } = new IdentityExecutor(session.GetService(_ => new KeyedLock()));

    public async Task<Plan<MachineContext>> PlanAsync(DrydockNode node, Machine machine, CancellationToken token)
    {
        if (NodePower.Of(node, useNodeOobParameters) is not { } wanted)
            return IdentityPlanner.Plan(node, machine);

        var present = await _power.AskAsync(machine.SystemId, token).ConfigureAwait(false);
        return IdentityPlanner.Plan(node, machine, wanted, present);
    }
}
