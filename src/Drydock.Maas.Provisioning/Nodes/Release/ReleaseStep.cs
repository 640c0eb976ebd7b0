using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Nodes.Release;

/// <summary>Gives machines back and waits until that is done.</summary>
internal sealed class ReleaseStep(MaasSession session, ReleaseStepOptions options) : INodeStep
{
    private readonly ReleaseWait _wait = new(session, options, options.Timing.Timeout ?? options.Timing.ReleaseTimeout);

    public string Name => "Release";

    public IOperationExecutor<MachineContext> Executor { get; } = new ReleaseExecutor();

    public bool Waits => true;

    public Task<Plan> PlanAsync(NodeObservation observation, CancellationToken token) =>
        Task.FromResult(ReleasePlanner.Plan(observation.Machine, options, session.User.Username));

    public Task<Machine> CompleteAsync(NodeObservation observation, CancellationToken token) =>
        _wait.UntilReleasedAsync(observation, token);
}

/// <summary>Options of giving machines back.</summary>
public record ReleaseStepOptions : ReleasingStepOptions
{
    /// <summary>Release a machine of another user.</summary>
    public bool AllowOtherOwner { get; init; }

    /// <summary>Erase the disks.</summary>
    public bool Erase { get; init; }

    /// <summary>Erase with the disks' own secure erase where they have it.</summary>
    public bool SecureErase { get; init; }

    /// <summary>Erase only beginning and end of the disks.</summary>
    public bool QuickErase { get; init; }
}
