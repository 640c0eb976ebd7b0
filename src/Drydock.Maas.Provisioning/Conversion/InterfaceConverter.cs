using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Nodes.Network;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>Describes the interfaces and addresses of machines: what the planner would leave as it is, and nothing else.</summary>
/// <param name="site">Networks of the MAAS.</param>
/// <param name="links">The links.</param>
/// <param name="getName">The names of networks.</param>
/// <param name="makeSite">Makes a site of all networks and one node.</param>
/// <param name="findings">Takes what cannot be said.</param>
internal sealed class InterfaceConverter(
    SiteSnapshot site, LinkConverter links, Func<Subnet, string> getName, Func<DrydockNode, SiteDesign> makeSite, ConversionFindings findings)
{
    private const string Remedy = "A run leaves it as it is; change it in MAAS, or write it by hand, if the design is to have it.";

    /// <summary>The node with the interfaces of its machine.</summary>
    /// <param name="draft">The node, with its out-of-band management, primary network and the address there.</param>
    /// <param name="trees">The interfaces of its machine.</param>
    public NodeDraft Describe(NodeDraft draft, IReadOnlyList<InterfaceTree> trees)
    {
        var (machine, names) = (draft.Machine, new HashSet<string>(StringComparer.Ordinal));
        foreach (var tree in trees.Where(t => t.IsSetUp).OrderBy(t => t.Base.Type == "bond"))
        {
            if (tree.Refusal is { } refusal)
                Refuse(machine, tree, null, refusal);
            else if (tree.Places.Count == 0)
                Refuse(machine, tree, null, $"{tree.Base.Type} {tree.Base.Name} is on no network");
            else if (tree.Places.FirstOrDefault(p => draft.Addressing.Any(a => a.Network == getName(p.Subnet))) is { } twice)
                Refuse(machine, tree, null, $"another interface, or its management controller, is on {twice.Subnet.Cidr}, too, and a node has one address on a network");
            else if (links.Find(tree) is not { } link)
                Refuse(machine, tree, "mtu", $"other interfaces on its networks are bonded otherwise or have another MTU than {tree.Base.Name}, and a network is on one link");
            else
                draft = Try(draft, Add(draft, tree, link.Design, names), tree);
        }

        return draft;
    }

    /// <summary>The longer node, where nothing of it would be changed.</summary>
    private NodeDraft Try(NodeDraft draft, NodeDraft longer, InterfaceTree tree)
    {
        var node = longer.Make();
        _ = makeSite(node);
        try
        {
            var plan = NetworkPlanner.Plan(node, draft.Machine, site, DeviceNames.None);
            if (plan.IsEmpty)
                return longer;
            findings.AddChanges(plan.Changes, Remedy, draft.Machine.Hostname);
        }
        catch (NodeException e)
        {
            Refuse(draft.Machine, tree, null, e.Message.TrimEnd('.'));
        }

        return draft;
    }

    private NodeDraft Add(NodeDraft draft, InterfaceTree tree, NetworkLink link, HashSet<string> names)
    {
        var taken = draft.Machine.Interfaces.Select(i => i.Name).ToHashSet(StringComparer.Ordinal);
        var name = tree.Base.Type == "bond" || taken.Contains(link.Name) || names.Contains(link.Name) ? tree.Base.Name : link.Name;
        names.Add(name);
        var onBridge = tree.Places.Where(p => IsOn(p, tree.Bridge)).ToList();
        var interfaces = new List<NodeInterface>(draft.Interfaces)
        {
            new() { Name = name, NetworkLink = link.Name, Slaves = tree.Nics, Networks = [.. tree.Places.Except(onBridge).Where(p => p.Bridge is null).Select(p => getName(p.Subnet))] },
        };
        if (tree.Bridge is { } whole)
            interfaces.Add(MakeBridge(whole, name, [.. onBridge.Select(p => getName(p.Subnet))]));
        interfaces.AddRange(tree.Places.Where(p => p.Bridge is not null).Select(p => MakeBridge(p.Bridge!, $"{name}/{getName(p.Subnet)}", [])));
        return draft with
        {
            Interfaces = interfaces,
            Addressing = [.. draft.Addressing, .. tree.Places.Where(p => p.Link.Mode != "link_up").Select(p => new NodeAddress
            {
                Network = getName(p.Subnet),
                Type = p.Link.Mode,
                Address = p.Link.Mode == "static" ? p.Link.Address.Canonical : null,
            })],
        };
    }

    private static bool IsOn(InterfacePlace place, NetworkInterface? bridge) =>
        bridge is not null && (place.Nic.Id == bridge.Id || (place.Bridge is null && place.Nic.Parents.Contains(bridge.Name)));

    private static NodeInterface MakeBridge(NetworkInterface bridge, string over, IReadOnlyList<string> networks) => new()
    {
        Name = bridge.Name,
        Slaves = [over],
        Networks = networks,
        Bridge = BridgeSettings.Written(bridge.Params?.BridgeType, bridge.Params?.BridgeStp, bridge.Params?.BridgeFd),
    };

    private void Refuse(Machine machine, InterfaceTree tree, string? property, string why) =>
        findings.AddLeftOut($"Machine {machine}, interface {tree.Base.Name}", property, why, Remedy, machine.Hostname);
}
