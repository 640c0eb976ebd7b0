using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Drift;

/// <summary>Puts a group of changes with one cause into one finding.</summary>
internal static class DriftFinding
{
    /// <summary>The finding.</summary>
    /// <param name="group">The changes, at least one.</param>
    /// <param name="site">The name of the site, for what concerns several targets.</param>
    public static DesignDrift Make(IReadOnlyList<PlannedChange> group, string site)
    {
        var made = group.Where(c => DriftGrouping.IsMadeAnew(c) || DriftGrouping.GivesNicsAway(c))
            .Select(c => c.Resource)
            .ToHashSet(StringComparer.Ordinal);
        var resized = group.Where(c => c.Property == ChangeProperty.Mtu).Select(c => c.Resource).ToHashSet(StringComparer.Ordinal);
        var lead = group.OrderBy(c => c.Parents.Any(p => p != c.Resource && IsCause(c, p))).ThenBy(Rank).First();
        var replaced = Replaced(group, ref lead);
        var finding = replaced is null ? Describe(lead, group) : Describe(lead, replaced);
        return finding with
        {
            Target = group.Select(c => c.Target).Distinct().Count() > 1 && lead.Scope == ChangeScope.Site ? site : finding.Target,
            Severity = group.Max(c => c.Severity),
            Blocker = lead.Blocker,
            Consequences = [.. group.Where(c => c != lead && c != replaced).Select(c => c.ToString()).Distinct()],
        };

        bool IsCause(PlannedChange change, string parent) =>
            made.Contains(parent) || (change.Property == ChangeProperty.Mtu && resized.Contains(parent));
    }

    /// <summary>Something of a kind goes and something of that kind comes: that is a change of it.</summary>
    private static PlannedChange? Replaced(IReadOnlyList<PlannedChange> group, ref PlannedChange lead)
    {
        if (lead.Action is not (ChangeAction.Create or ChangeAction.Delete))
            return null;
        var kind = lead.Kind;
        var made = group.FirstOrDefault(c => c.Action == ChangeAction.Create && c.Kind == kind);
        var deleted = group.Where(c => c.Action == ChangeAction.Delete && c.Kind == kind).ToList();
        var gone = deleted.Find(c => c.Resource == made?.Resource) ?? deleted.MaxBy(c => made?.Parents.Intersect(c.Parents).Count());
        if (made is null || gone is null)
            return null;
        lead = made;
        return gone;
    }

    private static int Rank(PlannedChange change) => change switch
    {
        { Action: ChangeAction.SetStorageLayout } => 0,
        { Action: ChangeAction.Create, Kind: not ResourceKind.Link } => 1,
        { Action: ChangeAction.Delete, Kind: not ResourceKind.Link } => 2,
        { Property: ChangeProperty.Vlan or ChangeProperty.PowerType or ChangeProperty.Dhcp } => 3,
        { Action: ChangeAction.Format or ChangeAction.Unformat } => 4,
        { Kind: ResourceKind.Vlan } => 5,
        { Action: ChangeAction.Mount } => 5,
        _ => 6,
    };

    private static DesignDrift Describe(PlannedChange made, PlannedChange gone) => DriftPairs.IsRenamed(made, gone)
        ? Start(made) with { Property = ChangeProperty.Name, DesignValue = made.Resource, MaasValue = gone.Resource }
        : DescribeOther(made, gone);

    private static DesignDrift DescribeOther(PlannedChange made, PlannedChange gone) => Start(made) with
    {
        Kind = DriftKind.Different,
        Property = made.Kind switch
        {
            ResourceKind.Link => ChangeProperty.Link,
            ResourceKind.Partition or ResourceKind.LogicalVolume when made.Resource == gone.Resource => ChangeProperty.Size,
            _ => null,
        },
        DesignValue = made.After,
        MaasValue = made.Resource == gone.Resource ? gone.Before : $"{gone.Resource} ({gone.Before})",
    };

    private static DesignDrift Describe(PlannedChange lead, IReadOnlyList<PlannedChange> group) => lead switch
    {
        { Action: ChangeAction.Create } => Start(lead) with { Kind = DriftKind.Missing, DesignValue = lead.After },
        { Action: ChangeAction.Delete } => Start(lead) with { Kind = DriftKind.Unwanted, MaasValue = lead.Before },
        { Action: ChangeAction.SetStorageLayout } =>
            Start(lead) with { Property = ChangeProperty.StorageLayout, DesignValue = lead.After, MaasValue = lead.Before },
        { Action: ChangeAction.SetBootDisk } => Start(lead) with { Property = ChangeProperty.BootDisk, DesignValue = lead.Resource, MaasValue = lead.Before },
        { Action: ChangeAction.Unformat } => Start(lead) with { Property = ChangeProperty.Filesystem, MaasValue = lead.Before },
        { Action: ChangeAction.Format or ChangeAction.Mount } => Filesystem(lead, group),
        { Action: ChangeAction.Unmount } => Start(lead) with { Property = ChangeProperty.MountPoint, MaasValue = lead.Before },
        _ => Start(lead) with { DesignValue = Last(lead, group).After, MaasValue = lead.Before },
    };

    /// <summary>What comes by several writes is as designed after the last.</summary>
    private static PlannedChange Last(PlannedChange lead, IReadOnlyList<PlannedChange> group) => group.Last(c =>
        c.Action == lead.Action && c.Kind == lead.Kind && c.Resource == lead.Resource && c.Property == lead.Property && c.PropertyKey == lead.PropertyKey);

    private static DesignDrift Filesystem(PlannedChange lead, IReadOnlyList<PlannedChange> group)
    {
        var mount = group.FirstOrDefault(c => c.Action == ChangeAction.Mount && c.Resource == lead.Resource) ?? lead;
        return Start(lead) with
        {
            Property = lead.Action == ChangeAction.Mount ? ChangeProperty.Mount : ChangeProperty.Filesystem,
            DesignValue = mount.After,
            MaasValue = mount.Before ?? lead.Before,
        };
    }

    private static DesignDrift Start(PlannedChange lead) => new()
    {
        Kind = DriftKind.Different,
        Scope = lead.Scope,
        Target = lead.Target ?? "",
        ResourceKind = lead.Kind,
        Resource = lead.Resource,
        Property = lead.Kind == ResourceKind.Link ? ChangeProperty.Link : lead.Property,
        PropertyKey = lead.PropertyKey,
    };
}
