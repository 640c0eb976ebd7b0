using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>The layout of the root file system that MAAS is asked for.</summary>
/// <param name="Disk">The disk it boots from.</param>
/// <param name="RootPartition">The root partition of a flat layout; null for
/// an LVM root, and for one that no layout makes: on a RAID, or beside an EFI partition of the design's own.</param>
/// <param name="BootPartition">The partition mounted at /boot on that disk, if any.</param>
/// <param name="RootGroup">The volume group of an LVM root.</param>
/// <param name="RootVolume">The root volume of an LVM root.</param>
internal sealed record RootLayout(
    DesiredDisk Disk,
    DesiredPartition? RootPartition,
    DesiredPartition? BootPartition,
    DesiredVolumeGroup? RootGroup,
    DesiredLogicalVolume? RootVolume)
{
    /// <summary>What a layout of MAAS's makes of root and boot.</summary>
    private static readonly Filesystem Made = new() { Fstype = "ext4" };

    /// <summary>Whether the root is made piece by piece, since no layout makes it.</summary>
    public bool IsByParts => RootPartition is null && RootGroup is null;

    /// <summary>Whether the layout makes a partition: root, boot or the physical volume of the root's group.</summary>
    public bool Makes(DesiredDisk disk, DesiredPartition partition) => !IsByParts && disk.Device.Id == Disk.Device.Id
        && (partition.MountPoint is "/" or "/boot" || (RootGroup is { } group && partition.Design.VolumeGroup == group.Name));

    /// <summary>The disk of the root, or of its volume group; throws when the design mounts nothing at /.</summary>
    public static StorageDevice FindDisk(DrydockNode node, string? group) =>
        node.StorageDevices.FirstOrDefault(
            d => d.VolumeGroup is null && d.Partitions.Any(p => p.VolumeGroup is null && p.Filesystem?.MountPoint == "/"))
            ?? node.StorageDevices.FirstOrDefault(
                d => group is not null && (d.VolumeGroup == group || d.Partitions.Any(p => p.VolumeGroup == group)))
            ?? throw new NodeException(
                ErrorIds.DesignInvalid, $"Node {node.Name} has storage without a root: no partition, "
                    + "logical volume or RAID is mounted at /.");

    /// <summary>The layout to ask for; throws when root or /boot are smaller than MAAS makes them.</summary>
    public static RootLayout Read(DrydockNode node, DesiredDisk disk, List<DesiredVolumeGroup> groups, bool isByParts)
    {
        var boot = disk.Partitions.FirstOrDefault(p => p.MountPoint == "/boot");
        if (isByParts)
            return new(disk, null, boot, null, null);
        if (disk.Partitions.FirstOrDefault(p => p.MountPoint == "/") is { } root)
        {
            RequireMinimum(node, root.Size, MaasStorageRules.RootMinimum, "root partition");
            RequireMinimum(node, boot?.Size, MaasStorageRules.BootMinimum, "boot partition");
            return new(disk, root, boot, null, null);
        }

        var group = groups.First(g => g.LogicalVolumes.Any(v => v.Design.Filesystem?.MountPoint == "/"));
        var volume = group.LogicalVolumes.First(v => v.Design.Filesystem?.MountPoint == "/");
        RequireMinimum(node, volume.Size, MaasStorageRules.RootMinimum, "root volume");
        RequireMinimum(node, boot?.Size, MaasStorageRules.BootMinimum, "boot partition");
        return new(disk, null, boot, group, volume);
    }

    /// <summary>The layout, and what the design wants of its file systems otherwise.</summary>
    public IEnumerable<StorageOperation> Plan(DrydockNode node, Machine machine, IReadOnlyList<DesiredDisk> disks)
    {
        var limit = new RootLimit(node, machine, IsByParts);
        var layout = new SetStorageLayout(
            machine, RootPartition is null ? RequestLvm(node, limit) : RequestFlat(limit), this, [.. disks.Select(d => Resource(d.Device))]);
        return
        [
            layout,
            .. PlanFilesystem(layout.RootPartition, RootPartition?.Filesystem, "root"),
            .. PlanFilesystem(layout.BootPartition, BootPartition?.Filesystem, "boot"),
            .. PlanFilesystem(layout.RootVolume, RootVolume?.Design.Filesystem, "root"),
        ];
    }

    /// <summary>Has the machine boot from the disk with the root.</summary>
    public IEnumerable<StorageOperation> PlanBootDisk(Machine machine) =>
        machine.BootDisk?.Id == Disk.Device.Id ? [] : [new SetBootDisk(Resource(Disk.Device), machine.BootDisk?.Name)];

    private StorageLayoutRequest RequestFlat(RootLimit limit) => new()
    {
        Layout = "flat",
        RootDevice = Disk.Device.Id,
        RootSize = RootPartition!.TakesRest && limit.IsAlone(Disk.Partitions) ? null : RootPartition.Size,
        BootSize = BootPartition?.Size,
    };

    private StorageLayoutRequest RequestLvm(DrydockNode node, RootLimit limit)
    {
        var group = RootGroup!;
        if (group.Disks.Count + group.Partitions.Count != 1)
        {
            throw new NodeException(
                ErrorIds.StorageNotPossible,
                $"The root of node {node.Name} is in volume group {group.Name}, which has {group.Disks.Count + group.Partitions.Count} "
                    + "physical volumes; MAAS makes an LVM root on one only.");
        }

        var physical = Disk.Partitions.FirstOrDefault(p => p.Design.VolumeGroup == group.Name);
        return new()
        {
            Layout = "lvm",
            RootDevice = Disk.Device.Id,
            RootSize = physical is null || (physical.TakesRest && limit.IsAlone(Disk.Partitions)) ? null : physical.Size,
            BootSize = BootPartition?.Size,
            VolumeGroupName = group.Name,
            LogicalVolumeName = RootVolume!.Design.Name,
            LogicalVolumeSize = RootVolume.Size > limit.Maximum(Disk.Device, Disk.Partitions) ? null : RootVolume.Size,
        };
    }

    /// <summary>The layout's own file systems are ext4, labelled, without options: what the design wants otherwise follows.</summary>
    private static IEnumerable<StorageOperation> PlanFilesystem(StorageResource? on, FilesystemSettings? wanted, string label) =>
        on is null || wanted is null ? [] : Filesystems.PlanDifference(on, wanted, Made with { Label = label, MountPoint = wanted.MountPoint });

    private static StorageResource Resource(BlockDevice disk) => new(ResourceKind.BlockDevice, disk.Name, disk.Id);

    private static void RequireMinimum(DrydockNode node, long? size, long minimum, string what)
    {
        if (size is { } bytes && bytes < minimum)
        {
            throw new NodeException(
                ErrorIds.StorageNotPossible,
                $"The {what} of node {node.Name} would have {SizeText.Format(bytes, minimum)}; "
                    + $"MAAS makes none below {SizeText.Format(minimum, bytes)}.");
        }
    }
}

