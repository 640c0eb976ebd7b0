using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Nodes.Release;

/// <summary>Gives machines back and waits until that is done.</summary>
internal sealed class ReleaseStep(MaasSession session, StepOptions options) : INodeStep
{
    private readonly ReleaseWait _wait = new(session, options, options.Timeout ?? options.ReleaseTimeout);

    public string Name => "Release";

    public bool Waits => true;

    public Task<Plan<MachineContext>> PlanAsync(NodeObservation observation, CancellationToken token) =>
        Task.FromResult(ReleasePlanner.Plan(observation.Machine, options, session.User.Username));

    public Task<Machine> CompleteAsync(NodeObservation observation, CancellationToken token) =>
        _wait.UntilReleasedAsync(observation, token);
}
