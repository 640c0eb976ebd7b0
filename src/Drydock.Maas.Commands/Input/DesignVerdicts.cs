using Drydock.Maas.Commands.Output;
using Drydock.Maas.Design;
using Drydock.Maas.Design.Validation;

namespace Drydock.Maas.Commands.Input;

/// <summary>Refuses designs with errors; each design is validated once.</summary>
/// <param name="validate">Validates a design where it may take its time; the errors of it.</param>
internal sealed class DesignVerdicts(Func<Func<CancellationToken, IReadOnlyList<ValidationFinding>>, IReadOnlyList<ValidationFinding>> validate)
{
    private readonly Dictionary<SiteDesign, DesignVerdict> _verdicts = new(ReferenceEqualityComparer.Instance);

    /// <summary>What the errors of a design refuse.</summary>
    public DesignVerdict Judge(SiteDesign design)
    {
        if (!_verdicts.TryGetValue(design, out var verdict))
            _verdicts[design] = verdict = new(validate(token => DesignValidator.FindErrors(design, token)));
        return verdict;
    }
}

/// <summary>The refusals that follow from the errors of a design: those of the site refuse everything, those of nodes these nodes and nothing else.</summary>
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
    public MaasException? FindRefusal(DrydockNode node) => OfSite
        ?? (_ofNodes[node.Name].Any() ? ErrorRecords.DesignInvalid([.. _ofNodes[node.Name]], $"The design of node {node.Name}") : null);
}
