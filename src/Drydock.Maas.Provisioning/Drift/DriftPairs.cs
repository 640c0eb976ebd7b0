using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Drift;

/// <summary>
/// Finds what goes because something else comes in its place: a thing under
/// another name, and what holds disks that are to hold something else.
/// </summary>
internal static class DriftPairs
{
    private static readonly ResourceKind[] Named = [ResourceKind.LogicalVolume, ResourceKind.PackageRepository];
    private static readonly ResourceKind[] Holders = [ResourceKind.VolumeGroup, ResourceKind.Raid, ResourceKind.Bcache, ResourceKind.CacheSet];

    /// <summary>Indexes of changes that have one cause.</summary>
    /// <param name="changes">The changes of one node, or those of the site.</param>
    public static IEnumerable<(int One, int Other)> FindPairs(IReadOnlyList<(PlannedChange Change, int Index)> changes)
    {
        var coming = changes.Where(c => c.Change.Action == ChangeAction.Create && IsPaired(c.Change)).ToList();
        var going = coming.Count == 0 ? [] : changes.Where(c => IsGoing(c.Change)).ToList();
        return
            from made in coming
            from gone in going
            where IsRenamed(made.Change, gone.Change) || IsHeldOtherwise(made.Change, gone.Change)
            select (made.Index, gone.Index);
    }

    /// <summary>Whether both are the same but for the name.</summary>
    public static bool IsRenamed(PlannedChange made, PlannedChange gone) =>
        gone.Action == ChangeAction.Delete && Named.Contains(made.Kind) && made.Kind == gone.Kind
        && made.Resource != gone.Resource && made.Size == gone.Size && made.AfterValues.Find("url") == gone.BeforeValues.Find("url")
        && made.Parents.SequenceEqual(gone.Parents);

    private static bool IsHeldOtherwise(PlannedChange made, PlannedChange gone) => Holders.Contains(made.Kind)
        && (gone.Action == ChangeAction.Delete
            ? Holders.Contains(gone.Kind) && made.Parents.Intersect(gone.Parents).Any()
            : made.Parents.Contains(gone.Resource));

    private static bool IsPaired(PlannedChange change) => Named.Contains(change.Kind) || Holders.Contains(change.Kind);

    private static bool IsGoing(PlannedChange change) =>
        (change.Action == ChangeAction.Delete && IsPaired(change)) || change.Action == ChangeAction.Unformat;
}
