namespace Drydock.Maas.Design.Compile;

/// <summary>Merges the package lists of boot actions into the nodes they apply to; of two versions the later wins.</summary>
internal static class PackageLists
{
    public static IReadOnlyList<DrydockNode> Assign(
        IReadOnlyList<DrydockNode> nodes, IReadOnlyList<BootAction> actions, List<DesignProblem> warnings)
    {
        var packages = nodes.ToDictionary(
            n => n.Name, _ => new Dictionary<string, string?>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var action in actions)
        {
            foreach (var asset in action.Assets.Where(a => a.Type == "pkg_list"))
            {
                if (asset.ContentLocation is { } location)
                    warnings.Add(NotFetched(action, location));
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

    private static DesignProblem NotFetched(BootAction action, string location) => new()
    {
        ErrorId = "PackageListNotFetched",
        Message = $"The package list at {location} is not fetched; its packages are not installed.",
        Location = action.Location,
        Document = $"BootAction {action.Name}",
        Path = "$.assets",
    };
}
