using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Nodes.Platform;
using Drydock.Maas.Provisioning.Site.Network;

namespace Drydock.Maas.Provisioning.Drift;

/// <summary>Finds what MAAS has and the design says nothing about; no run touches any of it.</summary>
internal sealed class ExtraParts(MaasSession session, SiteListings listings, SiteDesign design)
{
    /// <summary>Why extras stay.</summary>
    public const string LeftAlone = "no run touches what the design says nothing about; remove it in MAAS if it is not wanted";

    /// <summary>The extras of the site, when asked for, and of machines.</summary>
    public async Task<IReadOnlyList<DesignDrift>> FindAsync(bool withSite, IReadOnlyList<NodeFindings> nodes, CancellationToken token)
    {
        var tags = await listings.TagsAsync(token).ConfigureAwait(false);
        var automatic = tags.Where(t => !string.IsNullOrEmpty(t.Definition)).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var ofNodes = nodes.Where(n => n.Machine is not null).SelectMany(n => ExtraNodeParts.Find(n.Node, n.Machine!, n.Names, automatic));
        if (!withSite)
            return [.. ofNodes];
        var network = FindInSiteAsync(tags, token);
        var beside = new ExtraSiteParts(session, listings, design).FindAsync(nodes, token);
        await Task.WhenAll(network, beside).ConfigureAwait(false);
        return [.. await network.ConfigureAwait(false), .. await beside.ConfigureAwait(false), .. ofNodes];
    }

    private async Task<IEnumerable<DesignDrift>> FindInSiteAsync(IReadOnlyList<Tag> tags, CancellationToken token)
    {
        var fabrics = listings.FabricsAsync(token);
        var subnets = listings.SubnetsAsync(token);
        var ranges = listings.RangesAsync(token);
        var routes = listings.RoutesAsync(token);
        var domains = listings.DomainsAsync(token);
        await Task.WhenAll(fabrics, subnets, ranges, routes, domains).ConfigureAwait(false);
        return
        [
            .. Subnets(await subnets.ConfigureAwait(false)),
            .. Vlans(await fabrics.ConfigureAwait(false)),
            .. Ranges(await ranges.ConfigureAwait(false)),
            .. Served(new() { Fabrics = await fabrics.ConfigureAwait(false), Subnets = await subnets.ConfigureAwait(false), IPRanges = await ranges.ConfigureAwait(false) }),
            .. Routes(await routes.ConfigureAwait(false)),
            .. Domains(await domains.ConfigureAwait(false)),
            .. Tags(tags),
        ];
    }

    private IEnumerable<DesignDrift> Subnets(IEnumerable<Subnet> subnets) =>
        subnets.Where(s => design.Networks.All(n => n.Block != s.Block))
            .Select(s => Extra(ChangeScope.Network, ResourceKind.Subnet, s.Cidr, $"{s.Name} on {s.Vlan}"));

    private IEnumerable<DesignDrift> Vlans(IEnumerable<Fabric> fabrics) =>
        from fabric in fabrics
        let link = design.NetworkLinks.FirstOrDefault(l => l.FabricName == fabric.Name)
        where link is not null
        from vlan in fabric.Vlans
        where vlan.Vid != 0
            && link.AllowedNetworks.All(n => design.FindNetwork(n) is not { } network || design.VlanTagInMaas(network) != vlan.Vid)
        select Extra(ChangeScope.Network, ResourceKind.Vlan, vlan.ToString(), vlan.Name);

    private IEnumerable<DesignDrift> Ranges(IEnumerable<IPRange> ranges) =>
        from range in ranges
        let network = design.Networks.FirstOrDefault(n => n.Block == range.Subnet?.Block)
        where network is not null && !network.Ranges.Any(r => AddressSpan.TryParse(r.Start, r.End) is { } wanted
            && AddressSpan.TryParse(range.StartIP, range.EndIP) is { } present && wanted.Overlaps(present))
        select Extra(ChangeScope.Network, ResourceKind.IPRange, $"{range.StartIP}-{range.EndIP}", range.Type);

