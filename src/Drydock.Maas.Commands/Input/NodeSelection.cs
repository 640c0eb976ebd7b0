using Drydock.Maas.Design;
using Drydock.Maas.Design.Compile;

namespace Drydock.Maas.Commands.Input;

/// <summary>A selection of nodes by tags, racks and a filter of Drydock's together.</summary>
internal sealed class NodeSelection
{
    private readonly NameFilter _tags;
    private readonly NameFilter _racks;
    private readonly NodeFilter? _filter;

    /// <summary>Makes a selection.</summary>
    /// <param name="tags">Tags; a node with any of them is selected.</param>
    /// <param name="racks">Racks.</param>
    /// <param name="filter">A filter as a plain mapping, or null.</param>
    /// <exception cref="MaasException">InvalidFilter.</exception>
    public NodeSelection(IReadOnlyList<string> tags, IReadOnlyList<string> racks, object? filter)
    {
        _tags = new NameFilter(tags);
        _racks = new NameFilter(racks);
        _filter = filter is null ? null : Read(filter);
    }

    public bool Selects(DrydockNode node) => _tags.MatchesAny(node.Tags) && _racks.Matches(node.Rack) && _filter?.Selects(node) != false;

    /// <summary>Tells of tags and racks that no node of a design has.</summary>
    public void FindUnmatched(SiteDesign design, UnmatchedNames unmatched)
    {
        unmatched.Report(_tags, ErrorIds.TagNotFound, "node with tag", design.Nodes.SelectMany(n => n.Tags).ToHashSet(StringComparer.OrdinalIgnoreCase));
        unmatched.Report(_racks, ErrorIds.RackNotFound, "node in rack", design.Nodes.Select(n => n.Rack).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase));
    }

    private static NodeFilter Read(object filter) => filter is IReadOnlyDictionary<string, object?> mapping
        ? NodeFilter.Read(mapping)
        : throw new MaasException(ErrorIds.InvalidFilter, $"A filter is a hashtable, not \"{filter}\".");
}
