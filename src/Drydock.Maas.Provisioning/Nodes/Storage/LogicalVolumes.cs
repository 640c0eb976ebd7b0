using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>A logical volume.</summary>
/// <param name="Design">What the design says.</param>
/// <param name="Size">Its size in bytes as MAAS will make it.</param>
internal sealed record DesiredLogicalVolume(StorageLogicalVolume Design, long Size)
{
    public FilesystemSettings? Filesystem => Swap.AsMounted(Design.Filesystem);
}

/// <summary>The logical volumes of a group, wanted and there.</summary>
internal static class LogicalVolumes
{
    /// <summary>What makes the volumes of a group, or sets right those that stay.</summary>
    /// <param name="observed">The storage the machine has.</param>
    /// <param name="group">The group as the design wants it.</param>
    /// <param name="resource">The group as operations name it.</param>
    /// <param name="present">The group there is; null when it is made.</param>
    public static IEnumerable<StorageOperation> PlanDifference(ObservedStorage observed, DesiredVolumeGroup group, StorageResource resource, VolumeGroup? present)
    {
        var wanted = group.LogicalVolumes.ToDictionary(group.GetName, StringComparer.Ordinal);
        foreach (var stale in present?.LogicalVolumes ?? [])
        {
            if (!wanted.TryGetValue(stale.Name, out var next) || next.Size != stale.Size)
                yield return Delete(observed, resource, stale, next?.Size);
        }

        foreach (var volume in group.LogicalVolumes.Where(v => !observed.IsMadeByLayout(group, v)))
        {
            var there = present is null ? null : observed.Groups.LogicalVolume(present, volume);
            var isRight = there?.Size == volume.Size;
            var made = new StorageResource(ResourceKind.LogicalVolume, group.GetName(volume), isRight ? there!.Id : null);
            if (!isRight)
                yield return new CreateLogicalVolume(resource, made, volume, there?.Size);
            foreach (var operation in Filesystems.PlanDifference(made, volume.Filesystem, isRight ? there!.Filesystem : null))
                yield return operation;
        }
    }

    /// <summary>The end of a volume.</summary>
    public static DeleteLogicalVolume Delete(ObservedStorage observed, StorageResource group, BlockDevice volume, long? next) =>
        new(group, new(ResourceKind.LogicalVolume, volume.Name, volume.Id), volume.Size, next) { IsInUse = observed.Stack.IsInUse(volume.Id) };
}

/// <summary>Makes a logical volume.</summary>
/// <param name="Group">Its group.</param>
/// <param name="Volume">The volume.</param>
/// <param name="Wanted">The volume as the design wants it.</param>
/// <param name="Replaced">Bytes of the one that it takes the place of; null for none.</param>
internal sealed record CreateLogicalVolume(StorageResource Group, StorageResource Volume, DesiredLogicalVolume Wanted, long? Replaced) : StorageOperation
{
    /// <inheritdoc/>
    public override string? NameTaken => Wanted.Design.Name;

    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(new PartitionRequest { Size = Wanted.Size, Uuid = Wanted.Design.Uuid });

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Create(
        ResourceKind.LogicalVolume, Volume.Name, SizeText.Format(Wanted.Size, Replaced ?? Wanted.Size), Group.Name) with { Size = Wanted.Size }];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Makes => [Volume];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Takes => [Group];
}

/// <summary>Deletes a logical volume.</summary>
/// <param name="Group">Its group.</param>
/// <param name="Volume">The volume.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Next">Bytes of the one that takes its place; null for none.</param>
internal sealed record DeleteLogicalVolume(StorageResource Group, StorageResource Volume, long Size, long? Next) : StorageOperation
{
    /// <summary>MAAS keeps a volume by its own name, and shows it behind that of its group.</summary>
    public override string? NameFreed => Volume.Name[(Group.Name.Length + 1)..];

    /// <summary>Whether something stands on it that has to go, or to leave it, first.</summary>
    public bool IsInUse { get; init; }

    /// <inheritdoc/>
    public override ChangeValues? Found => new([new("size", Size.ToString(CultureInfo.InvariantCulture))]);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
        [Delete(ResourceKind.LogicalVolume, Volume.Name, SizeText.Format(Size, Next ?? Size), Group.Name) with { Size = Size }];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Leaves => [Group];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Ends => [Volume];
}
