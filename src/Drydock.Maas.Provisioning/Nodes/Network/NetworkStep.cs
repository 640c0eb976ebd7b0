using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Release;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>Sets up bonds, VLAN interfaces, addresses and MTUs.</summary>
internal sealed class NetworkStep(MaasSession session, NetworkStepOptions options) : INodeStep
{
    private readonly NodeLshw _lshw = NodeLshw.For(session);
    private readonly PrecedingRelease _release = new(session, options);
    private readonly SharedRead<SiteAddressing> _site = options.Listings is { } listings
        ? new(token => SiteAddressing.ReadAsync(listings, token))
        : SiteAddressing.For(session, options.Timing.TimeProvider);

    private readonly long _since = options.Listings is null ? options.Timing.Begun().Since!.Value : long.MinValue;

    public string Name => "Network";

    public IOperationExecutor<MachineContext> Executor => new ExecutorSet<MachineContext>(new InterfaceExecutor(), _release.Executor);

    public MachineParts Uses => MachineParts.Network;

    public MachineParts Writes => MachineParts.Network;

    public void Forget() => _site.Forget();

    public async Task<Plan> PlanAsync(NodeObservation observation, CancellationToken token)
    {
        var (node, machine, observer) = observation;
        var isKnown = !MachineState.IsUncommissioned(machine);
        if (!isKnown && !observer.PlanOnly)
            throw MachineState.NotCommissioned(machine, "network set-up");

        var slaves = node.NicNames.ToList();
        var (site, ids) = await _site.GetAsync(_since, token).ConfigureAwait(false);
        var nics = machine.Interfaces.Where(i => i.Type == "physical").Select(i => i.Name);
        if (await _lshw.FitsAsync(observation, slaves, nics, names => IsAsDesigned(node, machine, site, names), token).ConfigureAwait(false))
            return Plan.Empty;
        var plan = await PlanAsync(observation, site, isKnown, slaves, token).ConfigureAwait(false);
        return plan with { Basis = ids };
    }

    /// <summary>What of a commissioned machine's network is not as designed, whatever its status allows.</summary>
    public async Task<IReadOnlyList<PlannedChange>> FindDifferencesAsync(DrydockNode node, Machine machine, CancellationToken token)
    {
        var (site, _) = await _site.GetAsync(_since, token).ConfigureAwait(false);
        var names = await _lshw.NamesAsync(node, machine, node.NicNames.ToList(), token).ConfigureAwait(false);
        return NetworkPlanner.Plan(node, machine, site, names).Changes;
    }

    private async Task<Plan> PlanAsync(
        NodeObservation observation, SiteSnapshot site, bool isKnown, List<string> slaves, CancellationToken token)
    {
        var (node, machine, observer) = observation;
        var names = await _lshw.NamesAsync(node, machine, slaves, token).ConfigureAwait(false);
        var plan = isKnown ? NetworkPlanner.Plan(node, machine, site, names) : PlanAhead(node, machine, site, names);
        if (!plan.IsEmpty && machine.KnownStatus == MachineStatus.Allocated && MachineState.IsUsedByOther(machine, session.User.Username))
        {
            return observer.PlanOnly
                ? plan.Block($"machine is allocated to {machine.Owner}, not to {session.User.Username}")
                : throw MachineState.UsedByOther(machine, session.User.Username, "network set-up", plan.Changes);
        }

        if (!plan.IsEmpty && PrecedingRelease.IsNeeded(machine))
            return await _release.BeforeAsync(observation, o => Task.FromResult(NetworkPlanner.Plan(node, o.Machine, site, names))).ConfigureAwait(false);
        return isKnown ? StateRules.Network.Admit(plan, machine, observer) : plan;
    }

    private static bool IsAsDesigned(DrydockNode node, Machine machine, SiteSnapshot site, DeviceNames names)
    {
        try
        {
            return NetworkPlanner.Plan(node, machine, site, names).IsEmpty;
        }
        catch (NodeException)
        {
            return false;
        }
    }

    /// <summary>What a machine that is not commissioned is known to have may be all there is, or next to nothing.</summary>
    private static Plan PlanAhead(DrydockNode node, Machine machine, SiteSnapshot site, DeviceNames names)
    {
        try
        {
            var plan = NetworkPlanner.Plan(node, machine, site, names);
            var message = $"Machine {machine} is {machine.StatusName}: planned from what is known of its NICs before commissioning.";
            return plan.AsUnknown() with { Messages = [.. plan.Messages, message] };
        }
        catch (NodeException e) when (e.ErrorId == ErrorIds.InterfaceNotFound)
        {
            return new(new UnknownOperation([NotYetKnown(machine)]));
        }
    }

    /// <summary>That there will be a plan.</summary>
    private static PlannedChange NotYetKnown(Machine machine) => Operation.Act(
        ChangeAction.SetNetwork, ResourceKind.Machine, machine.ToString(), null, "as designed; its NICs are known after commissioning");
}

/// <summary>Options of setting up the network of nodes.</summary>
public sealed record NetworkStepOptions : ReleasingStepOptions
{
    /// <summary>Lists of the site that were read already, or will be, for several steps that only read; null to read them anew.</summary>
    internal SiteListings? Listings { get; init; }
}
