using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>The storage layouts MAAS makes in one go; each clears all disks first.</summary>
internal sealed class StorageLayouts(SimulatorState state, SimulatedMachine machine)
{
    private const long Efi = 512L << 20;
    private const long BcacheBoot = 1L << 30;

    private readonly LayoutVolumes _volumes = new(state, machine);

    /// <summary>Sets the layout a form asks for.</summary>
    public void Apply(LayoutForm form)
    {
        switch (form.Layout)
        {
            case "blank":
                Clear();
                break;
            case "flat":
                Flat(form.RootDevice, form.BootSize, form.RootSize);
                break;
            case "lvm":
                Lvm(form);
                break;
            case "bcache":
                Bcache(form);
                break;
            case "custom":
                throw Fail(form.Layout, "No custom storage layout configuration found");
            default:
                Clear();
                new VmfsLayout(state, machine).Make(form.Layout, form.RootDevice ?? machine.EffectiveBootDisk!, form.RootSize);
                break;
        }
    }

    public void Flat(SimulatedBlockDevice? disk, long? bootSize, long? rootSize)
    {
        Clear();
        AddBasic(disk, bootSize, rootSize).Filesystem = LayoutVolumes.Mounted("ext4", "root", "/");
    }

    /// <summary>Forgets partitions, groups and file systems of every disk.</summary>
    public void Clear()
    {
        machine.BlockDevices.RemoveAll(d => d.Group is not null);
        machine.ForgetGroups();
        machine.SpecialFilesystems.Clear();
        machine.AcquiredSpecialFilesystems.Clear();
        foreach (var disk in machine.BlockDevices)
        {
            disk.Partitions.Clear();
            (disk.TableType, disk.Filesystem, disk.AcquiredFilesystem, disk.MemberOf) = (null, null, null, null);
        }
    }

    private static ApiException Fail(string layout, string reason) =>
        new(ApiResponse.Text(400, $"Failed to configure storage layout '{layout}': {reason}"));

    private void Lvm(LayoutForm form)
    {
        Clear();
        var root = AddBasic(form.RootDevice, form.BootSize, form.RootSize);
        var group = new SimulatedVolumeGroup { Id = state.Ids.Next("filesystemgroup"), Name = form.Text("vg_name", "vgroot") };
        group.Join(root);
        machine.VolumeGroups.Add(group);
        var size = Math.Min(StorageExtent.Cut(form.VolumeSize ?? group.Size), group.AvailableSize);
        var volume = VirtualDevices.AddVolume(state, machine, group, form.Text("lv_name", "lvroot"), null, size);
        volume.Filesystem = LayoutVolumes.Mounted("ext4", "root", "/");
    }

    /// <summary>The root behind a cache on the smallest fast disk.</summary>
    private void Bcache(LayoutForm form)
    {
        var fast = form.CacheDevice ?? throw Fail(form.Layout, "Node doesn't have an available cache device to setup bcache.");
        Clear();
        var backing = AddBasic(form.RootDevice, form.BootSize ?? BcacheBoot, form.RootSize);
        var set = new SimulatedCacheSet { Id = state.Ids.Next("cacheset"), Name = "cache0" };
        set.Use(form.CachesWholeDevice ? fast : _volumes.AddPartition(fast, form.CacheSize, bootable: false));
        machine.CacheSets.Add(set);
        var bcache = new SimulatedBcache
        {
            Id = state.Ids.Next("filesystemgroup"), Name = "bcache0", CacheMode = form.Text("cache_mode", "writethrough"), CacheSet = set,
        };
        BcachesApi.Make(state, machine, bcache, backing).Filesystem = LayoutVolumes.Mounted("ext4", "root", "/");
    }

    private SimulatedPartition AddBasic(SimulatedBlockDevice? rootDisk, long? bootSize, long? rootSize)
    {
        var bootDisk = machine.EffectiveBootDisk!;
        // The boot disk gets a table even where nothing is put on it.
        bootDisk.TableType = PartitionTables.Gpt;
        if (machine.Firmware.NeedsEfiPartition)
            _volumes.AddPartition(bootDisk, Efi, bootable: true).Filesystem = LayoutVolumes.Mounted("fat32", "efi", BootFirmware.EfiMountPoint);
        else if (machine.Firmware.NeedsBootPartition && bootSize is null)
            _volumes.AddPartition(bootDisk, Efi, bootable: true).Filesystem = LayoutVolumes.Mounted("ext4", "boot", "/boot");
        if (bootSize is { } size and > 0)
            _volumes.AddPartition(bootDisk, size, bootable: true).Filesystem = LayoutVolumes.Mounted("ext4", "boot", "/boot");
        return _volumes.AddPartition(rootDisk ?? bootDisk, rootSize, bootable: false);
    }
}

/// <summary>The pieces layouts are made of.</summary>
internal sealed class LayoutVolumes(SimulatorState state, SimulatedMachine machine)
{
    private const int DatastoreBlock = 1024;

    public static SimulatedFilesystem Mounted(string type, string? label, string mountPoint) =>
        SimulatedFilesystem.New(type) with { Label = label, MountPoint = mountPoint };

    public SimulatedPartition AddPartition(SimulatedBlockDevice disk, long? size, bool bootable) =>
        PartitionTables.Add(state, disk, size is { } asked ? Math.Min(StorageExtent.Cut(asked), disk.UnpartitionedSize) : null, bootable);

    public SimulatedDatastore AddDatastore(string name, IEnumerable<SimulatedVolume> extents)
    {
        var datastore = new SimulatedDatastore { Id = state.Ids.Next("filesystemgroup"), Name = name };
        foreach (var extent in extents)
            datastore.Extend(extent);
        machine.Datastores.Add(datastore);
        var device = VirtualDevices.Add(state, machine, datastore, name, datastore.Size);
        device.BlockSize = DatastoreBlock;
        device.Filesystem = Mounted(SimulatedDatastore.Filesystem, null, "/vmfs/volumes/" + name);
        return datastore;
    }
}
