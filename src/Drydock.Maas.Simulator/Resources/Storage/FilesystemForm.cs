using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>Formatting and mounting by form, for disks, logical volumes and partitions alike.</summary>
internal sealed class FilesystemForm(ParameterSet form, SimulatedVolume volume)
{
    private readonly FieldErrors _errors = new(form);

    private SimulatedMachine Machine => volume.Owner;

    private string Kind => volume is SimulatedPartition ? "partition" : "block device";

    private string Title => volume is SimulatedPartition ? "Partition" : "Block device";

    public void Format()
    {
        var fields = new StorageFields(form, _errors);
        var uuid = fields.Uuid();
        var type = fields.Choice("fstype", SimulatedFilesystem.Formats, required: true);
        if (type is not null && volume is SimulatedBlockDevice { TableType: not null })
            _errors.Add("__all__", "Cannot format block device with a partition table.");
        if (volume is SimulatedPartition partition && VmfsLayout.IsBase(partition))
            _errors.Add("VMFS", "Base VMFS partitions may not be formatted.");
        _errors.ThrowIfAny();
        if (!Machine.IsInUse && volume.Filesystem is { IsFormat: false } mark)
            throw new ApiException(ApiResponse.Text(400, $"Cannot format a {Kind} that has a filesystem type of {mark.Type}."));
        if (volume is SimulatedBlockDevice { IsBootDisk: true })
            throw new ApiException(ApiResponse.BareInvalid("__all__", BootDiskUse.NoFilesystem));
        if (SimulatedFilesystem.SpecialTypes.Contains(type))
            throw new ApiException(ApiResponse.BareInvalid("__all__", "Virtual filesystems must be mounted."));
        volume.EffectiveFilesystem = new(type!, uuid ?? Guid.NewGuid().ToString()) { Label = form.Get("label") ?? "" };
    }

    public void Mount()
    {
        if (volume.EffectiveFilesystem is not { } filesystem)
            throw new ApiException(ApiResponse.Invalid("__all__", "Cannot mount an unformatted partition or block device."));
        // Swap is mounted nowhere, whatever is asked for.
        var mountPoint = filesystem.Type == SimulatedFilesystem.Swap
            ? "none"
            : new StorageFields(form, _errors).AbsolutePath("mount_point", required: true);
        if (!filesystem.IsFormat && volume.MemberOf is not null and not SimulatedCacheSet)
            _errors.Add("__all__", "Filesystem is part of a filesystem group, and cannot be mounted.");
        _errors.ThrowIfAny();
        if (filesystem.MountPoint != mountPoint && mountPoint != "none")
            MountPoints.Demand(Machine, mountPoint!, Machine.IsInUse);
        volume.EffectiveFilesystem = filesystem with { MountPoint = mountPoint, MountOptions = form.Get("mount_options") ?? "" };
    }

    public void Unformat()
    {
        if (volume.EffectiveFilesystem is not { } filesystem)
            throw new ApiException(ApiResponse.Text(400, $"{Title} is not formatted."));
        if (filesystem.MountPoint is not null)
        {
            var text = $"Filesystem is mounted and cannot be unformatted. Unmount the filesystem before unformatting the {Kind}.";
            throw new ApiException(ApiResponse.Text(400, text));
        }

        if (!filesystem.IsFormat && volume.MemberOf is { NiceName: { } group })
        {
            var text =
                $"Filesystem is part of a {group}, and cannot be unformatted. Remove {Kind} from {group} before unformatting the {Kind}.";
            throw new ApiException(ApiResponse.Text(400, text));
        }

        if (!filesystem.IsFormat)
            volume.MemberOf?.Leave(volume);
        volume.EffectiveFilesystem = null;
    }

    public void Unmount()
    {
        if (volume.EffectiveFilesystem is not { } filesystem)
            throw new ApiException(ApiResponse.Text(400, $"{Title} is not formatted."));
        if (filesystem.MountPoint is null)
            throw new ApiException(ApiResponse.Text(400, "Filesystem is already unmounted."));
        volume.EffectiveFilesystem = filesystem with { MountPoint = null, MountOptions = null };
    }
}

/// <summary>Places of a machine that something is mounted at; what an allocation took over and what it left do not meet.</summary>
internal static class MountPoints
{
    /// <exception cref="ApiException">400: something is mounted there.</exception>
    public static void Demand(SimulatedMachine machine, string mountPoint, bool acquired)
    {
        if (All(machine, acquired).Contains(mountPoint))
            throw new ApiException(ApiResponse.BareInvalid("__all__", $"Another filesystem is already mounted at {mountPoint}."));
    }

    private static IEnumerable<string?> All(SimulatedMachine machine, bool acquired)
    {
        var volumes = machine.BlockDevices.SelectMany(device => device.Partitions.Prepend<SimulatedVolume>(device));
        return volumes.Select(volume => acquired ? volume.AcquiredFilesystem : volume.Filesystem)
            .Concat(acquired ? machine.AcquiredSpecialFilesystems : machine.SpecialFilesystems)
            .Select(filesystem => filesystem?.MountPoint);
    }
}
