using Drydock.Maas.Design;
using Drydock.Maas.Design.Strategy;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes values of the design given so far.</summary>
internal abstract class DesignCompleter : ValueCompleter
{
    private protected abstract IEnumerable<string> FindValues(SiteDesign design);

    private protected sealed override IEnumerable<string> FindValues(CompletionContext context) =>
        context.FindDesign() is { } design ? FindValues(design) : [];
}

/// <summary>Completes names of boot actions.</summary>
internal sealed class BootActionNameCompleter : DesignCompleter
{
    private protected override IEnumerable<string> FindValues(SiteDesign design) => design.BootActions.Select(a => a.Name);
}

/// <summary>Completes names of networks.</summary>
internal sealed class NetworkNameCompleter : DesignCompleter
{
    private protected override IEnumerable<string> FindValues(SiteDesign design) => design.Networks.Select(n => n.Name);
}

/// <summary>Completes names of network links.</summary>
internal sealed class NetworkLinkNameCompleter : DesignCompleter
{
    private protected override IEnumerable<string> FindValues(SiteDesign design) => design.NetworkLinks.Select(l => l.Name);
}

/// <summary>Completes names of nodes.</summary>
internal sealed class NodeNameCompleter : DesignCompleter
{
    private protected override IEnumerable<string> FindValues(SiteDesign design) => design.Nodes.Select(n => n.Name);
}

/// <summary>Completes tags of nodes.</summary>
internal sealed class NodeTagCompleter : DesignCompleter
{
    private protected override IEnumerable<string> FindValues(SiteDesign design) => design.Nodes.SelectMany(n => n.Tags);
}

/// <summary>Completes racks that nodes are in.</summary>
internal sealed class RackNameCompleter : DesignCompleter
{
    private protected override IEnumerable<string> FindValues(SiteDesign design) => design.Nodes.Select(n => n.Rack).OfType<string>();
}

/// <summary>Completes names of deployment strategies.</summary>
internal sealed class StrategyNameCompleter : DesignCompleter
{
    private protected override IEnumerable<string> FindValues(SiteDesign design) =>
        design.DeploymentDocuments.Where(d => d.Schema == StrategyReader.Schema).Select(d => d.Name);
}
