using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Engine.Steps;

/// <summary>The plan of one thing of the site, or why it has none.</summary>
/// <param name="Target">The network, key, repository, tag, image or script.</param>
/// <param name="Plan">Its plan.</param>
internal sealed record SitePart(string Target, Plan Plan)
{
    /// <summary>Why it cannot be done; then nothing of it is written.</summary>
    public NodeException? Error { get; init; }

    /// <summary>Why something of it cannot be done; all else of it is, and then it has failed for this reason.</summary>
    public NodeException? Shortfall { get; init; }

    /// <summary>Why it is left alone; null when it is not.</summary>
    public string? SkippedBecause { get; init; }

    /// <summary>All changes.</summary>
    public IReadOnlyList<PlannedChange> Changes => Plan.Changes;

    /// <summary>Plans one thing; what cannot be is its error.</summary>
    public static SitePart Make(string target, Func<Plan> plan)
    {
        try
        {
            return new(target, plan());
        }
        catch (NodeException e)
        {
            return new(target, Plan.Empty) { Error = e };
        }
    }

    /// <summary>The operations of all parts in an order in which they can be carried out: one may need what another part makes.</summary>
    public static IEnumerable<(SitePart Part, Operation Operation)> Order(IReadOnlyList<SitePart> parts)
    {
        var owners = new Dictionary<Operation, SitePart>(ReferenceEqualityComparer.Instance);
        foreach (var (part, operation) in parts.SelectMany(p => p.Plan.Operations, (p, o) => (p, o)))
            owners[operation] = part;
        return OperationOrder.Sort([.. parts.SelectMany(p => p.Plan.Operations)]).Select(o => (owners[o], o));
    }
}
