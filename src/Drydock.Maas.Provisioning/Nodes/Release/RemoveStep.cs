using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Nodes.Release;

/// <summary>Releases machines that somebody has, then removes them from MAAS. One whose release fails stays, unless that is to be ignored.</summary>
internal sealed class RemoveStep(MaasSession session, RemoveStepOptions options) : INodeStep
{
    public string Name => "Remove";

    public IOperationExecutor<MachineContext> Executor { get; } = new ExecutorSet<MachineContext>(
        new ReleaseExecutor(), new ReleaseWaitExecutor(new(session, options, options.Timing.Timeout ?? options.Timing.ReleaseTimeout)));

    public bool Waits => true;

    /// <summary>A machine that is not there is what the step is for.</summary>
    public bool AcceptsAbsence => true;

    /// <summary>Who orders a rack controller's end is told that it goes on.</summary>
    public bool RefusesRacks => true;

    public Task<Plan> PlanAsync(NodeObservation observation, CancellationToken token)
    {
        var machine = observation.Machine;
        var release = ReleasePlanner.Plan(machine, options, session.User.Username, mayFail: options.IgnoreFailedRelease);
        var isFree = release.IsEmpty && !MachineState.IsReleasing(machine);
        if (isFree || (observation.IsFollowUp && options.IgnoreFailedRelease))
            return Task.FromResult(RemovePlanner.Plan(observation.Node, machine, options, session.User.Username));

        var expected = RemovePlanner.Plan(observation.Node, machine, options, session.User.Username);
        return Task.FromResult(release with { FollowUp = new(expected, new AwaitRelease(observation.Node) { MayFail = options.IgnoreFailedRelease }) });
    }
}

/// <summary>Options of releasing and removing machines.</summary>
public sealed record RemoveStepOptions : ReleaseStepOptions
{
    /// <summary>Remove a machine whose release or erasure failed.</summary>
    public bool IgnoreFailedRelease { get; init; }
}
