using System.Collections.Concurrent;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>
/// The questions of preconditions to MAAS, each asked once for all nodes of a command: which addresses of a subnet are taken is one short answer, and who
/// holds them is asked only where a wanted one is among them.
/// </summary>
internal sealed class PreconditionReads
{
    private readonly IMaasClient _client;
    private readonly ConcurrentDictionary<int, SharedRead<IReadOnlyList<AddressRange>>> _taken = new();
    private readonly ConcurrentDictionary<int, SharedRead<IReadOnlyList<SubnetAddress>>> _addresses = new();
    private readonly SharedRead<IReadOnlyList<IPRange>> _ranges;
    private readonly SharedRead<IReadOnlyList<RackController>> _racks;
    private readonly SharedRead<bool> _isConnected;
    private readonly SharedRead<IReadOnlyList<ReservedIP>> _reserved;
    private readonly RequestBatcher<string, IReadOnlyList<MaasNode>> _named;

    public PreconditionReads(MaasSession session)
    {
        var client = session.Client;
        SeesRacks = session.User.IsSuperuser;
        _client = client;
        _ranges = new(client.IPRanges.ListAsync);
        _racks = new(client.RackControllers.ListAsync);
        _isConnected = new(FindConnectedAsync);
        _reserved = new(token => client.Capabilities.ReservesAddresses
            ? client.ReservedIPs.ListAsync(token)
            : Task.FromResult<IReadOnlyList<ReservedIP>>([]));
        _named = new(async names =>
        {
            var nodes = await client.Nodes.ListAsync([.. names], CancellationToken.None).ConfigureAwait(false);
            return names.ToDictionary(
                n => n, IReadOnlyList<MaasNode> (n) => [.. nodes.Where(x => x.Hostname == n)]);
        });
    }

    /// <summary>Forgets what was read of addresses and racks: the world has moved. Names are asked for each time.</summary>
    public void Forget()
    {
        _taken.Clear();
        _addresses.Clear();
        _ranges.Forget();
        _racks.Forget();
        _isConnected.Forget();
        _reserved.Forget();
    }

    /// <summary>The addresses of a subnet that are taken, and for what; none for a subnet that is gone.</summary>
    public Task<IReadOnlyList<AddressRange>> TakenAsync(int subnetId, CancellationToken token) => _taken
        .GetOrAdd(subnetId, id => new(t => UnlessGoneAsync(_client.Subnets.ListReservedRangesAsync(id, t)))).GetAsync(token);

    /// <summary>Who holds which address of a subnet; nobody any of a subnet that is gone.</summary>
    public Task<IReadOnlyList<SubnetAddress>> AddressesAsync(int subnetId, CancellationToken token) => _addresses
        .GetOrAdd(subnetId, id => new(t => UnlessGoneAsync(_client.Subnets.ListAddressesAsync(id, t)))).GetAsync(token);

    /// <summary>The address ranges of all subnets.</summary>
    public Task<IReadOnlyList<IPRange>> RangesAsync(CancellationToken token) => _ranges.GetAsync(token);

    /// <summary>Whether the user is told of the rack controllers there are.</summary>
    public bool SeesRacks { get; }

    /// <summary>Addresses kept for MAC addresses; none before 3.6.</summary>
    public Task<IReadOnlyList<ReservedIP>> ReservedIPsAsync(CancellationToken token) => _reserved.GetAsync(token);

    /// <summary>The rack controllers; users without the right to see them are told of none.</summary>
    public Task<IReadOnlyList<RackController>> RacksAsync(CancellationToken token) => _racks.GetAsync(token);

    /// <summary>Whether MAAS is connected to a rack controller at this moment.</summary>
    public Task<bool> IsRackConnectedAsync(CancellationToken token) => _isConnected.GetAsync(token);

    /// <summary>Machines, devices and controllers of a short name; MAAS keeps names apart that differ in upper and lower case only.</summary>
    public async Task<IReadOnlyList<MaasNode>> NamedAsync(string hostname, CancellationToken token) =>
        await _named.AskAsync(hostname, token).ConfigureAwait(false) ?? [];

    /// <summary>A machine as it is now; null when it is gone.</summary>
    public Task<Machine?> FindMachineAsync(string systemId, CancellationToken token) => MachineReader.FindAsync(_client, systemId, token);

    private async Task<bool> FindConnectedAsync(CancellationToken token)
    {
        foreach (var rack in (await RacksAsync(token).ConfigureAwait(false)).Where(r => !RackHealth.IsDead(r)).OrderByDescending(RackHealth.IsHealthy))
        {
            if (await _client.RackControllers.IsConnectedAsync(rack.SystemId, token).ConfigureAwait(false))
                return true;
        }

        return false;
    }

    private static async Task<IReadOnlyList<T>> UnlessGoneAsync<T>(Task<IReadOnlyList<T>> reading)
    {
        try
        {
            return await reading.ConfigureAwait(false);
        }
        catch (MaasApiException e) when (e.StatusCode == 404)
        {
            return [];
        }
    }
}
