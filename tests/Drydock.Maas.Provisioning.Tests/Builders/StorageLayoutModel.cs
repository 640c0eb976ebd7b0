using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>The layouts flat and lvm as MAAS makes them; each clears all disks first.</summary>
internal sealed class StorageLayoutModel(StorageModel model)
{
    private const long Efi = 512L << 20;

    public void Set(StorageLayoutRequest request)
    {
        Check("boot_size", request.BootSize, Efi);
        Check("root_size", request.RootSize, 3L << 30);
        Check("lv_size", request.LogicalVolumeSize, 3L << 30);
        Clear();
        var root = AddBasic(request);
        if (request.Layout == "flat")
            model.Replace(root with { Filesystem = Made("root", "/") });
        else
            AddGroup(request, root);
    }

    private void Check(string field, long? size, long minimum)
    {
        var maximum = StorageModel.Cut(model.Device(model.BootDisk).Size - Efi - (model.IsUefi ? 5L << 20 : 6L << 20));
        if (size < minimum || size > maximum)
            throw StorageModel.Refused($"{field}: {size} is not between {minimum} and {maximum}.");
    }

    private void Clear()
    {
        model.Devices.RemoveAll(d => d.Type == "virtual");
        model.Groups.Clear();
        model.GroupOf.Clear();
        model.Raids.Clear();
        model.Bcaches.Clear();
        model.CacheSets.Clear();
        model.SpecialFilesystems.Clear();
        foreach (var disk in model.Devices.ToList())
            model.Replace(disk with { Partitions = [], Filesystem = null });
    }

    private Partition AddBasic(StorageLayoutRequest request)
    {
        if (model.IsUefi)
        {
            var efi = model.AddPartition(model.BootDisk, Efi, bootable: true);
            model.Replace(efi with { Filesystem = Made("efi", "/boot/efi") with { Fstype = "fat32" } });
        }

        if (request.BootSize is { } size)
        {
            var boot = model.AddPartition(model.BootDisk, size, bootable: true);
            model.Replace(boot with { Filesystem = Made("boot", "/boot") });
        }

        var disk = model.Device(request.RootDevice ?? model.BootDisk);
        return model.AddPartition(disk.Id, Math.Min(request.RootSize ?? long.MaxValue, model.Available(disk)), bootable: false);
    }

    private void AddGroup(StorageLayoutRequest request, Partition root)
    {
        var groups = new ModelVolumeGroups(model);
        var group = groups.Create(new VolumeGroupRequest { Name = request.VolumeGroupName!, Partitions = [root.Id] });
        var size = Math.Min(request.LogicalVolumeSize ?? long.MaxValue, group.AvailableSize);
        var volume = groups.AddVolume(group.Id, request.LogicalVolumeName!, size);
        model.Replace(volume with { Filesystem = Made("root", "/") });
    }

    private static Filesystem Made(string label, string mountPoint) => new() { Fstype = "ext4", Label = label, MountPoint = mountPoint };
}
