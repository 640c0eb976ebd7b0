using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>Reads machines, many at once in one request.</summary>
internal sealed class MachineReader
{
    private readonly IMaasClient _client;
    private readonly RequestBatcher<string, Machine> _byId;
    private readonly RequestBatcher<string, IReadOnlyList<Machine>> _byHostname;
    private readonly RequestBatcher<Written<MacNumber>, IReadOnlyList<Machine>> _byMac;

    public MachineReader(IMaasClient client)
    {
        _client = client;
        _byId = new(async ids =>
        {
            var machines = await ListAsync(client, new MachineFilter { SystemIds = [.. ids] }).ConfigureAwait(false);
            return machines.ToDictionary(m => m.SystemId, StringComparer.Ordinal);
        });
        _byHostname = new(async names =>
        {
            var machines = await ListAsync(client, new MachineFilter { Hostnames = [.. names] }).ConfigureAwait(false);
            return names.ToDictionary(n => n, n => Matching(machines, m => string.Equals(m.Hostname, n, StringComparison.OrdinalIgnoreCase)));
        });
        _byMac = new(async macs =>
        {
            var machines = await ListAsync(client, new MachineFilter { MacAddresses = [.. macs.Select(m => m.Canonical)] }).ConfigureAwait(false);
            var owners = machines.SelectMany(m => m.Nics.Select(n => (n.Mac, Machine: m)))
                .ToLookup(x => x.Mac, x => x.Machine);
            return macs.ToDictionary(mac => mac, mac => (IReadOnlyList<Machine>)[.. owners[mac].Distinct()]);
        });
    }

    /// <summary>A machine asked for by itself; null when MAAS does not have it. A list that leaves it out does not tell that for certain.</summary>
    public static async Task<Machine?> FindAsync(IMaasClient client, string systemId, CancellationToken token)
    {
        try
        {
            return await client.Machines.GetAsync(systemId, token).ConfigureAwait(false);
        }
        catch (MaasApiException e) when (e.StatusCode == 404)
        {
            return null;
        }
    }

    /// <summary>Reads a machine that is known to exist.</summary>
    public async Task<Machine> ReadAsync(string systemId, CancellationToken token) =>
        await _byId.AskAsync(systemId, token).ConfigureAwait(false)
        ?? await FindAsync(_client, systemId, token).ConfigureAwait(false)
        ?? throw new RemovedMachineException($"MAAS no longer has machine {systemId}: somebody removed it meanwhile.");

    /// <summary>Machines of a host name.</summary>
    public async Task<IReadOnlyList<Machine>> ByHostnameAsync(string hostname, CancellationToken token) =>
        await _byHostname.AskAsync(hostname, token).ConfigureAwait(false) ?? [];

    /// <summary>Machines with a NIC of that MAC address.</summary>
    public async Task<IReadOnlyList<Machine>> ByMacAsync(Written<MacNumber> mac, CancellationToken token) =>
        await _byMac.AskAsync(mac, token).ConfigureAwait(false) ?? [];

    private static Task<IReadOnlyList<Machine>> ListAsync(IMaasClient client, MachineFilter filter) =>
        client.Machines.ListAsync(filter, CancellationToken.None);

    private static IReadOnlyList<Machine> Matching(IReadOnlyList<Machine> machines, Func<Machine, bool> matches) => [.. machines.Where(matches)];
}
