using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Engine.Wait;
using Drydock.Maas.Provisioning.Nodes.Interrogate;
using Drydock.Maas.Provisioning.Nodes.Network;
using Drydock.Maas.Provisioning.Nodes.Platform;
using Drydock.Maas.Provisioning.Nodes.Release;
using Drydock.Maas.Provisioning.Nodes.Storage;

namespace Drydock.Maas.Provisioning.Nodes.Deploy;

/// <summary>
/// Allocates and deploys machines and waits until they are Deployed. One whose deployment failed is released, its network and storage are
/// looked at again, and it is deployed anew.
/// </summary>
internal sealed class DeployStep(MaasSession session, DeployStepOptions options) : INodeStep
{
    private readonly DeployImages _images = new(session.Client.BootResources);

    private readonly StatusWait _wait = new(session, options.Timing, options.ProtectTags, Limit, ErrorIds.DeployFailed, ErrorIds.DeployTimedOut);
    private readonly StuckOperationReset _reset = new(session, options.Timing, options.ProtectTags, Limit, ErrorIds.DeployTimedOut);
    private readonly PrecedingRelease _release = new(session, options);
    private readonly NetworkStep _network = new(session, options.Network);
    private readonly StorageStep _storage = new(session, options.Storage);
    private readonly BuildDataReader _buildData = new(session, options.Timing.TimeProvider);
    private readonly TagBoard _board = new(session.Client);

    private static TimeSpan Limit => TimeSpan.FromMinutes(45);

    private PreparationCheck Preparation => new(_network, _storage, options);

    public string Name => "Deploy";

    public IOperationExecutor<MachineContext> Executor => new ExecutorSet<MachineContext>(
        new DeployExecutor(), new TagExecutor(_board), _release.Executor, _network.Executor, _storage.Executor, _reset.Executor);

    public bool Waits => true;

    public void Forget()
    {
        _network.Forget();
        _images.Forget();
        _board.Forget();
    }

    /// <summary>Image, kernel and boot actions of a machine that is to be deployed; what is on one that is deployed need not be offered.</summary>
    public async Task CheckAheadAsync(DrydockNode node, Machine? machine, CancellationToken token)
    {
        if (machine is null || MachineState.IsDeployed(machine))
            return;
        await _images.RequireAsync(node, machine, token).ConfigureAwait(false);
        await RenderAsync(node, token).ConfigureAwait(false);
    }

    public async Task<Plan> PlanAsync(NodeObservation observation, CancellationToken token)
    {
        if (PrecedingRelease.IsNeeded(observation.Machine))
        {
            return await _release.BeforeAsync(observation, freed => PlanAsync(freed with { IsFollowUp = true }, token)).ConfigureAwait(false);
        }

        if (HasOthersKernel(observation))
            return await _release.BeforeAsync(observation, freed => PlanAsync(freed with { IsFollowUp = true }, token)).ConfigureAwait(false);

        var anew = observation.Machine.KnownStatus == MachineStatus.Deploying
            ? await _reset.PlanAsync(observation, MachineStatus.Allocated, o => PlanDeployAsync(o, token), token).ConfigureAwait(false)
            : null;
        return anew ?? await PlanDeployAsync(observation, token).ConfigureAwait(false);
    }

    /// <summary>What is protected is not released to be deployed anew: its failure is told.</summary>
    public bool MayRetry(MaasException failure, Machine machine) => failure is MaasApiException { StatusCode: >= 500 }
        || (machine.KnownStatus == MachineStatus.FailedDeployment && MachineProtection.FindTags(machine, options.ProtectTags).Count == 0)
        || _reset.MayRetry(failure, machine);

    public async Task<IReadOnlyList<BuildData>> CollectAsync(NodeObservation observation, bool hasFailed, CancellationToken token) =>
        hasFailed || options.BuildDataPath is not null
            ? await _buildData.ReadScriptsAsync(
                observation.Node, observation.Machine, ScriptOutput.Installation, token).ConfigureAwait(false)
            : [];

    public Task<Machine> CompleteAsync(NodeObservation observation, CancellationToken token) =>
        observation.Machine.KnownStatus == MachineStatus.Deployed
            ? Task.FromResult(observation.Machine)
            : _reset.RememberAsync(
                observation.Machine, () => _wait.UntilAsync(observation, MachineStatus.Deployed, HasEnded, token), token);

