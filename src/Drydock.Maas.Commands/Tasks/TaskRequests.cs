using Drydock.Maas.Commands.Input;
using Drydock.Maas.Design;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Design.Export;
using Drydock.Maas.Design.Strategy;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Commands.Tasks;

/// <summary>Makes of what a person, or a journal, says what a task needs: nodes, strategy, the design's digest.</summary>
internal static class TaskRequests
{
    /// <summary>The request.</summary>
    /// <param name="settings">What was asked for.</param>
    /// <param name="design">The site.</param>
    /// <param name="resolve">Makes a whole path of a person's.</param>
    /// <param name="warn">Told of wildcards that fit nothing.</param>
    /// <exception cref="MaasException">
    /// NodeNotFound, TagNotFound, RackNotFound, BootActionNotFound, InvalidFilter, or what is wrong with the strategy.
    /// </exception>
    public static TaskRequest Create(TaskSettings settings, SiteDesign design, Func<string, string> resolve, Action<string> warn) => new()
    {
        Settings = settings,
        Site = design,
        Nodes = TaskSteps.IsOfNodes(settings.Action) ? Select(settings, design, warn) : [],
        BootActionRenderer = new BootActionRenderer(),
        SkipBootActions = BootActionNames.Find(settings.SkipBootActions, design, warn),
        Strategy = FindStrategy(settings, design, resolve),
        Design = new TaskDesign
        {
            Site = design.Name,
            Sources = [.. design.Sources.Where(File.Exists).Select(Path.GetFullPath)],
            Fingerprint = DesignFingerprint.Compute(design),
            ReportUrl = design.BootActionSettings.ReportUrl,
            DesignReference = design.BootActionSettings.DesignReference,
        },
    };

    private static List<DrydockNode> Select(TaskSettings settings, SiteDesign design, Action<string> warn)
    {
        var names = new NameFilter(settings.Names);
        var selection = new NodeSelection(settings.Tags, settings.Racks, settings.Filter is null ? null : PlainJson.Read(settings.Filter));
        var unmatched = new UnmatchedNames((error, _) => throw error, warn);
        unmatched.Report(names, ErrorIds.NodeNotFound, "node", [.. design.Nodes.Select(n => n.Name)]);
        selection.FindUnmatched(design, unmatched);
        return [.. design.Nodes.Where(n => names.Matches(n.Name) && selection.Selects(n))];
    }

    /// <summary>The site's own strategy is for rolling out, as Shipyard's is; any task can be given one.</summary>
    private static DeploymentStrategy? FindStrategy(TaskSettings settings, SiteDesign design, Func<string, string> resolve)
    {
        if (settings.IgnoreStrategy || !TaskSteps.IsOfNodes(settings.Action))
            return null;
        if (settings.StrategyObject is { } json)
            return StrategyReader.Read((System.Collections.IDictionary)PlainJson.Read(json)!);
        if (settings.Strategy is not { } given)
            return settings.Action is DrydockTaskAction.PrepareNodes or DrydockTaskAction.DeployNodes
                ? StrategyReader.Find(design, null) : null;
        var path = resolve(given);
        return File.Exists(path) || Directory.Exists(path)
            ? StrategyReader.Read([.. DesignFiles.Expand(path, CancellationToken.None).Select(DesignSource.FromFile)], CancellationToken.None)
            : StrategyReader.Find(design, given);
    }
}
