using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Release;

/// <summary>
/// Puts a release, or the waiting for one that runs, before the plan of a machine that has to be free first: after a failed or an interrupted deployment.
/// </summary>
internal sealed class PrecedingRelease(MaasSession session, ReleasingStepOptions options)
{
    /// <summary>Carries out the release and the waiting for it.</summary>
    public IOperationExecutor<MachineContext> Executor { get; } = new ExecutorSet<MachineContext>(
        new ReleaseExecutor(), new ReleaseWaitExecutor(new(session, options, options.Timing.ReleaseTimeout)));

    /// <summary>Whether the machine's last deployment or release failed, or it is on its way to being free.</summary>
    public static bool IsNeeded(Machine machine) => StatusRule.Deploy.Judge(machine.KnownStatus) == StatusMeaning.Past;

    /// <summary>Whether the machine was allocated to us by a run that was interrupted.</summary>
    public bool IsOurAllocation(Machine machine) => machine.KnownStatus == MachineStatus.Allocated && machine.Owner == session.User.Username;

    /// <summary>The release, followed by what is expected to be planned for the free machine.</summary>
    /// <param name="observation">The node and its machine.</param>
    /// <param name="planAsync">Plans for the machine as it will be.</param>
    public async Task<Plan> BeforeAsync(NodeObservation observation, Func<NodeObservation, Task<Plan>> planAsync)
    {
        var machine = observation.Machine;
        if (MachineState.IsUsedByOther(machine, session.User.Username) && !MachineState.IsReleasing(machine))
            throw MachineState.NotOursToRelease(machine, session.User.Username);
        var expected = await planAsync(observation with { Machine = Freed(machine) }).ConfigureAwait(false);
        var release = ReleasePlanner.Plan(machine, new ReleaseStepOptions { ProtectTags = options.ProtectTags, NoErase = options.NoErase }, session.User.Username);
        return release with { FollowUp = new(expected, new AwaitRelease(observation.Node)), Messages = [.. release.Messages, .. expected.Messages] };
    }

    private static Machine Freed(Machine machine) => machine with
    {
        StatusName = MachineStatus.Ready.GetName(), Owner = null, DistroSeries = null, Osystem = null, HweKernel = null, WorkloadAnnotations = new Dictionary<string, string>(),
    };
}
