using Drydock.Maas.Design.Templates.Values;

namespace Drydock.Maas.Design.BootActions;

/// <summary>A node as templates see it, by the names that Drydock documents.</summary>
internal static class TemplateValues
{
    public static IReadOnlyDictionary<string, object> Build(DrydockNode node, TemplateMapping action) =>
        new Dictionary<string, object>(StringComparer.Ordinal) { ["node"] = Node(node), ["action"] = action };

    private static TemplateMapping Node(DrydockNode node) => new("node", new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["hostname"] = node.Name,
        ["domain"] = node.Domain,
        ["tags"] = node.Tags.Cast<object>().ToList(),
        ["labels"] = new TemplateMapping(
            "node.labels",
            node.OwnerData.ToDictionary(d => d.Key, d => (object)d.Value, StringComparer.Ordinal)),
        ["network"] = new TemplateMapping("node.network", Networks(node), name => MissingNetwork(node, name)),
        ["interfaces"] = new TemplateMapping("node.interfaces", Interfaces(node)),
    });

    private static Dictionary<string, object> Networks(DrydockNode node)
    {
        var networks = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var address in node.Addressing.Where(a => a.Address is not null))
        {
            if (node.Site.FindNetwork(address.Network) is not { } network)
                continue;
            networks[address.Network] = Network(address, network);
            if (address.Network == node.PrimaryNetwork)
                networks["default"] = networks[address.Network];
        }

        return networks;
    }

    private static TemplateMapping Network(NodeAddress address, Network network) => new(
        $"node.network.{network.Name}",
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["ip"] = address.Address!,
            ["cidr"] = network.Cidr,
            ["dns_suffix"] = network.DnsDomain,
        });

    private static string? MissingNetwork(DrydockNode node, string name)
    {
        if (name == "default")
            return $"node {node.Name} has no static address on its primary network {node.PrimaryNetwork ?? "(none is named)"}.";
        return node.FindAddress(name) is null
            ? $"node {node.Name} has no address on a network {name}; give it one in addressing, or use the filter default."
            : $"the address of node {node.Name} on {name} is not static; only static addresses are known before deployment.";
    }

    private static Dictionary<string, object> Interfaces(DrydockNode node) =>
        node.Interfaces.ToDictionary(i => i.Name, i => (object)Interface(i), StringComparer.Ordinal);

    private static TemplateMapping Interface(NodeInterface port)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal) { ["sriov"] = port.Sriov is not null };
        if (port.Sriov is { } sriov)
        {
            values["vf_count"] = sriov.VirtualFunctionCount is { } count ? (long)count : NoneValue.Instance;
            values["trustedmode"] = sriov.TrustedMode ?? false;
        }

        return new($"node.interfaces.{port.Name}", values);
    }
}