/// <summary>
/// A root on a RAID, itself or by way of its volume group: no layout of MAAS's makes one, so that it is put together piece by piece.
/// </summary>
internal static class RaidRoot
{
    /// <summary>
    /// The RAIDs that the root is on; empty when a layout makes it. Throws when one takes whole disks, from which no machine boots.
    /// </summary>
    public static IReadOnlyList<StorageRaid> Find(DrydockNode node)
    {
        var raids = node.Raids.Where(node.HasRoot).ToList();
        return raids.Find(r => r.Members.Any(m => !m.Contains('/'))) is not { } whole ? raids : throw new NodeException(
            ErrorIds.StorageNotPossible,
            $"The root of node {node.Name} is on RAID {whole.Name}, which takes disks whole; machines boot from partitions. "
            + "Give each disk a partition for it.");
    }

    /// <summary>The disk to boot from: with the EFI partition of the design, else with /boot, else that of the first member.</summary>
    public static StorageDevice BootDisk(DrydockNode node, IReadOnlyList<StorageRaid> raids) =>
        node.StorageDevices.FirstOrDefault(d => d.Partitions.Any(EfiPartitions.IsOne))
        ?? node.StorageDevices.FirstOrDefault(d => d.Partitions.Any(p => p.Filesystem?.MountPoint == "/boot"))
        ?? node.StorageDevices.FirstOrDefault(d => raids[0].Devices[0].StartsWith($"{d.Name}/", StringComparison.Ordinal))
        ?? throw TakenDeviceReader.Invalid(
            node, $"RAID {raids[0].Name} has the member {raids[0].Devices[0]}, which is no partition of its physical devices");
}

/// <summary>The parts of a machine's root disk that a storage layout made without the design listing them.</summary>
internal sealed class ObservedRoot(Machine machine, IReadOnlyList<VolumeGroup> groups, DesiredStorage desired)
{
    private readonly RootLayout _root = desired.Root;