    private async Task<Plan> PlanDeployAsync(NodeObservation observation, CancellationToken token)
    {
        var (node, machine, _) = observation;
        if (StatusRule.Deploy.Judge(machine.KnownStatus) != StatusMeaning.Needed)
            return DeployPlanner.Plan(node, machine, session.User.Username, options);
        var deploy = DeployPlanner.Plan(
            node, machine, session.User.Username, options, await RenderAsync(node, token).ConfigureAwait(false));
        await _images.RequireAsync(node, machine, token).ConfigureAwait(false);
        var unprepared = observation.IsFollowUp ? null : await Preparation.FindAsync(node, machine, token).ConfigureAwait(false);
        if (unprepared is not null && !observation.Observer.PlanOnly)
            throw new NodeException(ErrorIds.NodeNotPrepared, unprepared);
        var plans = new List<Plan>();
        if (observation.IsFollowUp && machine.KnownStatus == MachineStatus.Ready)
        {
            plans.Add(await _network.PlanAsync(observation, token).ConfigureAwait(false));
            plans.Add(await _storage.PlanAsync(observation, token).ConfigureAwait(false));
        }

        if (options.BootActionTag)
        {
            var stale = await _board.FindAllAsync(BootActionTag.GetPrefix(node), token).ConfigureAwait(false);
            plans.Add(BootActionTag.Plan(node, machine, stale, BootActionTag.New(node)));
        }

        var whole = Plan.Join([.. plans, deploy]);
        return unprepared is null ? whole : whole with { Messages = [.. whole.Messages, unprepared] };
    }

    /// <summary>
    /// Whether a deployment of another image was broken off and left its kernel, which MAAS takes for the next one without a look at what image
    /// that is. Only a release makes it forget.
    /// </summary>
    private bool HasOthersKernel(NodeObservation observation) =>
        observation is { Node: { Image: { Length: > 0 } image, Kernel: null or "" }, Machine: { HweKernel.Length: > 0, Osystem.Length: > 0 } machine }
        && _release.IsOurAllocation(machine)
        && !OsImage.IsSame(image, machine.Osystem, machine.DistroSeries);

    private async Task<UserData?> RenderAsync(DrydockNode node, CancellationToken token)
    {
        if (node.Site.BootActions.Count == 0)
            return null;
        var renderer = options.BootActionRenderer
            ?? throw new InvalidOperationException("A site with boot actions is not deployed without what renders them.");
        return UserData.Make(node, await renderer.RenderAsync(node, SkippedOn(node), token).ConfigureAwait(false));
    }

    /// <summary>A node with a tag of Drydock's gets from Drydock what only Airship has.</summary>
    private IReadOnlyCollection<string> SkippedOn(DrydockNode node) => !options.BootActionTag
        ? options.SkipBootActions
        : [.. options.SkipBootActions, .. node.Site.BootActions.Where(IsOfAirship).Select(b => b.Name)];

    private static bool IsOfAirship(BootAction action) => action.Assets.Any(a =>
        a.ContentLocation is { } location && (location.StartsWith("promenade+", StringComparison.OrdinalIgnoreCase)
            || location.StartsWith("deckhand+", StringComparison.OrdinalIgnoreCase)));

    /// <summary>A deployment that was aborted or released by somebody leaves the machine in one of these.</summary>
    internal static bool HasEnded(Machine machine) => MachineState.HasLeft(machine, StatusRule.Deploy);
}

/// <summary>Options of deploying machines.</summary>
public sealed record DeployStepOptions : ReleasingStepOptions
{
    /// <summary>Deploy a machine whose network or storage is not set up as designed.</summary>
    public bool AllowUnprepared { get; init; }

    /// <summary>Renders boot actions; a site without any needs none.</summary>
    public IBootActionRenderer? BootActionRenderer { get; init; }

    /// <summary>Names of boot actions that are left out.</summary>
    public IReadOnlyCollection<string> SkipBootActions { get; init; } = [];

    /// <summary>Make the tag that tells a Drydock server which boot actions a node may fetch.</summary>
    public bool BootActionTag { get; init; }

    /// <summary>Let deployed machines report their hardware to MAAS from time to time.</summary>
    public bool HardwareSync { get; init; }

    /// <summary>Run the image from memory and leave the disks alone.</summary>
    public bool Ephemeral { get; init; }

    /// <summary>Lists of the site that were read already, or will be, for several steps that only read; null to read them anew.</summary>
    internal SiteListings? Listings { get; init; }

    internal NetworkStepOptions Network => new() { Timing = Timing, ProtectTags = ProtectTags, NoErase = NoErase, Listings = Listings };

    internal StorageStepOptions Storage => new() { Timing = Timing, ProtectTags = ProtectTags, NoErase = NoErase };
}
