using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>The layout that MAAS makes of root and boot in one go; it clears every disk of the machine.</summary>
internal static class RootPlanner
{
    /// <summary>What a layout of MAAS's makes of root and boot.</summary>
    private static readonly Filesystem Made = new() { Fstype = "ext4" };

    /// <summary>The layout, and what the design wants of its file systems otherwise.</summary>
    public static IEnumerable<StorageOperation> Plan(DrydockNode node, Machine machine, DesiredStorage desired)
    {
        var root = desired.Root;
        var limit = new RootLimit(node, machine, root.IsByParts);
        var layout = new SetStorageLayout(
            machine, root.RootPartition is null ? Lvm(node, root, limit) : Flat(root, limit), root, [.. desired.Disks.Select(d => Resource(d.Device))]);
        return
        [
            layout,
            .. PlanFilesystem(layout.RootPartition, root.RootPartition?.Filesystem, "root"),
            .. PlanFilesystem(layout.BootPartition, root.BootPartition?.Filesystem, "boot"),
            .. PlanFilesystem(layout.RootVolume, root.RootVolume?.Design.Filesystem, "root"),
        ];
    }

    /// <summary>Has the machine boot from the disk with the root.</summary>
    public static IEnumerable<StorageOperation> PlanBootDisk(Machine machine, RootLayout root) =>
        machine.BootDisk?.Id == root.Disk.Device.Id ? [] : [new SetBootDisk(Resource(root.Disk.Device), machine.BootDisk?.Name)];

    private static StorageLayoutRequest Flat(RootLayout root, RootLimit limit) => new()
    {
        Layout = "flat",
        RootDevice = root.Disk.Device.Id,
        RootSize = root.RootPartition!.TakesRest && limit.IsAlone(root.Disk.Partitions) ? null : root.RootPartition.Size,
        BootSize = root.BootPartition?.Size,
    };

    private static StorageLayoutRequest Lvm(DrydockNode node, RootLayout root, RootLimit limit)
    {
        var group = root.RootGroup!;
        if (group.Disks.Count + group.Partitions.Count != 1)
        {
            throw new NodeException(
                NodeErrorIds.StorageNotPossible,
                $"The root of node {node.Name} is in volume group {group.Name}, which has {group.Disks.Count + group.Partitions.Count} "
                    + "physical volumes; MAAS makes an LVM root on one only.");
        }

        var physical = root.Disk.Partitions.FirstOrDefault(p => p.Design.VolumeGroup == group.Name);
        return new()
        {
            Layout = "lvm",
            RootDevice = root.Disk.Device.Id,
            RootSize = physical is null || (physical.TakesRest && limit.IsAlone(root.Disk.Partitions)) ? null : physical.Size,
            BootSize = root.BootPartition?.Size,
            VolumeGroupName = group.Name,
            LogicalVolumeName = root.RootVolume!.Design.Name,
            LogicalVolumeSize = root.RootVolume.Size > limit.Maximum(root.Disk.Device, root.Disk.Partitions) ? null : root.RootVolume.Size,
        };
    }

    /// <summary>The layout's own file systems are ext4, labelled, without options: what the design wants otherwise follows.</summary>
    private static IEnumerable<StorageOperation> PlanFilesystem(StorageResource? on, FilesystemSettings? wanted, string label) =>
        on is null || wanted is null ? [] : FilesystemPlanner.PlanDifference(on, wanted, Made with { Label = label, MountPoint = wanted.MountPoint });

    private static StorageResource Resource(BlockDevice disk) => new(ResourceKind.BlockDevice, disk.Name, disk.Id);
}

/// <summary>Has a machine boot from a disk.</summary>
/// <param name="Disk">The disk.</param>
/// <param name="Before">The disk that it boots from.</param>
internal sealed record SetBootDisk(StorageResource Disk, string? Before) : StorageOperation
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes =>
        [Act(ChangeAction.SetBootDisk, ResourceKind.BlockDevice, Disk.Name, Before, null, ChangeSeverity.Disruptive)];
}

/// <summary>Has MAAS clear every disk of a machine and make root and boot.</summary>
/// <param name="Present">The machine as it is.</param>
/// <param name="Request">The layout.</param>
/// <param name="Root">The root that it makes.</param>
/// <param name="Disks">The disks of the design.</param>
internal sealed record SetStorageLayout(Machine Present, StorageLayoutRequest Request, RootLayout Root, IReadOnlyList<StorageResource> Disks)
    : StorageOperation
{
    /// <summary>The root partition of a flat layout.</summary>
    public StorageResource? RootPartition => Partition(Root.RootPartition);

    /// <summary>The boot partition.</summary>
    public StorageResource? BootPartition => Partition(Root.BootPartition);

    /// <summary>The volume group of an LVM layout.</summary>
    public StorageResource? RootGroup => Root.RootGroup is { } group ? new(ResourceKind.VolumeGroup, group.Name) : null;

    /// <summary>The root volume of an LVM layout.</summary>
    public StorageResource? RootVolume => Root.RootVolume is { } volume ? new(ResourceKind.LogicalVolume, Root.RootGroup!.NameOf(volume)) : null;

    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes => [Act(
        ChangeAction.SetStorageLayout, ResourceKind.Machine, Present.ToString(), PresentStorage.Describe(Present), Describe(), ChangeSeverity.Destructive)];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Makes =>
        [.. Disks, .. new[] { RootPartition, BootPartition, RootGroup, RootVolume }.OfType<StorageResource>()];

    /// <inheritdoc/>
    public override bool Requires(Operation other) => other is SetBootDisk;

    private StorageResource? Partition(DesiredPartition? partition) => partition is null
        ? null : new(ResourceKind.Partition, Root.Disk.KeyOf(partition), null, Disks.First(d => d.Id == Root.Disk.Device.Id));

    private string Describe()
    {
        var boot = Request.BootSize is { } b ? $", boot {SizeText.Format(b)}" : "";
        var size = Request.Layout == "flat" ? Root.RootPartition!.Size : Root.RootVolume!.Size;
        var volume = Request.Layout == "lvm" ? $" in {Request.VolumeGroupName}-{Request.LogicalVolumeName}" : "";
        return $"{Request.Layout} on {Root.Disk.Device.Name}, root "
            + $"{SizeText.Format(size, PresentStorage.RootSize(Present) ?? size)}{volume}{boot}; clears all its disks";
    }
}