    /// <summary>Whether the root disk has what the machine's firmware boots from.</summary>
    public bool HasFirmwarePartition => !machine.Firmware.NeedsEfiPartition || _root.Disk.Device.Partitions.Any(p => IsMountedAt(p, BootFirmware.EfiMountPoint));

    /// <summary>
    /// Whether a partition is one that a layout makes and the design does not list: what the firmware boots from, and
    /// the physical volume of a root that has its disk whole.
    /// </summary>
    public bool IsLayoutsOwn(DesiredDisk disk, Partition partition) =>
        IsFirmwares(disk, partition) || (IsRootDisk(disk) && disk.VolumeGroup is not null && IsPhysicalVolume(partition));

    /// <summary>How the physical volumes of the root's group differ where it has its disk whole, which the layout made one partition of.</summary>
    public VolumeGroupMembers? Members(VolumeGroup group)
    {
        var own = group.Devices.FirstOrDefault(d =>
            d.Type == "partition" && _root.Disk.Device.Partitions.Any(p => p.Id == d.Id && FillsDisk(p)));
        return own is null ? null : new([.. group.Devices.Where(d => d != own)], []);
    }

    /// <summary>What is mounted at /boot/efi is never in the way, whatever is known of how the machine boots.</summary>
    private bool IsFirmwares(DesiredDisk disk, Partition partition) =>
        IsUnlisted(partition, BootFirmware.EfiMountPoint)
        || (IsRootDisk(disk) && machine.Firmware.NeedsBootPartition && IsUnlisted(partition, "/boot"));

    private bool IsUnlisted(Partition partition, string place) =>
        IsMountedAt(partition, place) && desired.Disks.All(d => d.Partitions.All(p => p.MountPoint != place));

    private static bool IsMountedAt(Partition partition, string place) => partition.Filesystem?.MountPoint == place;

    private bool IsRootDisk(DesiredDisk disk) => disk.Device.Id == _root.Disk.Device.Id;

    private bool IsPhysicalVolume(Partition partition) =>
        _root.RootGroup is { } own && groups.Any(g => g.Name == own.Name && g.Devices.Any(d => d.Type == "partition" && d.Id == partition.Id));

    /// <summary>A layout leaves the physical volume what firmware and tables do not need.</summary>
    private bool FillsDisk(Partition partition) =>
        Math.Abs(partition.Size - MaasStorageRules.Partitionable(_root.Disk.Device.Size, isBootDisk: true, machine)) <= MaasStorageRules.Tolerance;
}

/// <summary>Has a machine boot from a disk.</summary>
/// <param name="Disk">The disk.</param>
/// <param name="Before">The disk that it boots from.</param>
internal sealed record SetBootDisk(StorageResource Disk, string? Before) : StorageOperation
{
    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Touches => [Disk];

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
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
    public StorageResource? RootVolume => Root.RootVolume is { } volume ? new(ResourceKind.LogicalVolume, Root.RootGroup!.GetName(volume)) : null;

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Act(
        ChangeAction.SetStorageLayout, ResourceKind.Machine, Present.ToString(), StorageDescription.Describe(Present), Describe(), ChangeSeverity.Destructive)];

    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(Request with { RootDevice = null }).With("rootDevice", Root.Disk.Device.Name);

    /// <inheritdoc/>
    public override ChangeValues? Found => StorageDescription.ListValues(Present);

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Makes =>
        [.. Disks, .. new[] { RootPartition, BootPartition, RootGroup, RootVolume }.OfType<StorageResource>()];

    /// <inheritdoc/>
    public override bool Requires(Operation other) => other is SetBootDisk;

    private StorageResource? Partition(DesiredPartition? partition) => partition is null
        ? null : new(ResourceKind.Partition, Root.Disk.GetKey(partition), null, Disks.First(d => d.Id == Root.Disk.Device.Id));

    private string Describe()
    {
        var boot = Request.BootSize is { } b ? $", boot {SizeText.Format(b)}" : "";
        var size = Request.Layout == "flat" ? Root.RootPartition!.Size : Root.RootVolume!.Size;
        var volume = Request.Layout == "lvm" ? $" in {Request.VolumeGroupName}-{Request.LogicalVolumeName}" : "";
        return $"{Request.Layout} on {Root.Disk.Device.Name}, root "
            + $"{SizeText.Format(size, StorageDescription.RootSize(Present) ?? size)}{volume}{boot}; clears all its disks";
    }
}
