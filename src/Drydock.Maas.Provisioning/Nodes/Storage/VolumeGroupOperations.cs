using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Makes a volume group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Uuid">Its UUID; null for any.</param>
/// <param name="Members">Its physical volumes.</param>
internal sealed record CreateVolumeGroup(StorageResource Group, string? Uuid, IReadOnlyList<StorageResource> Members) : StorageOperation
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes
    {
        get
        {
            IReadOnlyList<string> names = [.. Members.Select(m => m.Name)];
            return [Create(ResourceKind.VolumeGroup, Group.Name, $"on {string.Join(", ", names)}", names)];
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Makes => [Group];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Takes => Members;
}

/// <summary>Deletes a volume group whose logical volumes have gone.</summary>
/// <param name="Group">The group.</param>
/// <param name="Present">The group as it is.</param>
/// <param name="Members">The physical volumes that it still has.</param>
internal sealed record DeleteVolumeGroup(StorageResource Group, VolumeGroup Present, IReadOnlyList<StorageResource> Members) : StorageOperation
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes => [Delete(
        ResourceKind.VolumeGroup, Group.Name, SizeText.Format(Present.Size), [.. Present.Devices.Select(d => d.Name).OfType<string>()]) with { Size = Present.Size }];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Leaves => Members;

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Ends => [Group];
}

/// <summary>Gives a volume group that stays the name of the design; its logical volumes are renamed with it.</summary>
/// <param name="Group">The group by its new name.</param>
/// <param name="Before">Its old name.</param>
internal sealed record RenameVolumeGroup(StorageResource Group, string Before) : StorageOperation
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes =>
        [Set(ResourceKind.VolumeGroup, Group.Name, ChangeProperty.Name, Before, Group.Name)];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Makes => [Group];
}

/// <summary>Has physical volumes leave a group that stays; the logical volumes of the design have room on those it keeps.</summary>
/// <param name="Group">The group.</param>
/// <param name="Present">Its physical volumes.</param>
/// <param name="Extra">Those that leave it.</param>
internal sealed record RemovePhysicalVolumes(StorageResource Group, IReadOnlyList<StorageResource> Present, IReadOnlyList<StorageResource> Extra)
    : StorageOperation
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes =>
    [
        Set(ResourceKind.VolumeGroup, Group.Name, ChangeProperty.PhysicalVolumes, Names(Present), Names(Present.Except(Extra)), ChangeSeverity.Destructive)
            with { Parents = [.. Extra.Select(m => m.Name)] },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Leaves => Extra;

    /// <summary>The volumes that have to go make room first, but for such that something stands on: that may be this group itself.</summary>
    /// <inheritdoc/>
    public override bool Requires(Operation other) =>
        (other is DeleteLogicalVolume { IsInUse: false } deletion && deletion.Group.Is(Group)) || base.Requires(other);

    private static string Names(IEnumerable<StorageResource> members) => string.Join(", ", members.Select(m => m.Name));
}

/// <summary>Has a group that goes no longer stand on its own volumes, be it by way of others: MAAS deletes none of them before.</summary>
/// <param name="Group">The group.</param>
/// <param name="Volumes">The physical volumes that stand on it.</param>
internal sealed record DetachOwnVolumes(StorageResource Group, IReadOnlyList<StorageResource> Volumes) : StorageOperation
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes
    {
        get
        {
            IReadOnlyList<string> names = [.. Volumes.Select(m => m.Name)];
            return [Set(
                ResourceKind.VolumeGroup, Group.Name, ChangeProperty.PhysicalVolumes, $"with {string.Join(", ", names)} of its own", "without", ChangeSeverity.Destructive)
                with { Parents = names }];
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Leaves => Volumes;
}

/// <summary>Has physical volumes join a group that stays.</summary>
/// <param name="Group">The group.</param>
/// <param name="Kept">Those it keeps.</param>
/// <param name="Missing">Those that join it.</param>
internal sealed record AddPhysicalVolumes(StorageResource Group, IReadOnlyList<StorageResource> Kept, IReadOnlyList<StorageResource> Missing)
    : StorageOperation
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes =>
    [
        Set(
            ResourceKind.VolumeGroup,
            Group.Name,
            ChangeProperty.PhysicalVolumes,
            string.Join(", ", Kept.Select(m => m.Name)),
            string.Join(", ", Kept.Concat(Missing).Select(m => m.Name)))
            with { Parents = [.. Missing.Select(m => m.Name)] },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Makes => [Group];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Takes => Missing;
}

/// <summary>Makes a logical volume.</summary>
/// <param name="Group">Its group.</param>
/// <param name="Volume">The volume.</param>
/// <param name="Wanted">The volume as the design wants it.</param>
/// <param name="Replaced">Bytes of the one that it takes the place of; null for none.</param>
internal sealed record CreateLogicalVolume(StorageResource Group, StorageResource Volume, DesiredLogicalVolume Wanted, long? Replaced) : StorageOperation
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes => [Create(
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
    /// <summary>Whether something stands on it that has to go, or to leave it, first.</summary>
    public bool IsInUse { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes =>
        [Delete(ResourceKind.LogicalVolume, Volume.Name, SizeText.Format(Size, Next ?? Size), Group.Name) with { Size = Size }];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Leaves => [Group];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Ends => [Volume];
}
