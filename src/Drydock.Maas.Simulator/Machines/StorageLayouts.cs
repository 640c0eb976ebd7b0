using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>The storage layouts MAAS makes in one go; each clears all disks first.</summary>
internal sealed class StorageLayouts(SimulatorState state, SimulatedMachine machine)
{
    private const long Efi = 512L << 20;

    private static readonly string[] Names = ["blank", "vmfs6", "bcache", "lvm", "flat", "custom", "vmfs7"];

    /// <summary>Sets the layout a form asks for.</summary>
    public void Apply(ParameterSet form)
    {
        var layout = Require(form);
        var errors = new FieldErrors(form);
        var disk = FindDisk(form, "root_device", errors) ?? machine.EffectiveBootDisk;
        var boot = machine.EffectiveBootDisk;
        if (boot is null)
            throw new ApiException(ApiResponse.Invalid("__all__", "Machine doesn't have any storage devices to configure."));
        var bootSize = Size(form, "boot_size", boot, errors);
        var rootSize = Size(form, "root_size", boot, errors);
        var volumeSize = Size(form, "lv_size", boot, errors);
        errors.ThrowIfAny();
        switch (layout)
        {
            case "blank":
                Clear();
                break;
            case "flat":
                Flat(disk, bootSize, rootSize);
                break;
            case "lvm":
                Lvm(disk, bootSize, rootSize, volumeSize, form);
                break;
            default:
                throw new ApiException(ApiResponse.Conflict(
                    $"Failed to configure storage layout '{layout}': the simulator makes blank, flat and lvm."));
        }
    }

    public void Flat(SimulatedBlockDevice? disk, long? bootSize, long? rootSize)
    {
        Clear();
        var root = AddBasic(disk ?? machine.EffectiveBootDisk!, bootSize, rootSize);
        root.Filesystem = NewFilesystem("ext4", "root", "/");
    }

    /// <summary>Forgets partitions, volume groups and file systems of every disk.</summary>
    public void Clear()
    {
        machine.BlockDevices.RemoveAll(d => d.Group is not null);
        machine.VolumeGroups.Clear();
        foreach (var disk in machine.BlockDevices)
        {
            disk.Partitions.Clear();
            disk.TableType = null;
            disk.Filesystem = null;
            disk.MemberOf = null;
        }
    }

    private void Lvm(SimulatedBlockDevice? disk, long? bootSize, long? rootSize, long? volumeSize, ParameterSet form)
    {
        Clear();
        var root = AddBasic(disk ?? machine.EffectiveBootDisk!, bootSize, rootSize);
        var group = new SimulatedVolumeGroup { Id = state.Ids.Next("volumegroup"), Name = Text(form, "vg_name", "vgroot") };
        VolumeGroups.Join(group, root);
        machine.VolumeGroups.Add(group);
        var size = Math.Min(StorageSizes.Cut(volumeSize ?? group.Size), group.AvailableSize);
        var volume = VolumeGroups.AddVolume(state, machine, group, Text(form, "lv_name", "lvroot"), null, size);
        volume.Filesystem = NewFilesystem("ext4", "root", "/");
    }

    private static string Text(ParameterSet form, string name, string otherwise) => form.Get(name) is { Length: > 0 } text ? text : otherwise;

    private SimulatedPartition AddBasic(SimulatedBlockDevice disk, long? bootSize, long? rootSize)
    {
        var bootDisk = machine.EffectiveBootDisk!;
        if (machine.IsUefi)
        {
            var efi = AddPartition(bootDisk, Efi, bootable: true);
            efi.Filesystem = NewFilesystem("fat32", "efi", "/boot/efi");
        }

        if (bootSize is { } size and > 0)
        {
            var boot = AddPartition(bootDisk, size, bootable: true);
            boot.Filesystem = NewFilesystem("ext4", "boot", "/boot");
        }

        disk.TableType ??= "GPT";
        return AddPartition(disk, rootSize ?? disk.AvailableSize, bootable: false);
    }

    private SimulatedPartition AddPartition(SimulatedBlockDevice disk, long size, bool bootable)
    {
        disk.TableType ??= "GPT";
        var partition = new SimulatedPartition
        {
            Id = state.Ids.Next("partition"),
            Device = disk,
            Size = Math.Min(StorageSizes.Cut(size), disk.AvailableSize),
            Bootable = bootable,
        };
        disk.Partitions.Add(partition);
        return partition;
    }

    private static SimulatedFilesystem NewFilesystem(string type, string label, string mountPoint) =>
        new(type, Guid.NewGuid().ToString()) { Label = label, MountPoint = mountPoint };

    private static string Require(ParameterSet form)
    {
        var layout = form.Get("storage_layout");
        if (string.IsNullOrEmpty(layout))
            throw new ApiException(ApiResponse.Invalid("storage_layout", FieldErrors.Required));
        if (Names.Contains(layout))
            return layout;
        var known = string.Join(", ", Names.Select(n => $"'{n}'"));
        throw new ApiException(ApiResponse.Invalid("storage_layout", $"'{layout}' is not a valid storage_layout.  It should be one of: {known}."));
    }

    private SimulatedBlockDevice? FindDisk(ParameterSet form, string field, FieldErrors errors)
    {
        if (form.Get(field) is not { Length: > 0 } id)
            return null;
        var disk = machine.Disks.FirstOrDefault(d => d.Id.ToString(CultureInfo.InvariantCulture) == id);
        if (disk is null)
        {
            var known = string.Join(", ", machine.Disks.Select(d => $"'{d.Id}'"));
            errors.Add(field, $"'{id}' is not a valid root_device.  It should be one of: {known}.");
        }

        return disk;
    }

    private static long? Size(ParameterSet form, string field, SimulatedBlockDevice boot, FieldErrors errors)
    {
        if (form.Get(field) is not { Length: > 0 } text)
            return null;
        if (SizeText.Parse(text, boot.Size) is not { } size)
        {
            errors.Add(field, "Enter a valid value.");
            return null;
        }

        var minimum = field == "boot_size" ? Efi : 3L << 30;
        var maximum = StorageSizes.Cut(boot.Size - Efi - StorageSizes.TableOverhead(boot));
        if (size < minimum && field != "lv_size")
            errors.Add(field, $"Size is too small. Minimum size is {minimum}.");
        if (size > maximum)
            errors.Add(field, $"Size is too large. Maximum size is {maximum}.");
        return size;
    }
}
