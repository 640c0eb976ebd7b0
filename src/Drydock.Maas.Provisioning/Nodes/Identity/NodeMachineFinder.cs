using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Engine.Wait;

namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>Finds the machines of the nodes of one step, and reads them again: with no request where an earlier step has read enough of them.</summary>
internal sealed class NodeMachineFinder
{
    private readonly MaasSession _session;
    private readonly INodeStep _step;
    private readonly StepTiming _timing;
    private readonly MachineReader _machines;
    private readonly NodeFinder _finder;

    /// <param name="session">The connection.</param>
    /// <param name="step">The step.</param>
    /// <param name="timing">When the command began, and by which clock.</param>
    public NodeMachineFinder(MaasSession session, INodeStep step, StepTiming timing)
    {
        (_session, _step, _timing) = (session, step, timing);
        _machines = new(session.Client);
        _finder = CreateFinder(timing.Since!.Value);
    }

    /// <summary>The machine of a node.</summary>
    public async Task<Machine> FindAsync(NodeWork work, CancellationToken token)
    {
        var known = work.Known;
        if (known is not null && work.FindRecentReading(_step.Uses) is { } reading && Serves(reading))
        {
            work.NoteReading(reading, known);
            return known;
        }

        if (known is null || AbsentMachine.Is(known))
            return await LookForAsync(_finder, work, token).ConfigureAwait(false);
        var present = await ReadAsync(work, known.SystemId, token).ConfigureAwait(false);
        // A result kept in a variable may be old: what was this node's machine then may be another node's by now.
        return HasName(present, known.Hostname) || HasName(present, work.Node.Name)
            ? present : await LookForAsync(_finder, work, token).ConfigureAwait(false);
    }

    /// <summary>The machine of an id as it is now.</summary>
    public async Task<Machine> ReadAsync(NodeWork work, string systemId, CancellationToken token)
    {
        var begun = _timing.TimeProvider.GetTimestamp();
        return Note(work, await _machines.ReadAsync(systemId, token).ConfigureAwait(false), begun);
    }

    /// <summary>The machine as it is when the world has moved; one that is not known yet may have become so, and is looked for anew.</summary>
    public Task<Machine> ReadAgainAsync(NodeWork work, CancellationToken token) => AbsentMachine.Is(work.Machine)
        ? LookForAsync(CreateFinder(_timing.TimeProvider.GetTimestamp()), work, token)
        : ReadAsync(work, work.Machine!.SystemId, token);

    /// <summary>Whether the reading of an earlier step is of this MAAS, and no older than the command.</summary>
    private bool Serves(MachineReading reading) => reading.Session == _session && reading.At >= _timing.Since;

    private async Task<Machine> LookForAsync(NodeFinder finder, NodeWork work, CancellationToken token)
    {
        var begun = _timing.TimeProvider.GetTimestamp();
        try
        {
            return Note(work, await finder.FindAsync(work.Node, token).ConfigureAwait(false), begun);
        }
        catch (NodeException e) when (e.ErrorId == ErrorIds.MachineNotFound && _step.MakesMachines)
        {
            return AbsentMachine.Make(work.Node);
        }
    }

    private Machine Note(NodeWork work, Machine machine, long begun)
    {
        work.NoteReading(new(_session, begun), machine);
        return machine;
    }

    private NodeFinder CreateFinder(long since) => new(_session.Client, _machines, PowerRegister.For(_session, _timing.TimeProvider), since);

    private static bool HasName(Machine machine, string name) => string.Equals(machine.Hostname, name, StringComparison.OrdinalIgnoreCase);
}
