using Drydock.Maas.Design.Documents.BootActions;

namespace Drydock.Maas.Design.Compile;

/// <summary>A node filter as Drydock's API and boot actions write it (node_filter): by names, tags, labels and racks.</summary>
public sealed class NodeFilter
{
    private readonly NodeFilterSet _set;

    private NodeFilter(NodeFilterSet set) => _set = set;

    /// <summary>
    /// Reads filter_set_type and filter_set, or one filter of filter_type, node_names, node_tags, node_labels and rack_names.
    /// Without its type a set is a union and a filter an intersection.
    /// </summary>
    /// <param name="filter">Keys to texts, lists of texts, mappings and lists of mappings.</param>
    /// <exception cref="MaasException">InvalidFilter: a key or value that means nothing.</exception>
    public static NodeFilter Read(IReadOnlyDictionary<string, object?> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return new(NodeFilterReader.Read(filter));
    }

    /// <summary>Whether the filter selects the node.</summary>
    public bool Selects(DrydockNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return FilterEvaluation.Selects(_set, node);
    }
}
