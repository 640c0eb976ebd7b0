using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>File systems in memory, wanted and there. A node without special mounts in its design keeps those of its machine.</summary>
internal static class MemoryFilesystems
{
    /// <summary>What is missing, wrong, beyond the design's or at the place of another file system of the design.</summary>
    /// <param name="node">The node.</param>
    /// <param name="machine">Its machine.</param>
    /// <param name="elsewhere">Mount points of the design's other file systems.</param>
    public static IEnumerable<StorageOperation> PlanDifference(DrydockNode node, Machine machine, IEnumerable<string> elsewhere)
    {
        var right = node.SpecialMounts.Where(m => machine.SpecialFilesystems.Any(f => IsAs(f, m)))
            .Select(m => m.MountPoint)
            .ToHashSet(StringComparer.Ordinal);
        var wanted = elsewhere.ToHashSet(StringComparer.Ordinal);
        var wrong = machine.SpecialFilesystems.Where(f => f.MountPoint is { Length: > 0 } place && !right.Contains(place));
        return
        [
            .. wrong.Where(f => node.SpecialMounts.Count > 0 || wanted.Contains(f.MountPoint!)).Select(f => new UnmountSpecial(f)),
            .. node.SpecialMounts.Where(m => !right.Contains(m.MountPoint))
                .Select(m => new MountSpecial(m, machine.SpecialFilesystems.FirstOrDefault(f => f.MountPoint == m.MountPoint))),
        ];
    }

    private static bool IsAs(Filesystem present, StorageSpecialMount wanted) =>
        present.MountPoint == wanted.MountPoint
            && present.Fstype == wanted.Type
            && MountOptions.AreSame(present.MountOptions, wanted.MountOptions);
}

/// <summary>Mounts a file system in memory; like other mounts it comes last.</summary>
/// <param name="Wanted">The file system.</param>
/// <param name="Before">The one that was mounted there.</param>
internal sealed record MountSpecial(StorageSpecialMount Wanted, Filesystem? Before) : StorageOperation
{
    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(ToRequest());

    /// <inheritdoc/>
    public override ChangeValues? Found => FilesystemText.TellMount(Before);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges
    {
        get
        {
            var settings = new FilesystemSettings { Type = Wanted.Type, MountPoint = Wanted.MountPoint, MountOptions = Wanted.MountOptions };
            return [Act(
                ChangeAction.Mount,
                ResourceKind.Filesystem,
                Wanted.MountPoint,
                FilesystemText.Describe(Before),
                FilesystemText.Describe(settings),
                ChangeSeverity.Disruptive)];
        }
    }

    /// <inheritdoc/>
    public override bool Requires(Operation other) => other is StorageOperation and not (Mount or MountSpecial);

    public SpecialMount ToRequest() => new() { FilesystemType = Wanted.Type, MountPoint = Wanted.MountPoint, MountOptions = Wanted.MountOptions };
}

/// <summary>Unmounts a file system in memory.</summary>
/// <param name="Present">The file system.</param>
internal sealed record UnmountSpecial(Filesystem Present) : StorageOperation
{
    /// <inheritdoc/>
    public override ChangeValues? Sent => ChangeValues.None;

    /// <inheritdoc/>
    public override ChangeValues? Found => FilesystemText.TellMount(Present);

    /// <inheritdoc/>
    public override IReadOnlyList<ChangeEffect> Effects => [new(ResourceKind.Filesystem, Present.MountPoint!, ChangeProperty.Mount)];

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Act(
        ChangeAction.Unmount,
        ResourceKind.Filesystem,
        Present.MountPoint!,
        FilesystemText.Describe(Present),
        $"from {Present.MountPoint}",
        ChangeSeverity.Disruptive)];
}
