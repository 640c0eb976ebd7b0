using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>A MAAS as it was read for its design.</summary>
internal sealed record ObservedMaas
{
    /// <summary>Its networks and rack controllers.</summary>
    public required SiteSnapshot Site { get; init; }

    /// <summary>The machines to be described, by host name.</summary>
    public required IReadOnlyList<Machine> Machines { get; init; }

    /// <summary>Power parameters by system id.</summary>
    public required IReadOnlyDictionary<string, PowerParameters> Power { get; init; }

    /// <summary>Bcaches of the machines that have any, by system id.</summary>
    public required ILookup<string, Bcache> Bcaches { get; init; }

    /// <summary>Its tags.</summary>
    public required IReadOnlyList<Tag> Tags { get; init; }

    /// <summary>The connected user's keys.</summary>
    public required IReadOnlyList<SshKey> Keys { get; init; }

    /// <summary>Its package repositories.</summary>
    public required IReadOnlyList<PackageRepository> Repositories { get; init; }

    /// <summary>Snippets of configuration of its DHCP servers.</summary>
    public required IReadOnlyList<DhcpSnippet> Snippets { get; init; }

    /// <summary>DNS records that somebody made.</summary>
    public required IReadOnlyList<DnsResource> Records { get; init; }

    /// <summary>Reads it with a fixed number of requests, and one for each machine with bcaches.</summary>
    /// <param name="client">The client.</param>
    /// <param name="machines">The machines to be described; null for all.</param>
    /// <param name="token">Ends the reading.</param>
    public static async Task<ObservedMaas> ReadAsync(IMaasClient client, IReadOnlyList<Machine>? machines, CancellationToken token)
    {
        var listings = new SiteListings(client);
        var power = client.Machines.GetPowerParametersAsync(null, token);
        var site = ReadSiteAsync(client, listings, token);
        var (tags, keys, repositories) = (listings.TagsAsync(token), listings.KeysAsync(token), listings.RepositoriesAsync(token));
        var (snippets, records) = (client.DhcpSnippets.ListAsync(token), client.DnsResources.ListAsync(null, token));
        var all = machines is null ? client.Machines.ListAsync(new MachineFilter(), token) : Task.FromResult(machines);
        var parameters = await power.ConfigureAwait(false);
        var found = (await all.ConfigureAwait(false)).Select(m => Complete(m, parameters)).OrderBy(m => m.Hostname, NaturalOrder.Instance).ToList();
        var bcaches = await Task.WhenAll(found.Where(m => m.Bcaches.Count > 0).Select(async m =>
            (m.SystemId, Bcaches: await client.Bcaches.ListAsync(m.SystemId, token).ConfigureAwait(false)))).ConfigureAwait(false);
        return new()
        {
            Site = await site.ConfigureAwait(false),
            Machines = found,
            Power = parameters,
            Bcaches = bcaches.SelectMany(b => b.Bcaches, (b, bcache) => (b.SystemId, bcache)).ToLookup(b => b.SystemId, b => b.bcache, StringComparer.Ordinal),
            Tags = await tags.ConfigureAwait(false),
            Keys = await keys.ConfigureAwait(false),
            Repositories = await repositories.ConfigureAwait(false),
            Snippets = await snippets.ConfigureAwait(false),
            Records = await records.ConfigureAwait(false),
        };
    }

    private static async Task<SiteSnapshot> ReadSiteAsync(IMaasClient client, SiteListings listings, CancellationToken token)
    {
        var (fabrics, subnets, ranges) = (listings.FabricsAsync(token), listings.SubnetsAsync(token), listings.RangesAsync(token));
        var (routes, domains, racks) = (listings.RoutesAsync(token), listings.DomainsAsync(token), client.RackControllers.ListAsync(token));
        var spaces = client.Spaces.ListAsync(token);
        IReadOnlyList<ReservedIP> reserved = client.Capabilities.ReservesAddresses ? await client.ReservedIPs.ListAsync(token).ConfigureAwait(false) : [];
        return new()
        {
            Fabrics = await fabrics.ConfigureAwait(false),
            Subnets = await subnets.ConfigureAwait(false),
            IPRanges = await ranges.ConfigureAwait(false),
            StaticRoutes = await routes.ConfigureAwait(false),
            Domains = await domains.ConfigureAwait(false),
            RackControllers = await racks.ConfigureAwait(false),
            ReservedIPs = reserved,
            Spaces = await spaces.ConfigureAwait(false),
        };
    }

    /// <summary>The firmware of a machine whose last boot MAAS does not know is told by its controller.</summary>
    private static Machine Complete(Machine machine, IReadOnlyDictionary<string, PowerParameters> power) => machine.Firmware.IsLeftToController
        ? machine with { PowerBootType = power.GetValueOrDefault(machine.SystemId)?.All.GetValueOrDefault("power_boot_type") }
        : machine;
}
