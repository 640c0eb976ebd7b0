using Drydock.Maas.Provisioning.Plans;
using Drydock.Maas.Provisioning.Steps;

namespace Drydock.Maas.Provisioning.Identify;

/// <summary>Gives machines their nodes' names, domains and power parameters.</summary>
internal sealed class IdentityStep(MaasSession session, StepOptions options) : INodeStep
{
    private readonly MachineIdentity _identity = new(session, options.UseNodeOobParameters);

    public string Name => "Identity";

    public async Task<Plan<MachineContext>> PlanAsync(NodeObservation observation, CancellationToken token)
    {
        var plan = await _identity.PlanAsync(observation.Node, observation.Machine, token).ConfigureAwait(false);
        if (plan.IsEmpty || !observation.Machine.Locked)
            return plan;
        return observation.Host.PlanOnly
            ? plan.Block("machine is locked in MAAS; unlock it first")
            : throw MachineState.Locked(observation.Machine);
    }
}
