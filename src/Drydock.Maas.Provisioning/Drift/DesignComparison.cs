using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Drift;

/// <summary>Compares a design with what MAAS holds, by the same plans that the steps would carry out. Only reads.</summary>
public sealed class DesignComparison
{
    private readonly MaasSession _session;
    private readonly ComparisonOptions _options;

    private DesignComparison(MaasSession session, ComparisonOptions options)
    {
        _session = session;
        _options = options;
    }

    /// <summary>Makes a comparison.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="options">What it looks at.</param>
    public static DesignComparison Create(MaasSession session, ComparisonOptions options)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(options);
        return new(session, options);
    }

    /// <summary>Compares; the findings come in the order site, nodes, what is only in MAAS. None when MAAS is as designed.</summary>
    /// <param name="design">The design of the site.</param>
    /// <param name="nodes">The nodes to compare, and nothing of the site itself; null for the site and all its nodes.</param>
    /// <param name="token">Ends the comparison.</param>
    /// <exception cref="MaasException">MAAS could not be asked.</exception>
    public async Task<IReadOnlyList<DesignDrift>> CompareAsync(
        SiteDesign design, IReadOnlyList<DrydockNode>? nodes, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(design);
        var name = design.Name ?? "site";
        var listings = new SiteListings(_session.Client);
        var site = nodes is null ? await CompareSiteAsync(design, listings, token).ConfigureAwait(false) : SiteFindings.None;
        var comparison = new NodeComparison(_session, listings, _options);
        var machines = await Task.WhenAll((nodes ?? design.Nodes).Select(n => comparison.CompareAsync(n, token))).ConfigureAwait(false);
        var groups = DriftGrouping.Group([.. site.Changes, .. machines.SelectMany(m => m.Changes)]);
        var notes = site.Notes.Concat(machines.SelectMany(m => m.Notes.Where(n => !FollowsFrom(site, n)).Select(n => n.Drift)));
        var extras = _options.Detailed
            ? await new ExtraParts(_session, listings, design).FindAsync(nodes is null, machines, token).ConfigureAwait(false)
            : [];
        return [.. groups.Select(g => DriftFinding.Make(g, name)), .. notes, .. extras];
    }

    private Task<SiteFindings> CompareSiteAsync(SiteDesign design, SiteListings listings, CancellationToken token) =>
        new SiteComparison(_session, listings, _options.Space).CompareAsync(design, token);

    /// <summary>
    /// Where the site's network has to be made anew, what stands on it cannot be compared, and that is no finding of its own.
    /// </summary>
    private static bool FollowsFrom(SiteFindings site, NodeNote note) =>
        note.ErrorId is ErrorIds.FabricNotFound or ErrorIds.VlanNotFound or ErrorIds.SubnetNotFound
        && site.Changes.Any(c => c is { Action: ChangeAction.Create, Kind: ResourceKind.Fabric or ResourceKind.Vlan or ResourceKind.Subnet });
}
