using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Plans the layout that MAAS makes of root and boot in one go; it clears every disk of the machine.</summary>
internal static class RootPlanner
{
    /// <summary>What a layout of MAAS's makes of root and boot.</summary>
    private static readonly Filesystem Made = new() { Fstype = "ext4" };

    public static void Plan(PlanBuilder<MachineContext> builder, DrydockNode node, Machine machine, DesiredStorage desired)
    {
        var root = desired.Root;
        var limit = new RootLimit(node, machine, root.IsByParts);
        var request = root.RootPartition is null ? Lvm(node, root, limit) : Flat(root, limit);
        PlanBootDisk(builder, machine, root);

        builder.Add(
            StorageChange.Invoke(
                ChangeAction.SetStorageLayout,
                ResourceKind.Machine,
                machine.ToString(),
                PresentStorage.Describe(machine),
                Describe(request, root, machine),
                ChangeSeverity.Destructive),
            async (context, token) => context.Machine = await context.Client.Machines.SetStorageLayoutAsync(
                context.SystemId, request, token).ConfigureAwait(false));

        PlanFilesystem(builder, root, root.RootPartition, "root");
        PlanFilesystem(builder, root, root.BootPartition, "boot");
        if (root.RootVolume is not null)
            PlanRootVolume(builder, root);
    }

    /// <summary>Plans that the machine boots from the disk with the root.</summary>
    public static void PlanBootDisk(PlanBuilder<MachineContext> builder, Machine machine, RootLayout root)
    {
        if (machine.BootDisk?.Id == root.Disk.Device.Id)
            return;
        builder.Add(
            StorageChange.Invoke(
                ChangeAction.SetBootDisk, ResourceKind.BlockDevice, root.Disk.Device.Name, machine.BootDisk?.Name, null, ChangeSeverity.Disruptive),
            (context, token) => context.Client.BlockDevices.SetBootDiskAsync(context.SystemId, root.Disk.Device.Id, token));
    }

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
    private static void PlanFilesystem(PlanBuilder<MachineContext> builder, RootLayout root, DesiredPartition? partition, string label)
    {
        if (partition?.Filesystem is not { } wanted)
            return;
        var present = Made with { Label = label, MountPoint = wanted.MountPoint };
        FilesystemPlanner.PlanPartition(builder, DesiredStorageReader.Key(root.Disk, partition), wanted, present, context =>
            context.BlockDevice(root.Disk.Device.Name).Partitions.First(
                p => p.Filesystem?.MountPoint == wanted.MountPoint || p.Filesystem?.Label == label));
    }

    private static void PlanRootVolume(PlanBuilder<MachineContext> builder, RootLayout root)
    {
        var name = $"{root.RootGroup!.Name}-{root.RootVolume!.Design.Name}";
        var present = Made with { Label = "root", MountPoint = "/" };
        FilesystemPlanner.PlanVolume(builder, name, root.RootVolume.Design.Filesystem, present, context => context.BlockDevice(name).Id);
    }

    private static string Describe(StorageLayoutRequest request, RootLayout root, Machine machine)
    {
        var boot = request.BootSize is { } b ? $", boot {SizeText.Of(b)}" : "";
        var size = request.Layout == "flat" ? root.RootPartition!.Size : root.RootVolume!.Size;
        var volume = request.Layout == "lvm" ? $" in {request.VolumeGroupName}-{request.LogicalVolumeName}" : "";
        return $"{request.Layout} on {root.Disk.Device.Name}, root "
            + $"{SizeText.Of(size, PresentStorage.RootSize(machine) ?? size)}{volume}{boot}; clears all its disks";
    }
}
