using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Nodes;

/// <summary>Bridges are ones that MAAS and Linux can make.</summary>
internal sealed class BridgeUse : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(BridgeUse),
        "DD1108",
        "Bridges",
        "A bridge stands on one interface or NIC of the node, or on one network of it, which no other bridge stands on; it has a name and "
        + "a forward delay that Linux takes, and the networks of no other bridge.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        from node in site.Nodes
        from bridge in node.Interfaces.Where(i => i.Bridge is not null)
        from finding in Check(site, node, bridge).Concat(CheckShape(site, node, bridge))
        select finding;

    private IEnumerable<ValidationFinding> CheckShape(SiteFacts site, DrydockNode node, NodeInterface bridge)
    {
        NodeMessage what = $"Bridge {bridge.Name} of node {node}";
        var settings = bridge.Bridge!;
        if (!InterfaceName.IsValid(bridge.Name))
        {
            var remedy = FormattableString.Invariant($"Use letters, digits, _, -, . and at most {InterfaceName.LongestLength} of them.");
            yield return Wrong(site, node, bridge, $"{what} has a name that Linux does not take.", remedy);
        }

        if (settings.ForwardDelay < 0 || (settings.Stp && settings.ForwardDelay is < 2 or > 30))
        {
            NodeMessage message = $"{what} has a forward delay of {settings.ForwardDelay} s.";
            yield return Wrong(site, node, bridge, message, "With a spanning tree it is 2 to 30 s, without 0 or more.");
        }
    }

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node, NodeInterface bridge)
    {
        NodeMessage what = $"Bridge {bridge.Name} of node {node}";
        if (bridge.Slaves.Count != 1)
        {
            NodeMessage message = $"{what} has {bridge.Slaves.Count} slaves.";
            yield return Wrong(site, node, bridge, message, "Name the one interface it stands on; '!name' takes an inherited one away.");
            yield break;
        }

        foreach (var fault in StandingFaults(site, node, bridge))
            yield return Wrong(site, node, bridge, $"{what} {fault}.", "Correct slaves of the bridge.");
        foreach (var fault in NetworkFaults(node, bridge))
            yield return Wrong(site, node, bridge, $"{what} {fault}.", "Correct networks of the bridge.");
    }

    private static IEnumerable<string> StandingFaults(SiteFacts site, DrydockNode node, NodeInterface bridge)
    {
        var below = node.FindBridged(bridge);
        var link = node.GetLinkName(bridge);
        if (bridge.BridgedName == bridge.Name)
            yield return "stands on itself";
        else if (below?.Bridge is not null)
            yield return $"stands on {below.Name}, which is a bridge";
        else if (below is { NetworkLink: null })
            yield return $"stands on {below.Name}, which has no device_link";
        else if (below is not null && bridge.NetworkLink is { } own && own != link)
            yield return $"has device_link {own}, but {below.Name}, which it stands on, is on {link}";
        else if (below is null && IsSlaveOfAnother(node, bridge))
            yield return $"stands on NIC {bridge.BridgedName}, which another interface has; name that interface";
        else if (below is null && link is null)
            yield return $"stands on NIC {bridge.BridgedName}, so it needs a device_link";
        else if (below is null && site.Design.FindLink(link!)?.Bonding.IsEnabled == true)
            yield return $"stands on NIC {bridge.BridgedName}, but its link {link} is bonded";
        var place = Standing(site, node, bridge);
        if (node.Interfaces.FirstOrDefault(i => i.Bridge is not null && Standing(site, node, i) == place) is { } first && first != bridge)
            yield return $"stands on {bridge.Slaves[0]}, and so does {first.Name}";
    }

    private static IEnumerable<string> NetworkFaults(DrydockNode node, NodeInterface bridge)
    {
        if (bridge.BridgedNetwork is { } network && bridge.Networks.FirstOrDefault(n => n != network) is { } other)
            yield return $"stands on network {network}, so {other} cannot be on it";
        var taken = node.Interfaces.TakeWhile(i => i != bridge).Where(i => i.Bridge is not null)
            .SelectMany(GetNetworks).ToHashSet(StringComparer.Ordinal);
        foreach (var twice in GetNetworks(bridge).Where(taken.Contains))
            yield return $"is on network {twice}, and so is another bridge";
    }

    private static IEnumerable<string> GetNetworks(NodeInterface bridge) =>
        bridge.Networks.Append(bridge.BridgedNetwork).OfType<string>().Distinct(StringComparer.Ordinal);

    private static bool IsSlaveOfAnother(DrydockNode node, NodeInterface bridge) =>
        node.Interfaces.Any(i => i.Bridge is null && i.Slaves.Contains(bridge.BridgedName!));

    /// <summary>The native network of a link is the interface itself.</summary>
    private static (string? Name, string? Network) Standing(SiteFacts site, DrydockNode node, NodeInterface bridge)
    {
        var native = site.Design.FindLink(node.GetLinkName(bridge) ?? "")?.NativeNetwork;
        return (bridge.BridgedName, native == bridge.BridgedNetwork ? null : bridge.BridgedNetwork);
    }

    private ValidationFinding Wrong(SiteFacts site, DrydockNode node, NodeInterface bridge, NodeMessage message, string remedy) =>
        this.Error(site.At(node, "interfaces", bridge.Name), message, remedy);
}
