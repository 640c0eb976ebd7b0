using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Formatting and mounting by form, for disks, logical volumes and partitions alike.</summary>
internal sealed class FilesystemForm(ApiCall call, SimulatedMachine machine)
{
    private static readonly string[] Types = ["fat32", "ext2", "ext4", "xfs", "swap", "btrfs", "zfsroot", "vmfs6", "ramfs", "tmpfs"];

    public void Format(SimulatedVolume volume)
    {
        var errors = new FieldErrors(call.Form);
        var type = errors.Text("fstype");
        if (type.Length > 0 && !Types.Contains(type))
            errors.Add("fstype", $"Select a valid choice. {type} is not one of the available choices.");
        if (volume.MemberOf is { } group)
            errors.Add("__all__", $"Cannot format: it is part of {group.Name}.");
        errors.ThrowIfAny();
        var uuid = call.Form.Get("uuid") is { Length: > 0 } given ? given : Guid.NewGuid().ToString();
        volume.Filesystem = new(type, uuid) { Label = call.Form.Get("label") ?? "" };
    }

    public void Mount(SimulatedVolume volume)
    {
        if (volume.Filesystem is not { } filesystem || volume.MemberOf is not null)
            throw new ApiException(ApiResponse.Invalid("__all__", "Cannot mount an unformatted partition or block device."));
        if (filesystem.Type == "swap")
        {
            // Swap is mounted nowhere, whatever is asked for.
            volume.Filesystem = filesystem with { MountPoint = "none", MountOptions = call.Form.Get("mount_options") ?? "" };
            return;
        }

        var errors = new FieldErrors(call.Form);
        var mountPoint = errors.Text("mount_point");
        if (mountPoint.Length > 0 && mountPoint[0] != '/')
            errors.Add("mount_point", "Enter a valid value.");
        errors.ThrowIfAny();
        if (volume.Filesystem.MountPoint != mountPoint && IsMounted(machine, mountPoint))
            throw new ApiException(ApiResponse.BareInvalid("__all__", $"Another filesystem is already mounted at {mountPoint}."));
        volume.Filesystem = filesystem with { MountPoint = mountPoint, MountOptions = call.Form.Get("mount_options") ?? "" };
    }

    public static void Unformat(SimulatedVolume volume)
    {
        if (volume.Filesystem is null)
            throw new ApiException(ApiResponse.Text(400, "Block device is not formatted."));
        if (volume.Filesystem.MountPoint is not null)
        {
            var kind = volume is SimulatedPartition ? "partition" : "block device";
            var text = $"Filesystem is mounted and cannot be unformatted. Unmount the filesystem before unformatting the {kind}.";
            throw new ApiException(ApiResponse.Text(400, text));
        }

        volume.Filesystem = null;
    }

    public static void Unmount(SimulatedVolume volume, string kind)
    {
        if (volume.Filesystem is not { } filesystem)
            throw new ApiException(ApiResponse.Text(400, $"{kind} is not formatted."));
        if (filesystem.MountPoint is null)
            throw new ApiException(ApiResponse.Text(400, "Filesystem is already unmounted."));
        volume.Filesystem = filesystem with { MountPoint = null, MountOptions = null };
    }

    public static bool IsMounted(SimulatedMachine machine, string mountPoint) =>
        machine.SpecialFilesystems.Exists(filesystem => filesystem.MountPoint == mountPoint)
        || machine.BlockDevices.Concat<SimulatedVolume>(machine.BlockDevices.SelectMany(d => d.Partitions))
            .Any(volume => volume.Filesystem?.MountPoint == mountPoint);
}
