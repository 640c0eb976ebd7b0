using System.Management.Automation;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Design;

namespace Drydock.Maas.Commands.Design;

/// <summary>Selects nodes of a design.</summary>
[Cmdlet(VerbsCommon.Get, "DrydockNode")]
[OutputType(typeof(DrydockNode))]
public sealed class GetDrydockNodeCommand : DesignPartCommand<DrydockNode>
{
    /// <summary>Tags; a node with any of them is selected. Wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DesignCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Tag { get; set; } = [];

    /// <summary>Racks; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DesignCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Rack { get; set; } = [];

    /// <summary>
    /// A node filter of Drydock: a hashtable with filter_set_type and filter_set, or one filter with filter_type, node_names, node_tags,
    /// node_labels and rack_names. Without its type a set is a union and a filter an intersection.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public object? Filter { get; set; }

    private protected override string Kind => "Node";

    private protected override IReadOnlyList<DrydockNode> PartsOf(SiteDesign design) => design.Nodes;

    private protected override string NameOf(DrydockNode part) => part.Name;

    private protected override Func<DrydockNode, bool> Selection(SiteDesign design)
    {
        try
        {
            var selection = new NodeSelection(Tag, Rack, PlainValues.Of(Filter));
            selection.FindUnmatched(design, Unmatched);
            return selection.Selects;
        }
        catch (MaasException e)
        {
            ThrowTerminatingError(ErrorRecords.InvalidArgument(e.ErrorId, e.Message, Filter));
            throw;
        }
    }
}
