using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Nodes.Platform;

/// <summary>Sets kernel parameters and static tags.</summary>
internal sealed class PlatformStep(MaasSession session, PlatformStepOptions options) : INodeStep
{
    private readonly TagBoard _board = new(session.Client, options.Listings);

    public string Name => "Platform";

    public IOperationExecutor<MachineContext> Executor => new TagExecutor(_board);

    public MachineParts Uses => MachineParts.Tags;

    public MachineParts Writes => MachineParts.Tags;

    public void Forget() => _board.Forget();

    public async Task<Plan> PlanAsync(NodeObservation observation, CancellationToken token)
    {
        var node = observation.Node;
        var present = new Dictionary<string, Tag>(StringComparer.Ordinal);
        foreach (var name in node.Tags.Append(PlatformPlanner.KernelTag(node)).Distinct(StringComparer.Ordinal))
        {
            if (await _board.FindAsync(name, token).ConfigureAwait(false) is { } tag)
                present[name] = tag;
        }

        var wearers = await WearersAsync(node, observation.Machine, present, token).ConfigureAwait(false);
        var plan = PlatformPlanner.Plan(node, observation.Machine, present, wearers);
        return options.Prune ? Plan.Join(plan, TagPrunePlanner.Plan(node, observation.Machine)) : plan;
    }

    /// <summary>
    /// Asked where the machine is only now to get its node's kernel parameters, and where it is to be certain: that costs a request a node.
    /// </summary>
    private async Task<IReadOnlyList<Machine>> WearersAsync(
        DrydockNode node, Machine machine, Dictionary<string, Tag> present, CancellationToken token)
    {
        var tag = PlatformPlanner.KernelTag(node);
        if (node.KernelParameterString.Length == 0 || !present.ContainsKey(tag) || (machine.TagNames.Contains(tag) && !options.Prune))
            return [];
        var wearers = await _board.ListMembersAsync(tag, token).ConfigureAwait(false);
        return [.. wearers.Where(m => m.SystemId != machine.SystemId)];
    }
}

/// <summary>Options of setting kernel parameters and tags.</summary>
public sealed record PlatformStepOptions : NodeStepOptions
{
    /// <summary>Take tags of the design's other nodes off a machine whose own node does not have them.</summary>
    public bool Prune { get; init; }

    /// <summary>Lists of the site that were read already, or will be, for several steps that only read; null to read them anew.</summary>
    internal SiteListings? Listings { get; init; }
}
