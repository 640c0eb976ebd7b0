using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Steps;

namespace Drydock.Maas.Provisioning.Observe;

/// <summary>Reads lshw of machines whose design uses device aliases, at most once per machine and commissioning on a session.</summary>
internal sealed class NodeLshw(MaasSession session)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string SystemId, int? Commissioning), Task<string?>> _lshw = new();

    /// <summary>The store that all commands of a session share.</summary>
    public static NodeLshw For(MaasSession session) => session.GetService(s => new NodeLshw(s));

    /// <summary>
    /// Whether a run may leave a machine alone without asking which device is which: it is in use, so that nothing can be changed, and the
    /// answer would be a request of its own. A plan asks all the same.
    /// </summary>
    public bool MaySkip(NodeObservation observation, IEnumerable<string> used) =>
        !observation.Host.PlanOnly
        && observation.Machine.StatusName is (MachineState.Deployed or MachineState.Deploying)
        && observation.Node.HardwareProfile is { } profile
        && used.Any(name => profile.FindAlias(name) is not null)
        && !_lshw.ContainsKey((observation.Machine.SystemId, observation.Machine.CurrentCommissioningResultId));

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
