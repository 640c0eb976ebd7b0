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
    /// <inheritdoc cref="DesignPartCommand{T}.Name"/>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NodeNameCompleter))]
    [ValidateNotNullOrEmpty]
    public override string[] Name { get; set; } = ["*"];

    /// <summary>Tags; a node with any of them is selected. Wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(NodeTagCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Tag { get; set; } = [];

    /// <summary>Racks; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RackNameCompleter))]
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

    private protected override IReadOnlyList<DrydockNode> GetParts(SiteDesign design) => design.Nodes;

    private protected override string GetName(DrydockNode part) => part.Name;

    private protected override Func<DrydockNode, bool> MakeSelection(SiteDesign design)
    {
        try
        {
            var selection = new NodeSelection(Tag, Rack, PlainValues.Unwrap(Filter));
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
