using Drydock.Maas.Simulation;

namespace Drydock.Maas.Simulator.Faults;

/// <summary>The faults that were set. Handlers ask it for those of machines, racks and fabrics; the host for those of requests.</summary>
internal sealed class FaultBoard(Func<DateTimeOffset> now)
{
    private readonly List<ActiveFault> _faults = [];
    private int _lastId;

    public bool IsEmpty => _faults.Count == 0;

    public IReadOnlyList<SimulatorFault> All => _faults.ConvertAll(fault => fault.Report(now()));

    public SimulatorFault Add(SimulatorFault fault)
    {
        var added = new ActiveFault(fault with { Id = ++_lastId }, now());
        _faults.Add(added);
        return added.Report(now());
    }

    public bool Remove(int id) => _faults.RemoveAll(fault => fault.Definition.Id == id) > 0;

    public void Clear() => _faults.Clear();

    /// <summary>The fault of a kind that strikes the machine, rack or fabric now; null for none.</summary>
    public SimulatorFault? Strike(SimulatorFaultKind kind, params string?[] names) =>
        _faults.Find(fault => fault.Definition.Kind == kind && fault.Names(names) && fault.Strikes(now()))?.Definition;

    /// <summary>The faults of a kind that strike requests, in the order in which they were set.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The whole path.</param>
    /// <param name="relativePath">The path behind the root of the API.</param>
    /// <param name="operation">Its <c>op</c>; null for none.</param>
    /// <param name="names">The names of the node that the path names; null for none.</param>
    public IEnumerable<ActiveFault> FindByRequest(string method, string path, string relativePath, string? operation, string?[]? names) =>
        _faults.Where(fault => FaultKinds.IsOfRequests(fault.Definition.Kind)
            && fault.Selects(method, path, relativePath, operation)
            && (!fault.HasTarget || (names is not null && fault.Names(names)))
            && fault.Strikes(now()));
}
