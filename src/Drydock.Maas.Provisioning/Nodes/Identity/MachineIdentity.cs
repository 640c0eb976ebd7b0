using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Wait;

namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>Plans a machine's identity, reading its power parameters only when the design has something to say about them.</summary>
internal sealed class MachineIdentity(MaasSession session, bool useNodeOobParameters, StepTiming timing)
{
    private readonly PowerRegister _power = PowerRegister.For(session, timing.TimeProvider);
    private long _since = timing.Begun().Since!.Value;

    /// <summary>What carries out its plans.</summary>
    public IOperationExecutor<MachineContext> Executor { get; } =
        new IdentityExecutor(session.GetService(_ => new KeyedLock()), PowerRegister.For(session, timing.TimeProvider));

    public async Task<Plan> PlanAsync(DrydockNode node, Machine machine, CancellationToken token)
    {
        if (NodePower.Read(node, useNodeOobParameters) is not { } wanted)
            return IdentityPlanner.Plan(node, machine);

        var present = await _power.FindAsync(machine.SystemId, Volatile.Read(ref _since), token).ConfigureAwait(false);
        return IdentityPlanner.Plan(node, machine, wanted, present);
    }

    /// <summary>Power parameters may have changed: they are read anew for the next plan.</summary>
    public void Forget() => Volatile.Write(ref _since, timing.TimeProvider.GetTimestamp());
}
