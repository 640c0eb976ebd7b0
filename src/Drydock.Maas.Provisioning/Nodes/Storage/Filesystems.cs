using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>File systems of partitions and block devices, wanted and there; formatting drops a mount by itself.</summary>
internal static class Filesystems
{
    /// <summary>What makes and mounts the file system that is wanted.</summary>
    /// <param name="on">The partition or block device.</param>
    /// <param name="wanted">What the design wants; null for none.</param>
    /// <param name="present">What is there; null for none, as on a new partition.</param>
    public static IEnumerable<StorageOperation> PlanDifference(StorageResource on, FilesystemSettings? wanted, Filesystem? present)
    {
        if (wanted is null)
            return present is null || MemberFilesystem.Is(present) ? [] : PlanRemoval(on, present);
        var isMade = IsMadeAs(wanted, present);
        IEnumerable<StorageOperation> format = isMade ? [] : [new Format(on, wanted, present)];
        return [.. format, .. PlanMount(on, wanted, isMade ? present : null, present)];
    }

    /// <summary>The end of a file system; MAAS takes none away that is mounted.</summary>
    public static IEnumerable<StorageOperation> PlanRemoval(StorageResource on, Filesystem present) =>
        [.. PlanUnmount(on, present), new Unformat(on, present.Fstype)];

    private static IEnumerable<StorageOperation> PlanMount(StorageResource on, FilesystemSettings wanted, Filesystem? present, Filesystem? before)
    {
        if (IsMountedAs(wanted, present))
            return [];
        IEnumerable<StorageOperation> mount = wanted.MountPoint is null ? [] : [new Mount(on, wanted, before)];
        return [.. PlanUnmount(on, present), .. mount];
    }

    private static IEnumerable<StorageOperation> PlanUnmount(StorageResource on, Filesystem? present) =>
        present?.MountPoint is { Length: > 0 } mounted ? [new Unmount(on, mounted)] : [];

    private static bool IsMadeAs(FilesystemSettings wanted, Filesystem? present) =>
        present is not null
        && present.Fstype == wanted.Type
        && (wanted.Label is null || present.Label == wanted.Label)
        && (wanted.Uuid is null || string.Equals(present.Uuid, wanted.Uuid, StringComparison.OrdinalIgnoreCase));

    private static bool IsMountedAs(FilesystemSettings wanted, Filesystem? present) =>
        wanted.MountPoint is null
            ? string.IsNullOrEmpty(present?.MountPoint)
            : present?.MountPoint == wanted.MountPoint && MountOptions.AreSame(present.MountOptions, wanted.MountOptions);
}

/// <summary>
/// File systems by which MAAS marks the members of volume groups, RAIDs and bcaches; they go with what they are a part of.
/// </summary>
internal static class MemberFilesystem
{
    public static bool Is(Filesystem filesystem) =>
        filesystem.Fstype is "lvm-pv" or "raid" or "raid-spare" or "bcache-backing" or "bcache-cache";
}

/// <summary>Swap has no place of its own, but MAAS makes a machine use it only where it is mounted, at none.</summary>
internal static class Swap
{
    public const string Nowhere = "none";

    /// <summary>The file system as MAAS is to hold it.</summary>
    public static FilesystemSettings? AsMounted(FilesystemSettings? design) =>
        design is { Type: "swap" } ? design with { MountPoint = Nowhere } : design;
}

/// <summary>Options of mounts as MAAS keeps them.</summary>
internal static class MountOptions
{
    /// <summary>MAAS's own layouts leave the options out where the design says defaults; both mean the same.</summary>
    public static bool AreSame(string? one, string? other) => Written(one) == Written(other);

    private static string Written(string? options) => options is null or "" ? "defaults" : options;
}

/// <summary>File systems and their mounts in words.</summary>
internal static class FilesystemText
{
    /// <summary>A file system that is there, in words; null when there is none.</summary>
    public static string? Describe(Filesystem? present) => present is null ? null : Describe(new FilesystemSettings
    {
        Type = present.Fstype,
        MountPoint = string.IsNullOrEmpty(present.MountPoint) ? null : present.MountPoint,
        MountOptions = present.MountOptions ?? "",
    });

    /// <summary>The same, and that it is not mounted where it is not.</summary>
    public static string? DescribeMount(Filesystem? present) =>
        present is null || present.MountPoint?.Length > 0 ? Describe(present) : $"{Describe(present)} (not mounted)";

