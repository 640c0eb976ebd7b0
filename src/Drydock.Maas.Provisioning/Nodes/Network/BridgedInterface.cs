using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>A NIC or bond of a design with the bridges on it, which take its networks over.</summary>
/// <param name="Design">The NIC or bond, with the networks that stay on it or have a VLAN interface on it.</param>
/// <param name="Link">Its link.</param>
/// <param name="Bridge">The bridge over the interface itself, with the networks on it; null for none.</param>
/// <param name="NetworkBridges">Bridges over one of its VLAN interfaces each, with their networks.</param>
internal sealed record BridgedInterface(
    NodeInterface Design, NetworkLink Link, NodeInterface? Bridge, IReadOnlyList<(NodeInterface Bridge, string Network)> NetworkBridges)
{
    /// <summary>The interfaces of a node in design order; a NIC that only bridges name is one, too.</summary>
    public static IReadOnlyList<BridgedInterface> Read(DrydockNode node, Func<NodeInterface, NetworkLink?> findLink)
    {
        var bases = new List<(NodeInterface Design, NetworkLink Link)>();
        var bridges = new List<NodeInterface>();
        foreach (var nic in node.Interfaces)
        {
            if (nic.Bridge is not null)
                Check(node, nic);
            if (findLink(nic) is not { NoConfig: false } link)
                continue;
            if (nic.Bridge is null)
            {
                bases.Add((nic, link));
                continue;
            }

            bridges.Add(nic);
            if (node.FindBridged(nic) is null && !bases.Exists(b => b.Design.Name == nic.BridgedName))
                bases.Add((new NodeInterface { Name = nic.BridgedName!, NetworkLink = link.Name, Slaves = [nic.BridgedName!] }, link));
        }

        return [.. bases.Select(b => ShareNetworks(node, b.Design, b.Link, [.. bridges.Where(x => x.BridgedName == b.Design.Name)]))];
    }

    private static BridgedInterface ShareNetworks(DrydockNode node, NodeInterface design, NetworkLink link, IReadOnlyList<NodeInterface> bridges)
    {
        var whole = bridges.Where(b => b.BridgedNetwork is null || b.BridgedNetwork == link.NativeNetwork).ToList();
        var others = bridges.Except(whole).Select(b => (Bridge: b, Network: b.BridgedNetwork!)).ToList();
        if (whole.Count > 1 || others.DistinctBy(o => o.Network).Count() < others.Count)
            throw Wrong(node, $"Two bridges of node {node.Name} stand on {design.Name} or on one network of it.");

        // An interface below a bridge has no link, so the native network is the bridge's wherever it is written.
        var isOnNative = whole.Prepend(design).Any(i => i.BridgedNetwork is not null || i.Networks.Any(n => n == link.NativeNetwork));
        var taken = whole.SelectMany(b => b.Networks.Append(isOnNative ? link.NativeNetwork : null))
            .OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var left = design.Networks.Concat(others.Select(o => o.Network)).Distinct(StringComparer.Ordinal).Except(taken);
        return new(
            design with { Networks = [.. left] },
            link,
            whole.Count == 0 ? null : whole[0] with { Networks = taken },
            [.. others.Select(o => (o.Bridge with { Networks = [o.Network] }, o.Network))]);
    }

    private static void Check(DrydockNode node, NodeInterface bridge)
    {
        var what = $"Bridge {bridge.Name} of node {node.Name}";
        if (bridge.Slaves.Count != 1)
            throw Wrong(node, FormattableString.Invariant($"{what} has {bridge.Slaves.Count} slaves; it needs one."));
        if (bridge.BridgedName == bridge.Name || node.FindBridged(bridge)?.Bridge is not null)
            throw Wrong(node, $"{what} stands on a bridge, {bridge.BridgedName}.");
        if (bridge.BridgedNetwork is { } network && bridge.Networks.FirstOrDefault(n => n != network) is { } other)
            throw Wrong(node, $"{what} stands on network {network}, so {other} cannot be on it.");
    }

    private static NodeException Wrong(DrydockNode node, string message) =>
        new(ErrorIds.DesignInvalid, $"{message} Correct the interfaces of {node.Name}.");
}
