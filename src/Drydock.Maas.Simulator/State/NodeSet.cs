using System.Collections;

namespace Drydock.Maas.Simulator.State;

/// <summary>All nodes in the order of their making, found by system id without a search.</summary>
internal sealed class NodeSet : IReadOnlyCollection<SimulatedNode>
{
    private readonly List<SimulatedNode> _nodes = [];
    private readonly Dictionary<string, SimulatedNode> _bySystemId = new(StringComparer.Ordinal);

    public int Count => _nodes.Count;

    public void Add(SimulatedNode node)
    {
        _nodes.Add(node);
        _bySystemId.Add(node.SystemId, node);
    }

    public void Remove(SimulatedNode node)
    {
        _nodes.Remove(node);
        _bySystemId.Remove(node.SystemId);
    }

    public void Clear()
    {
        _nodes.Clear();
        _bySystemId.Clear();
    }

    public SimulatedNode? Find(string? systemId) => systemId is null ? null : _bySystemId.GetValueOrDefault(systemId);

    public bool Exists(Predicate<SimulatedNode> match) => _nodes.Exists(match);

    public List<SimulatedNode>.Enumerator GetEnumerator() => _nodes.GetEnumerator();

    IEnumerator<SimulatedNode> IEnumerable<SimulatedNode>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
