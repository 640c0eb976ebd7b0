using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Design;
using Drydock.Maas.Design.BootActions;

namespace Drydock.Maas.Commands.Design;

/// <summary>Selects boot actions of a design, or renders what they put onto nodes.</summary>
[Cmdlet(VerbsCommon.Get, "DrydockBootAction")]
[OutputType(typeof(BootAction), typeof(RenderedAsset))]
public sealed class GetDrydockBootActionCommand : ModuleCommand
{
    /// <summary>The design of the site.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [ValidateNotNull]
    [LiveObject("Import-DrydockDesign")]
    public SiteDesign? Design { get; set; }

    /// <summary>Names; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(BootActionNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Nodes the boot action applies to; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NodeNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Node { get; set; } = [];

    /// <summary>
    /// Write the files, units and package lists as they reach each node.
    /// Locations are fetched; secrets of the design are among the content.
    /// </summary>
    [Parameter]
    public SwitchParameter Render { get; set; }

    /// <summary>Writes the boot actions of one design, or what they make.</summary>
    protected override void ProcessRecord()
    {
        var names = new NameFilter(Name);
        var nodes = new NameFilter(Node);
        var actions = Design!.BootActions.Where(a => names.Matches(a.Name) && (Node.Length == 0 || nodes.MatchesAny(a.TargetNodes)))
            .ToList();
        foreach (var name in names.Literals.Where(n => !Design.BootActions.Any(a => NameFilter.IsSame(a.Name, n))))
            WriteError(ErrorRecords.NotFound(ErrorIds.BootActionNotFound, $"The design has no boot action {name}.", name));
        foreach (var name in nodes.Literals.Where(n => !Design.Nodes.Any(d => NameFilter.IsSame(d.Name, n))))
            WriteError(ErrorRecords.NotFound(ErrorIds.NodeNotFound, $"The design has no node {name}.", name));
        if (Render)
            WriteRendered(actions, nodes);
        else
            WriteObject(actions, enumerateCollection: true);
    }

    private void WriteRendered(IReadOnlyList<BootAction> actions, NameFilter nodes)
    {
        var others = Design!.BootActions.Except(actions).Select(a => a.Name).ToList();
        var renderer = new BootActionRenderer();
        var targets = actions.SelectMany(a => a.TargetNodes).ToHashSet(StringComparer.Ordinal);
        foreach (var node in Design.Nodes.Where(n => targets.Contains(n.Name) && (Node.Length == 0 || nodes.Matches(n.Name))))
        {
            try
            {
                WriteObject(Await(token => renderer.RenderAsync(node, others, token)), enumerateCollection: true);
            }
            catch (MaasException e)
            {
                WriteError(e.ToErrorRecord(node));
            }
        }
    }
}
