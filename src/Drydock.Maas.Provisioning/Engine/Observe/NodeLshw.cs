using System.Runtime.CompilerServices;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>
/// Finds the devices of aliases, reading what commissioning saw of machines whose design uses any: lshw and the disks, each at most once per
/// machine and commissioning on a session, and only where MAAS's own list does not tell.
/// </summary>
internal sealed class NodeLshw(MaasSession session)
{
    // More than any machine needs whose devices fit; each takes a fraction of a millisecond.
    private const int MostGuesses = 1000;

    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string SystemId, int? Commissioning), Lazy<Task<string?>>> _lshw = new();

    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string SystemId, int? Commissioning), Lazy<Task<IReadOnlyList<CommissionedDisk>>>> _disks = new();

    // One machine of each hardware profile, whose devices tell what the aliases mean on the others.
    private readonly ConditionalWeakTable<HardwareProfile, Machine> _peers = [];

    /// <summary>The store that all commands of a session share.</summary>
    public static NodeLshw For(MaasSession session) => session.GetService(s => new NodeLshw(s));

    /// <summary>
    /// Whether a machine in use is as designed although nobody asked which of its devices is which, as that would be a request of its own for
    /// each machine. For a run it is enough that its aliases may mean what fits, since nothing of a machine in use can be mended. A plan or
    /// comparison takes them for what they mean on one machine of the same hardware profile, for which lshw is read. Where nothing fits, the
    /// machine itself is asked.
    /// </summary>
    /// <param name="observation">The node and its machine.</param>
    /// <param name="used">Names and aliases that the design uses.</param>
    /// <param name="devices">Names of the machine's devices of the kind.</param>
    /// <param name="isAsDesigned">Whether nothing is to be changed when the names are these.</param>
    /// <param name="token">Ends it.</param>
    public async Task<bool> FitsAsync(
        NodeObservation observation,
        IReadOnlyList<string> used,
        IEnumerable<string> devices,
        Func<DeviceNames, bool> isAsDesigned,
        CancellationToken token)
    {
        var machine = observation.Machine;
        if (!MachineState.IsDeployed(machine)
            || observation.Node.HardwareProfile is not { } profile
            || _lshw.ContainsKey((machine.SystemId, machine.CurrentCommissioningResultId)))
            return false;
        var aliases = used.Where(name => profile.FindAlias(name) is not null).ToList();
        if (aliases.Count == 0)
            return false;
        var marked = DeviceNames.Find(observation.Node, null, null, machine);
        var left = aliases.Where(a => !marked.IsKnown(a)).ToList();
        if (!observation.Observer.PlanOnly)
        {
            var free = devices.Except(used).Except(aliases.Except(left).Select(marked.ResolveOrKeep)).ToList();
            return DeviceNames.Guess(left, free, marked).Take(MostGuesses).Any(isAsDesigned);
        }

        // What is written on devices is each machine's own.
        if (left.Exists(a => profile.FindAlias(a)!.HasMarks))
            return false;
        var peer = _peers.GetValue(profile, _ => machine);
        return peer.SystemId != machine.SystemId
            && isAsDesigned(marked.With(DeviceNames.Find(observation.Node, await ReadAsync(peer, token).ConfigureAwait(false), null, peer), left));
    }

    /// <summary>Keeps what was read of a machine for something else: build data hold it too.</summary>
    public void KeepLshw(Machine machine, string? lshw)
    {
        if (lshw is not null)
            _lshw[(machine.SystemId, machine.CurrentCommissioningResultId)] = new(Task.FromResult<string?>(lshw));
    }

    /// <summary>Real names of the node's device aliases; no request when the names used are no aliases.</summary>
    public async Task<DeviceNames> NamesAsync(DrydockNode node, Machine machine, IEnumerable<string> used, CancellationToken token)
    {
        var aliases = used.Select(name => node.HardwareProfile?.FindAlias(name)).OfType<DeviceAlias>().ToList();
        if (aliases.Count == 0)
            return DeviceNames.None;
        var lshw = aliases.Exists(a => a.HasAddress) ? await ReadAsync(machine, token).ConfigureAwait(false) : null;
        var names = DeviceNames.Find(node, lshw, null, machine);
        var isAllKnown = aliases.Where(a => IsToldByDisks(a, node)).All(a => names.IsKnown(a.Alias));
        return isAllKnown ? names : DeviceNames.Find(node, lshw, await ReadDisksAsync(machine, token).ConfigureAwait(false), machine);
    }

    /// <summary>Whether the disks as commissioning saw them may tell more of an alias: lshw did not list NVMe disks before 02.19.</summary>
    private static bool IsToldByDisks(DeviceAlias alias, DrydockNode node) =>
        alias.Wwns.Count + alias.Paths.Count > 0 || (alias is { HasAddress: true, Bus.IsPci: true } && node.DiskNames.Contains(alias.Alias));

    private async Task<IReadOnlyList<CommissionedDisk>> ReadDisksAsync(Machine machine, CancellationToken token)
    {
        var key = (machine.SystemId, machine.CurrentCommissioningResultId);
        var filter = new ScriptResultFilter { Type = "commissioning", Filters = [CommissionedDisk.Script], IncludeOutput = true };
        var reading = _disks.GetOrAdd(key, k => new(async () =>
            CommissionedDisk.Read(await session.Client.Machines.GetResultsAsync(k.SystemId, filter, CancellationToken.None).ConfigureAwait(false))));
        try
        {
            return await reading.Value.WaitAsync(token).ConfigureAwait(false);
        }
        catch
        {
            _disks.TryRemove(KeyValuePair.Create(key, reading));
            throw;
        }
    }

    private async Task<string?> ReadAsync(Machine machine, CancellationToken token)
    {
        var key = (machine.SystemId, machine.CurrentCommissioningResultId);
        var reading = _lshw.GetOrAdd(
            key, k => new(() => session.Client.Machines.GetLshwAsync(k.SystemId, CancellationToken.None)));
        try
        {
            return await reading.Value.WaitAsync(token).ConfigureAwait(false);
        }
        catch
        {
            _lshw.TryRemove(KeyValuePair.Create(key, reading));
            throw;
        }
    }
}
