using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Faults;

/// <summary>The faults that were set. Handlers ask it for those of machines, racks and fabrics; the host for those of requests.</summary>
internal sealed class FaultBoard(SimulatorState state)
{
    private readonly List<ActiveFault> _faults = [];
    private int _lastId;

    public bool IsEmpty => _faults.Count == 0;

    public IReadOnlyList<SimulatorFault> All => _faults.ConvertAll(fault => fault.Report(state.Now));

    public SimulatorFault Add(SimulatorFault fault)
    {
        var added = new ActiveFault(fault with { Id = ++_lastId }, state.Now);
        _faults.Add(added);
        return added.Report(state.Now);
    }

    public bool Remove(int id) => _faults.RemoveAll(fault => fault.Definition.Id == id) > 0;

    public void Clear() => _faults.Clear();

    /// <summary>The fault of a kind that strikes the machine, rack or fabric now; null for none.</summary>
    public SimulatorFault? Strike(SimulatorFaultKind kind, params string?[] names) =>
        _faults.Find(fault => fault.Definition.Kind == kind && fault.Names(names) && fault.Strikes(state.Now))?.Definition;

    public SimulatorFault? Strike(SimulatorFaultKind kind, SimulatedNode node) =>
        IsEmpty ? null : Strike(kind, node.Hostname, node.SystemId, node.Fqdn);

    /// <summary>The faults of a kind that strike requests, in the order in which they were set.</summary>
    public IEnumerable<ActiveFault> OfRequest(string method, string path, string relativePath, string? operation, SimulatedNode? node) =>
        _faults.Where(fault => FaultKinds.IsOfRequests(fault.Definition.Kind)
            && fault.Selects(method, path, relativePath, operation)
            && (!fault.HasTarget || (node is not null && fault.Names(node.Hostname, node.SystemId, node.Fqdn)))
            && fault.Strikes(state.Now));
}
