using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Nodes.Release;

/// <summary>Releases machines that somebody has, then removes them from MAAS. One whose release fails stays, unless that is to be ignored.</summary>
internal sealed class RemoveStep(MaasSession session, RemoveStepOptions options) : INodeStep
{
    private readonly ReleaseWait _wait = new(session, options, options.Timing.Timeout ?? options.Timing.ReleaseTimeout);

    /// <summary>What a release that failed does not change.</summary>
    public const string Regardless = "The machine is removed all the same.";

    public string Name => "Remove";

    public IOperationExecutor<MachineContext> Executor { get; } = new ReleaseExecutor();

    public bool Waits => true;

    /// <summary>A machine that is not there is what the step is for.</summary>
    public bool AcceptsAbsence => true;

    /// <summary>Who orders a rack controller's end is told that it goes on.</summary>
    public bool RefusesRacks => true;

    public Task<Plan<MachineContext>> PlanAsync(NodeObservation observation, CancellationToken token)
    {
        var machine = observation.Machine;
        var release = ReleasePlanner.Plan(machine, options, session.User.Username);
        var isFree = release.IsEmpty && !MachineState.IsReleasing(machine);
        if (isFree || (observation.IsSequel && options.IgnoreFailedRelease))
            return Task.FromResult(RemovePlanner.Plan(observation.Node, machine, options, session.User.Username));

        var expected = RemovePlanner.Plan(observation.Node, machine, options, session.User.Username);
        return Task.FromResult(release with
        {
            Writes = [.. release.Writes.Select(w => w.Operation is ReleaseMachine r ? new(r with { MayFail = options.IgnoreFailedRelease }) : w)],
            Sequel = new(expected, (context, stop) => SettleAsync(observation, context, stop)),
        });
    }

    /// <summary>Where asked, a machine goes whose release fails.</summary>
    private async Task SettleAsync(NodeObservation observation, MachineContext context, CancellationToken token)
    {
        try
        {
            context.Machine = await _wait.UntilReleasedAsync(observation with { Machine = context.Machine }, token).ConfigureAwait(false);
        }
        catch (MaasException e) when (
            options.IgnoreFailedRelease && e is NodeException { ErrorId: NodeErrorIds.ReleaseFailed } or MaasApiException { StatusCode: >= 500 })
        {
            context.Warn($"{e.Message} {Regardless}");
        }
    }
}

/// <summary>How machines are released and removed.</summary>
public sealed record RemoveStepOptions : ReleaseStepOptions
{
    /// <summary>Remove a machine whose release or erasure failed.</summary>
    public bool IgnoreFailedRelease { get; init; }
}
