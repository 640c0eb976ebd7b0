using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Names;

/// <summary>Every node is one machine of the MAAS at most, no other machine has its name, and none is a rack controller.</summary>
internal sealed class LiveNames : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(LiveNames),
        "DD3107",
        "Names on the Server",
        "With a connection: the machine with a node's BMC address, the one with its boot MAC address and the one with its name are the same, as far "
        + "as the MAAS has them; a node is no rack controller.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        if (site.Live is not { } live)
            yield break;
        foreach (var node in site.Nodes)
        {
            var match = live.Match(node);
            if (match.Conflict is { } conflict)
                yield return this.Error(site.At(node), $"{conflict.Message}", conflict.Advice);
            else if (match.Machine is null && live.Racks.FindConflict(node) is { } rack)
                yield return this.Warning(site.At(node), $"{rack}", "Leave the node out of the design, or correct its name, BMC address or boot MAC.");
        }
    }
}
