using System.Runtime.CompilerServices;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Steps;

namespace Drydock.Maas.Provisioning.Observe;

/// <summary>Reads lshw of machines whose design uses device aliases, at most once per machine and commissioning on a session.</summary>
internal sealed class NodeLshw(MaasSession session)
{
    // More than any machine needs whose devices fit; each takes a fraction of a millisecond.
    private const int MostGuesses = 1000;

    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string SystemId, int? Commissioning), Lazy<Task<string?>>> _lshw = new();

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
        if (machine.StatusName is not (MachineState.Deployed or MachineState.Deploying)
            || observation.Node.HardwareProfile is not { } profile
            || _lshw.ContainsKey((machine.SystemId, machine.CurrentCommissioningResultId)))
            return false;
        var aliases = used.Where(name => profile.FindAlias(name) is not null).ToList();
        if (aliases.Count == 0)
            return false;
        if (!observation.Host.PlanOnly)
            return DeviceNames.Assign(aliases, [.. devices.Except(used)]).Take(MostGuesses).Any(isAsDesigned);
        var peer = _peers.GetValue(profile, _ => machine);
        return peer.SystemId != machine.SystemId
            && isAsDesigned(DeviceNames.Find(profile, await ReadAsync(peer, token).ConfigureAwait(false), peer));
    }

    /// <summary>Keeps what was read of a machine for something else: build data hold it too.</summary>
    public void Keep(Machine machine, string? lshw)
    {
        if (lshw is not null)
            _lshw[(machine.SystemId, machine.CurrentCommissioningResultId)] = new(Task.FromResult<string?>(lshw));
    }

    /// <summary>Real names of the node's device aliases; no request when the names used are no aliases.</summary>
    public async Task<DeviceNames> NamesAsync(DrydockNode node, Machine machine, IEnumerable<string> used, CancellationToken token)
    {
        var profile = node.HardwareProfile;
        if (profile is null || !used.Any(name => profile.FindAlias(name) is not null))
            return DeviceNames.None;
        return DeviceNames.Find(profile, await ReadAsync(machine, token).ConfigureAwait(false), machine);
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
