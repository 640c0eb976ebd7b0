using Drydock.Maas.Design;
using Drydock.Maas.Design.Compile;

namespace Drydock.Maas.Commands.Base;

/// <summary>Which nodes tags, racks and a filter of Drydock's select together.</summary>
internal static class NodeSelection
{
    /// <summary>What selects; a filter is a plain mapping, or null.</summary>
    /// <exception cref="MaasException">InvalidFilter.</exception>
    public static Func<DrydockNode, bool> Of(IReadOnlyList<string> tags, IReadOnlyList<string> racks, object? filter)
    {
        var byTag = new NameFilter(tags);
        var byRack = new NameFilter(racks);
        var byFilter = filter is null ? null : Read(filter);
        return node => byTag.MatchesAny(node.Tags) && byRack.Matches(node.Rack) && byFilter?.Selects(node) != false;
    }

    private static NodeFilter Read(object filter) => filter is IReadOnlyDictionary<string, object?> mapping
        ? NodeFilter.Read(mapping)
        : throw new MaasException("InvalidFilter", $"A filter is a hashtable, not \"{filter}\".");
}
