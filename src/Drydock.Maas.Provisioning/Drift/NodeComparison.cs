using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Engine.Wait;
using Drydock.Maas.Provisioning.Nodes.Deploy;
using Drydock.Maas.Provisioning.Nodes.Identity;
using Drydock.Maas.Provisioning.Nodes.Network;
using Drydock.Maas.Provisioning.Nodes.Platform;
using Drydock.Maas.Provisioning.Nodes.Storage;

namespace Drydock.Maas.Provisioning.Drift;

/// <summary>Compares nodes with their machines, by the plans of the steps. One serves all nodes, so that they share what is read.</summary>
internal sealed class NodeComparison
{
    private readonly PlanReader _observer = new();
    private readonly ComparisonOptions _options;
    private readonly NodeFinder _finder;
    private readonly NodeLshw _lshw;
    private readonly PreconditionCheck _preconditions;
    private readonly (ChangeScope Scope, INodeStep Step)[] _identity;
    private readonly (ChangeScope Scope, INodeStep Step)[] _set;
    private readonly INodeStep _deploy;

    public NodeComparison(MaasSession session, SiteListings listings, ComparisonOptions options)
    {
        _options = options;
        _lshw = NodeLshw.For(session);
        _preconditions = new PreconditionCheck(session);
        var timing = new StepTiming().Begun();
        _finder = new NodeFinder(session.Client, new MachineReader(session.Client), PowerRegister.For(session, timing.TimeProvider), timing.Since!.Value);
        _identity = [(ChangeScope.Node, MakeStep(new IdentityStepOptions { UseNodeOobParameters = options.UseNodeOobParameters }))];
        _set =
        [
            (ChangeScope.Interface, MakeStep(new NetworkStepOptions { Listings = listings })),
            (ChangeScope.Disk, MakeStep(new StorageStepOptions())),
            (ChangeScope.Node, MakeStep(new PlatformStepOptions { Listings = listings })),
        ];
        _deploy = MakeStep(new DeployStepOptions { Listings = listings, BootActionRenderer = options.BootActionRenderer });

        INodeStep MakeStep(NodeStepOptions step) => StepFactory.Create(session, step with { Timing = timing });
    }

    /// <summary>What differs; never fails for what is wrong with one node.</summary>
    public async Task<NodeFindings> CompareAsync(DrydockNode node, CancellationToken token)
    {
        Machine machine;
        try
        {
            machine = await _finder.FindAsync(node, token).ConfigureAwait(false);
        }
        catch (NodeException e)
        {
            return new(node, null, [], [Absent(node, e)]);
        }

        var changes = new List<PlannedChange>();
        var notes = new List<NodeNote>();
        foreach (var (scope, step) in StepsFor(machine))
        {
            try
            {
                var plan = await step.PlanAsync(new NodeObservation(node, machine, _observer), token).ConfigureAwait(false);
                // What the step would refuse before its first write is no change that can be made now.
                if (plan.Changes.Count > 0
                    && await _preconditions.FindBreachAsync(plan.AllPreconditions, false, token).ConfigureAwait(false) is { } breach)
                {
                    plan = plan.Block(breach.Message);
                }

                changes.AddRange([.. plan.Changes, .. plan.Blocked]);
            }
            catch (NodeException e)
            {
                notes.Add(new(Note(node, machine, scope) with { Kind = DriftKind.NotComparable, Blocker = e.Message }, e.ErrorId));
            }
        }

        if (StatusNote(node, machine) is { } status)
            notes.Insert(0, status);
        return new(node, machine, [.. changes.Select(c => c with { Target = node.Name })], notes)
        {
            Names = _options.Detailed
                ? await _lshw.NamesAsync(node, machine, node.NicNames.Concat(node.DiskNames), token).ConfigureAwait(false)
                : DeviceNames.None,
        };
    }

    /// <summary>What a machine that is not commissioned, or under way, has on NICs and disks says nothing.</summary>
    private (ChangeScope Scope, INodeStep Step)[] StepsFor(Machine machine) => machine.KnownStatus switch
    {
        _ when MachineState.IsDeployed(machine) => [.. _identity, .. _set, (ChangeScope.Node, _deploy)],
        { } status when StatusRule.Settled.Contains(status) => [.. _identity, .. _set],
        _ => _identity,
    };

    private NodeNote? StatusNote(DrydockNode node, Machine machine)
    {
        var (ready, deployed) = (MachineStatus.Ready.GetName(), MachineStatus.Deployed.GetName());
        var (commission, deploy) = (StatusRule.Commission.Judge(machine.KnownStatus), StatusRule.Deploy.Judge(machine.KnownStatus));
        var (wanted, advice) = deploy switch
        {
            StatusMeaning.Done or StatusMeaning.UnderWay => ("", ""),
            StatusMeaning.Needed when !_options.RequireDeployed => ("", ""),
            StatusMeaning.Needed => (deployed, null),
            StatusMeaning.Past when commission == StatusMeaning.Past && !MachineState.HasFailedToRelease(machine) => (deployed, null),
            StatusMeaning.TooEarly when commission == StatusMeaning.Needed => (ready, null),
            _ => (
                $"{ready} or {deployed}",
                $"machine is {machine.StatusName}; "
                    + $"{(MachineState.IsInRescue(machine) ? "leave rescue mode first" : "release it first, or wait until it is done")}"),
        };
        if (wanted.Length == 0)
            return null;
        return new(Note(node, machine, ChangeScope.Node) with
        {
            Property = ChangeProperty.Status,
            DesignValue = wanted,
            MaasValue = machine.StatusName,
            Blocker = advice,
        });
    }

    private static NodeNote Absent(DrydockNode node, NodeException error) => new(
        Note(node, null, ChangeScope.Node) with
        {
            Kind = error.ErrorId == ErrorIds.MachineNotFound ? DriftKind.Missing : DriftKind.NotComparable,
            DesignValue = error.ErrorId == ErrorIds.MachineNotFound ? node.Fqdn : null,
            Blocker = error.Message,
        },
        error.ErrorId);

    private static DesignDrift Note(DrydockNode node, Machine? machine, ChangeScope scope) => new()
    {
        Kind = DriftKind.Different,
        Scope = scope,
        Target = node.Name,
        ResourceKind = ResourceKind.Machine,
        Resource = machine?.ToString() ?? node.Name,
        Severity = ChangeSeverity.Disruptive,
    };
}
