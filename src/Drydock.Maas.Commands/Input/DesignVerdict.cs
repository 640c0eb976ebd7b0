using Drydock.Maas.Commands.Output;
using Drydock.Maas.Design;

namespace Drydock.Maas.Commands.Input;

/// <summary>What the errors of a design refuse: those of the site everything, those of nodes these nodes and nothing else.</summary>
internal sealed class DesignVerdict
{
    private readonly ILookup<string, ValidationFinding> _ofNodes;

    public DesignVerdict(IReadOnlyList<ValidationFinding> errors)
    {
        var ofSite = errors.Where(e => e.Nodes.Count == 0).ToList();
        OfSite = ofSite.Count == 0 ? null : ErrorRecords.DesignInvalid(ofSite, "The design");
        _ofNodes = errors.SelectMany(e => e.Nodes.Select(n => (Node: n, Error: e))).ToLookup(x => x.Node, x => x.Error, StringComparer.Ordinal);
    }

    /// <summary>Why nothing of the site is worked on; null when it may be.</summary>
    public MaasException? OfSite { get; }

    /// <summary>Why the node is not worked on; null when it may be.</summary>
    public MaasException? Of(DrydockNode node) => OfSite
        ?? (_ofNodes[node.Name].Any() ? ErrorRecords.DesignInvalid([.. _ofNodes[node.Name]], $"The design of node {node.Name}") : null);
}
