using Drydock.Maas.Design.Documents;

namespace Drydock.Maas.Design.Compile;

/// <summary>Compiles documents into the effective site; documents are never changed, so compiling twice gives the same.</summary>
internal static class SiteCompiler
{
    public static SiteDesign Compile(
        DocumentSet documents,
        List<DesignProblem> problems,
        ICollection<DesignProblem> warnings,
        IReadOnlyList<string> sources,
        BootActionSettings settings,
        CancellationToken token)
    {
        var networks = RouteDomains.Expand(documents.Networks);
        var profiles = documents.HostProfiles.ToDictionary(p => p.Name, StringComparer.Ordinal);
        var missing = new MissingProfiles(profiles.Keys, documents.HardwareProfiles.Select(p => p.Name), problems);
        var chain = new ProfileChain(profiles, missing, problems);
        var byName = networks.ToDictionary(n => n.Name, StringComparer.Ordinal);
        var links = documents.Links.ConvertAll(l => NativeNetworks.Find(l, byName));
        var nodes = CompileNodes(documents, chain, missing, byName, problems, token);
        missing.Report(problems);
        var actions = documents.BootActions
            .Select(a => a.Action with { TargetNodes = [.. nodes.Where(n => FilterEvaluation.Selects(a.Filter, n)).Select(n => n.Name)] })
            .ToList();
        foreach (var warning in documents.Warnings)
            warnings.Add(warning);
        ProfileChain.CheckUnused(profiles, chain, warnings);
        return new SiteDesign(networks, links, PackageLists.Assign(nodes, actions))
        {
            Region = documents.Region,
            OtherRegions = documents.OtherRegions,
            Racks = documents.Racks,
            HardwareProfiles = documents.HardwareProfiles,
            HostProfiles = [.. documents.HostProfiles.Select(p => p.Name)],
            BootActions = actions,
            DeploymentDocuments = documents.Deployment,
            BootActionSettings = settings,
            Warnings = [.. warnings],
            Sources = sources,
            Origins = new DocumentOrigins(documents.All),
        };
    }

    private static List<DrydockNode> CompileNodes(
        DocumentSet documents,
        ProfileChain chain,
        MissingProfiles missing,
        IReadOnlyDictionary<string, Network> networks,
        List<DesignProblem> problems,
        CancellationToken token)
    {
        var hardware = documents.HardwareProfiles.ToDictionary(p => p.Name, StringComparer.Ordinal);
        var compiler = new NodeCompiler(chain, hardware, missing, networks, problems);
        var nodes = new List<DrydockNode>();
        foreach (var document in documents.Nodes)
        {
            token.ThrowIfCancellationRequested();
            if (compiler.Compile(document) is { } node)
                nodes.Add(node);
        }

        return nodes;
    }
}
