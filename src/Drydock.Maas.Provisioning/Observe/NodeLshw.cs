using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Observe;

/// <summary>Reads lshw of machines whose design uses device aliases, at most once per machine and commissioning on a session.</summary>
internal sealed class NodeLshw(MaasSession session)
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<(string SystemId, int? Commissioning), Task<string?>> _lshw = new();

    /// <summary>The store that all commands of a session share.</summary>
    public static NodeLshw For(MaasSession session) => session.GetService(s => new NodeLshw(s));

    /// <summary>Real names of the node's device aliases; no request when the names used are no aliases.</summary>
    public async Task<DeviceNames> NamesAsync(DrydockNode node, Machine machine, IEnumerable<string> used, CancellationToken token)
    {
        var profile = node.HardwareProfile;
        if (profile is null || !used.Any(name => profile.FindAlias(name) is not null))
            return DeviceNames.None;
        return DeviceNames.Find(profile, await ReadAsync(machine, token).ConfigureAwait(false));
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