    /// <summary>Where and how a file system is mounted; none where it is not.</summary>
    public static ChangeValues TellMount(Filesystem? present) => present?.MountPoint is not { Length: > 0 } place ? ChangeValues.None
        : new([new("mountPoint", place), new("options", present.MountOptions ?? "")]);

    /// <summary>A file system in words: xfs at /var/log (noatime).</summary>
    public static string Describe(FilesystemSettings filesystem)
    {
        var options = filesystem.MountOptions is "" or "defaults" ? "" : $" ({filesystem.MountOptions})";
        return filesystem.MountPoint is null or Swap.Nowhere
            ? $"{filesystem.Type}{options}"
            : $"{filesystem.Type} at {filesystem.MountPoint}{options}";
    }
}

/// <summary>Makes a file system on a partition or block device.</summary>
/// <param name="On">The partition or block device.</param>
/// <param name="Wanted">The file system.</param>
/// <param name="Present">The one that is there and lost; null for none.</param>
internal sealed record Format(StorageResource On, FilesystemSettings Wanted, Filesystem? Present) : StorageOperation
{
    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(ToRequest());

    /// <summary>The mark of a member goes with what it was a member of.</summary>
    public override ChangeValues? Found => ChangeValues.FromText(Present is null || MemberFilesystem.Is(Present) ? null : Present.Fstype);

    /// <inheritdoc/>
    public override IReadOnlyList<ChangeEffect> Effects => [new(On.Kind, On.Name, ChangeProperty.Mount)];

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Act(
        ChangeAction.Format, On.Kind, On.Name, Present?.Fstype, Wanted.Type, Present is null ? ChangeSeverity.Disruptive : ChangeSeverity.Destructive)];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Takes => [On];

    public FormatRequest ToRequest() => new() { FilesystemType = Wanted.Type, Uuid = Wanted.Uuid, Label = Wanted.Label };
}

/// <summary>Takes a file system away.</summary>
/// <param name="On">The partition or block device.</param>
/// <param name="Type">The type of the file system.</param>
internal sealed record Unformat(StorageResource On, string Type) : StorageOperation
{
    /// <inheritdoc/>
    public override ChangeValues? Sent => ChangeValues.None;

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Act(ChangeAction.Unformat, On.Kind, On.Name, Type, $"without {Type}", ChangeSeverity.Destructive)];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Leaves => [On];

    /// <inheritdoc/>
    public override bool Requires(Operation other) => (other is Unmount unmount && unmount.On.Is(On)) || base.Requires(other);
}

/// <summary>Mounts a file system. MAAS refuses a mount point that another has not left, whatever makes it leave: mounts come last.</summary>
/// <param name="On">The partition or block device.</param>
/// <param name="Wanted">The file system with its mount point and options.</param>
/// <param name="Before">The file system that was there.</param>
internal sealed record Mount(StorageResource On, FilesystemSettings Wanted, Filesystem? Before) : StorageOperation
{
    /// <inheritdoc/>
    public override ChangeValues? Sent => new([new("mountPoint", Wanted.MountPoint ?? ""), new("options", Wanted.MountOptions)]);

    /// <inheritdoc/>
    public override ChangeValues? Found => FilesystemText.TellMount(Before);

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Touches => [On];

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Act(
        ChangeAction.Mount, On.Kind, On.Name, FilesystemText.DescribeMount(Before), FilesystemText.Describe(Wanted), ChangeSeverity.Disruptive)];

    /// <inheritdoc/>
    public override bool Requires(Operation other) => other is StorageOperation and not (Mount or MountSpecial);
}

/// <summary>Unmounts a file system, which keeps its data.</summary>
/// <param name="On">The partition or block device.</param>
/// <param name="MountPoint">Where it is mounted.</param>
internal sealed record Unmount(StorageResource On, string MountPoint) : StorageOperation
{
    /// <summary>Whether the design says nothing of it but wants its mount point.</summary>
    public bool IsInTheWay { get; init; }

    /// <inheritdoc/>
    public override ChangeValues? Sent => ChangeValues.None;

    /// <inheritdoc/>
    public override IReadOnlyList<ChangeEffect> Effects => [new(On.Kind, On.Name, ChangeProperty.Mount)];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Touches => [On];

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Act(
        ChangeAction.Unmount,
        ResourceKind.Filesystem,
        On.Name,
        MountPoint,
        $"from {MountPoint}{(IsInTheWay ? ", which the design wants elsewhere" : "")}",
        ChangeSeverity.Disruptive)];

    /// <inheritdoc/>
    public override bool Requires(Operation other) => other is StorageOperation earlier && earlier.Makes.Any(On.Is);
}
