using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Networks;

/// <summary>A network that no link carries is not set up.</summary>
internal sealed class NetworkWithoutLink : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(NetworkWithoutLink),
        "DD2112",
        "Networks Without a Link",
        "Every network is allowed on a link; it has no fabric in MAAS otherwise.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        // One that is known under another name is told of with that name.
        var meant = site.UnknownNetworks.Select(n => site.FindMeant(n.Name)).OfType<NetworkFacts>().ToHashSet();
        var told = site.Nodes.SelectMany(n => n.Interfaces.SelectMany(i => i.Networks.Where(name => site.IsMisplaced(n, i, name))))
            .Concat(site.Links.Select(l => l.NativeNetwork).OfType<string>()).ToHashSet(StringComparer.Ordinal);
        return site.Networks.Where(n => site.Links.Count > 0 && site.Design.FindLinkOfNetwork(n.Name) is null && !meant.Contains(n)
            && !told.Contains(n.Name)).Select(n => this.Warning(
            $"Network {n.Name} is allowed on no network link, so it is not set up.",
            "Add it to the allowed_networks of a link, or remove it.",
            n.Reference));
    }
}
