using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>Fabrics and subnets that nodes are connected to, read once for all commands of a pipeline.</summary>
/// <param name="Snapshot">The site, of which nothing else is read.</param>
/// <param name="Ids">The ids by which it was read, in a text that differs where they do.</param>
internal sealed record SiteAddressing(SiteSnapshot Snapshot, string Ids)
{
    /// <summary>The reading that all commands of a session share.</summary>
    public static SharedRead<SiteAddressing> For(MaasSession session, TimeProvider time) =>
        session.GetService(s => new SharedRead<SiteAddressing>(token => ReadAsync(new(s.Client), token), time));

    /// <summary>Reads them.</summary>
    public static async Task<SiteAddressing> ReadAsync(SiteListings listings, CancellationToken token)
    {
        var fabrics = listings.FabricsAsync(token);
        var subnets = listings.SubnetsAsync(token);
        var site = new SiteSnapshot { Fabrics = await fabrics.ConfigureAwait(false), Subnets = await subnets.ConfigureAwait(false) };
        IEnumerable<string> ids =
        [
            .. site.Subnets.Select(s => FormattableString.Invariant($"{s.Id}@{s.Vlan?.Id}={s.Cidr}")),
            .. site.Fabrics.SelectMany(f => f.Vlans).Select(v => FormattableString.Invariant($"{v.Id}={v.FabricId}/{v.Vid}")),
        ];
        return new(site, string.Join(' ', ids));
    }
}
