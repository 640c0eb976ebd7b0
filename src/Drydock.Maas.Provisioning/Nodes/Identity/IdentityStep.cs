using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>Gives machines their nodes' names, domains and power parameters.</summary>
internal sealed class IdentityStep(MaasSession session, IdentityStepOptions options) : INodeStep
{
    private readonly MachineIdentity _identity = new(session, options.UseNodeOobParameters, options.Timing);

    public string Name => "Identity";

    public IOperationExecutor<MachineContext> Executor => _identity.Executor;

    public async Task<Plan> PlanAsync(NodeObservation observation, CancellationToken token)
    {
        var plan = await _identity.PlanAsync(observation.Node, observation.Machine, token).ConfigureAwait(false);
        if (plan.IsEmpty || GetRefusal(observation.Machine, plan) is not var (blocker, refusal))
            return plan;
        return observation.Observer.PlanOnly ? plan.Block(blocker) : throw refusal;
    }

    public void Forget() => _identity.Forget();

    private (string Blocker, NodeException Refusal)? GetRefusal(Machine machine, Plan plan) => machine switch
    {
        { Locked: true } => ("machine is locked in MAAS; unlock it first", NodeException.RefuseLocked(machine)),
        _ when MachineState.IsUsedByOther(machine, session.User.Username) => (
            $"machine is {machine.StatusName} and belongs to {machine.Owner}, not to {session.User.Username}",
            MachineState.UsedByOther(machine, session.User.Username, "giving it its node's identity", plan.Changes)),
        _ => null,
    };
}

/// <summary>Options of giving machines their identity.</summary>
public sealed record IdentityStepOptions : NodeStepOptions
{
    /// <summary>Set power parameters of IPMI and Redfish nodes from the design.</summary>
    public bool UseNodeOobParameters { get; init; }
}
