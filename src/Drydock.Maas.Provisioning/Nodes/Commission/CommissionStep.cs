using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Engine.Wait;
using Drydock.Maas.Provisioning.Nodes.Identity;
using Drydock.Maas.Provisioning.Nodes.Interrogate;
using Drydock.Maas.Provisioning.Nodes.Release;

namespace Drydock.Maas.Provisioning.Nodes.Commission;

/// <summary>Gives machines their identity, commissions those that need it and waits until they are Ready.</summary>
internal sealed class CommissionStep(MaasSession session, CommissionStepOptions options) : INodeStep
{
    private readonly MachineIdentity _identity = new(session, options.UseNodeOobParameters, options.Timing);
    private readonly PrecedingRelease _release = new(session, options);
    private readonly BuildDataReader _buildData = new(session, options.Timing.TimeProvider);
    private readonly StatusWait _wait =
        new(session, options.Timing, options.ProtectTags, Limit, ErrorIds.CommissioningFailed, ErrorIds.CommissioningTimedOut);

    private readonly FailedTests _failedTests = new();
    private readonly StuckOperationReset _reset = new(session, options.Timing, options.ProtectTags, Limit, ErrorIds.CommissioningTimedOut);

    private static TimeSpan Limit => TimeSpan.FromMinutes(30);

    public string Name => "Commission";

    public IOperationExecutor<MachineContext> Executor =>
        new ExecutorSet<MachineContext>(_identity.Executor, new CommissionExecutor(_failedTests), _release.Executor, _reset.Executor);

    public bool Waits => true;

    public async Task<Plan> PlanAsync(NodeObservation observation, CancellationToken token)
    {
        if (MachineState.IsReleasing(observation.Machine))
            return await _release.BeforeAsync(observation, o => PlanAsync(o, token)).ConfigureAwait(false);
        if (IsUnderWay(observation.Machine)
            && await _reset.PlanAsync(observation, MachineStatus.New, o => PlanAsync(o, token), token).ConfigureAwait(false) is { } anew)
            return anew;
        // Tests that are broken off leave the machine Ready, but untested.
        var isUntested = observation.IsFollowUp && _reset.HasBrokenOff(observation.Machine);
        var again = isUntested || (options.Recommission && !options.Recommissioned.Contains(observation.Node.Name, StringComparer.Ordinal));
        var commission = CommissionPlanner.Plan(observation.Machine, options with { Recommission = again }, _failedTests);
        if (options.IsIdentified || !MayBeNamed(observation.Machine))
            return commission;
        var identity = await _identity.PlanAsync(observation.Node, observation.Machine, token).ConfigureAwait(false);
        return Plan.Join(identity, commission);
    }

    public void Forget() => _identity.Forget();

    public bool MayRetry(MaasException failure, Machine machine) => failure is MaasApiException { StatusCode: >= 500 }
        || machine.KnownStatus is MachineStatus.FailedCommissioning or MachineStatus.FailedTesting || _reset.MayRetry(failure, machine);

    public Task<IReadOnlyList<BuildData>> CollectAsync(NodeObservation observation, bool hasFailed, CancellationToken token) =>
        _buildData.ReadAsync(observation.Node, observation.Machine, [ScriptOutput.Commissioning, ScriptOutput.Testing], token);

    public Task<Machine> CompleteAsync(NodeObservation observation, CancellationToken token) =>
        IsUnderWay(observation.Machine)
            ? _reset.RememberAsync(
                observation.Machine, () => _wait.UntilAsync(observation, MachineStatus.Ready, HasEnded, token, BesidesReady(observation.Machine)), token)
            : Task.FromResult(observation.Machine);

    /// <summary>Tests that somebody runs on an allocated or deployed machine leave it as it was.</summary>
    private static MachineStatus[] BesidesReady(Machine machine) =>
        machine.KnownStatus == MachineStatus.Testing ? [MachineStatus.Allocated, MachineStatus.Deployed] : [];

    /// <summary>A machine found by its hardware gets its name here too, so that the later steps and the person see the node's.</summary>
    private static bool MayBeNamed(Machine machine) =>
        !machine.Locked && StatusRule.Commission.Judge(machine.KnownStatus) is StatusMeaning.Needed or StatusMeaning.Done;

    private static bool IsUnderWay(Machine machine) => StatusRule.Commission.Judge(machine.KnownStatus) == StatusMeaning.UnderWay;

    /// <summary>An aborted commissioning puts the machine back to New.</summary>
    internal static bool HasEnded(Machine machine) => MachineState.HasLeft(machine, StatusRule.Commission);
}

/// <summary>Options of commissioning machines.</summary>
public sealed record CommissionStepOptions : ReleasingStepOptions
{
    /// <summary>What MAAS is asked to do and to leave alone.</summary>
    public CommissionRequest Request { get; init; } = new();

    /// <summary>Set power parameters of IPMI and Redfish nodes from the design.</summary>
    public bool UseNodeOobParameters { get; init; }

    /// <summary>An earlier step has given the machines their identity, so that commissioning need not.</summary>
    public bool IsIdentified { get; init; }

    /// <summary>Commission a machine that is Ready already.</summary>
    public bool Recommission { get; init; }

    /// <summary>Nodes that Recommission is not for: they were commissioned again already.</summary>
    public IReadOnlyList<string> Recommissioned { get; init; } = [];
}
