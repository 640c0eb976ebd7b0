namespace Drydock.Maas.Design.Compile;

/// <summary>Merges the package lists that stand in boot actions into the nodes they apply to; of two versions the later wins.</summary>
internal static class PackageLists
{
    public static IReadOnlyList<DrydockNode> Assign(IReadOnlyList<DrydockNode> nodes, IReadOnlyList<BootAction> actions)
    {
        var packages = nodes.ToDictionary(
            n => n.Name, _ => new Dictionary<string, string?>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var action in actions)
        {
            foreach (var asset in action.Assets.Where(a => a.Type == "pkg_list"))
            {
                foreach (var list in action.TargetNodes.Select(t => packages[t]))
                {
                    foreach (var (name, version) in asset.Packages)
                        list[name] = version;
                }
            }
        }

        foreach (var node in nodes)
            node.Packages = packages[node.Name];
        return nodes;
    }
}