    /// <summary>DHCP, gateways and DNS servers on the design's own VLANs and subnets that others need.</summary>
    private IEnumerable<DesignDrift> Served(SiteSnapshot site)
    {
        foreach (var fabric in LinkFabrics.Find(design, site).Values.Distinct().Where(f => f.Error is null))
        {
            foreach (var vlan in fabric.Present?.Vlans.Where(v => v.DhcpOn && fabric.GetNetworks(design, v.Vid).Any()) ?? [])
            {
                if (DhcpOwnership.Find(design, site, fabric, vlan.Vid).IsOthers)
                    yield return Extra(ChangeScope.Network, ResourceKind.Vlan, vlan.ToString(), "on") with { Property = ChangeProperty.Dhcp };
            }
        }

        foreach (var network in design.Networks.Where(n => SiteNetworkPlanner.IsConfigured(design, n)))
        {
            if (site.Subnets.FirstOrDefault(s => s.Block == network.Block) is not { } subnet)
                continue;
            var left = LeftSettings.Find(network, subnet, site);
            if (left.Gateway is not null)
                yield return Extra(ChangeScope.Network, ResourceKind.Subnet, subnet.Cidr, left.Gateway) with { Property = ChangeProperty.Gateway };
            if (left.DnsServers.Count > 0)
                yield return Extra(ChangeScope.Network, ResourceKind.Subnet, subnet.Cidr, string.Join(", ", left.DnsServers)) with { Property = ChangeProperty.DnsServers };
        }
    }

    private IEnumerable<DesignDrift> Routes(IEnumerable<StaticRoute> routes) =>
        from route in routes
        let network = design.Networks.FirstOrDefault(n => n.Block == route.Source?.Block)
        where network is not null && network.Routes.All(r => r.Destination != route.Destination?.Block) && network.RouteDomain is null
        select Extra(ChangeScope.Network, ResourceKind.StaticRoute, $"{route.Source?.Cidr} -> {route.Destination?.Cidr}", $"via {route.GatewayIP}");

    private IEnumerable<DesignDrift> Domains(IEnumerable<Domain> domains) => domains
        .Where(d => !d.IsDefault && design.Networks.All(n => n.DnsDomain != d.Name) && design.Nodes.All(n => n.Domain != d.Name))
        .Select(d => Extra(ChangeScope.Site, ResourceKind.Domain, d.Name, null));

    private IEnumerable<DesignDrift> Tags(IEnumerable<Tag> tags)
    {
        var known = design.Nodes.SelectMany(n => n.Tags.Append(PlatformPlanner.KernelTag(n))).ToHashSet(StringComparer.Ordinal);
        var shared = design.Nodes.SelectMany(n => n.Tags).ToHashSet(StringComparer.Ordinal);
        var options = tags.Where(t => shared.Contains(t.Name) && !string.IsNullOrEmpty(t.KernelOpts))
            .Select(t => Extra(ChangeScope.Site, ResourceKind.Tag, t.Name, t.KernelOpts) with { Property = ChangeProperty.KernelParameters });
        return tags.Where(t => string.IsNullOrEmpty(t.Definition) && !known.Contains(t.Name))
            .Select(t => Extra(ChangeScope.Site, ResourceKind.Tag, t.Name, string.IsNullOrEmpty(t.KernelOpts) ? null : t.KernelOpts)).Concat(options);
    }

    private DesignDrift Extra(ChangeScope scope, ResourceKind kind, string name, string? value) => Extra(design, scope, kind, name, value);

    /// <summary>A finding of the site.</summary>
    public static DesignDrift Extra(SiteDesign design, ChangeScope scope, ResourceKind kind, string name, string? value) => new()
    {
        Kind = DriftKind.Extra,
        Scope = scope,
        Target = design.Name ?? "site",
        ResourceKind = kind,
        Resource = name,
        MaasValue = value,
        Blocker = LeftAlone,
    };
}
