using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Steps;

namespace Drydock.Maas.Provisioning.Observe;

/// <summary>Reads lshw of machines whose design uses device aliases, at most once per machine and commissioning on a session.</summary>
internal sealed class NodeLshw(MaasSession session)
{
    // More than any machine needs whose devices fit; each takes a fraction of a millisecond.
    private const int MostGuesses = 1000;

    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string SystemId, int? Commissioning), Task<string?>> _lshw = new();

    /// <summary>The store that all commands of a session share.</summary>
    public static NodeLshw For(MaasSession session) => session.GetService(s => new NodeLshw(s));

    /// <summary>
    /// Whether a machine in use is as designed if its aliases mean what fits best. Which device is which would be a request of its own for
    /// each machine, and is asked only where nothing fits, or for a plan.
    /// </summary>
    /// <param name="observation">The node and its machine.</param>
    /// <param name="used">Names and aliases that the design uses.</param>
    /// <param name="devices">Names of the machine's devices of the kind.</param>
    /// <param name="isAsDesigned">Whether nothing is to be changed when the names are these.</param>
    public bool Fits(NodeObservation observation, IReadOnlyList<string> used, IEnumerable<string> devices, Func<DeviceNames, bool> isAsDesigned)
    {
        if (observation.Host.PlanOnly
            || observation.Machine.StatusName is not (MachineState.Deployed or MachineState.Deploying)
            || observation.Node.HardwareProfile is not { } profile
            || _lshw.ContainsKey((observation.Machine.SystemId, observation.Machine.CurrentCommissioningResultId)))
            return false;
        var aliases = used.Where(name => profile.FindAlias(name) is not null).ToList();
        return aliases.Count > 0 && DeviceNames.Assign(aliases, [.. devices.Except(used)]).Take(MostGuesses).Any(isAsDesigned);
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
        var reading = _lshw.GetOrAdd(key, k => session.Client.Machines.GetLshwAsync(k.SystemId, token));
        try
        {
            return await reading.WaitAsync(token).ConfigureAwait(false);
        }
        catch
        {
            _lshw.TryRemove(KeyValuePair.Create(key, reading));
            throw;
        }
    }
}
