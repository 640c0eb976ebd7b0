using Drydock.Maas.Design.Documents;

namespace Drydock.Maas.Design.Compile;

/// <summary>Compiles documents into the effective site; documents are never changed, so compiling twice gives the same.</summary>
internal static class SiteCompiler
{
    public static SiteDesign Compile(DocumentSet documents, List<DesignProblem> problems, List<DesignProblem> warnings, IReadOnlyList<string> sources, CancellationToken token)
    {
        var networks = RouteDomains.Expand(documents.Networks);
        var compiler = new NodeCompiler(
            new ProfileChain(documents.HostProfiles.ToDictionary(p => p.Name, StringComparer.Ordinal), problems),
            documents.HardwareProfiles.ToDictionary(p => p.Name, StringComparer.Ordinal),
            networks.ToDictionary(n => n.Name, StringComparer.Ordinal),
            problems);
        var nodes = new List<DrydockNode>();
        foreach (var document in documents.Nodes)
        {
            token.ThrowIfCancellationRequested();
            if (compiler.Compile(document) is { } node)
                nodes.Add(node);
        }

        var actions = documents.BootActions
            .Select(a => a.Action with { TargetNodes = [.. nodes.Where(n => NodeFilters.Selects(a.Filter, n)).Select(n => n.Name)] })
            .ToList();
        return new SiteDesign(networks, documents.Links, PackageLists.Assign(nodes, actions, warnings))
        {
            Region = documents.Region,
            Racks = documents.Racks,
            HardwareProfiles = documents.HardwareProfiles,
            HostProfiles = [.. documents.HostProfiles.Select(p => p.Name)],
            BootActions = actions,
            Warnings = warnings,
            Sources = sources,
        };
    }
}
