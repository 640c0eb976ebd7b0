using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>Disks and logical volumes of a <see cref="StorageModel"/>.</summary>
internal sealed class ModelBlockDevices(StorageModel model) : IBlockDeviceClient
{
    public Task<IReadOnlyList<BlockDevice>> ListAsync(string systemId, CancellationToken token) =>
        Task.FromResult<IReadOnlyList<BlockDevice>>([.. model.Devices]);

    public Task SetBootDiskAsync(string systemId, int id, CancellationToken token)
    {
        model.BootDisk = id;
        return Task.CompletedTask;
    }

    public Task<BlockDevice> FormatAsync(string systemId, int id, FormatRequest request, CancellationToken token) =>
        StorageModel.IsMember(model.Device(id).Filesystem) || model.Device(id).Partitions.Count > 0
        ? throw StorageModel.Refused("Cannot format: it is in use.")
        : Keep(model.Device(id) with
        {
            Filesystem = new() { Fstype = request.FilesystemType, Label = request.Label ?? "", Uuid = request.Uuid },
        });

    public Task<BlockDevice> UnformatAsync(string systemId, int id, CancellationToken token) =>
        StorageModel.IsMember(model.Device(id).Filesystem)
            ? throw StorageModel.Refused("Cannot unformat: it is part of a volume group or RAID.")
            : Keep(model.Device(id) with { Filesystem = null });

    public Task<BlockDevice> MountAsync(string systemId, int id, string mountPoint, string? mountOptions, CancellationToken token)
    {
        var device = model.Device(id);
        model.CheckMount(device.Filesystem, mountPoint);
        var place = device.Filesystem!.Fstype == "swap" ? "none" : mountPoint;
        return Keep(device with { Filesystem = device.Filesystem with { MountPoint = place, MountOptions = mountOptions } });
    }

    public Task<BlockDevice> UnmountAsync(string systemId, int id, CancellationToken token)
    {
        var device = model.Device(id);
        if (device.Filesystem?.MountPoint is null)
            throw StorageModel.Refused("Filesystem is already unmounted.");
        return Keep(device with { Filesystem = device.Filesystem with { MountPoint = null, MountOptions = null } });
    }

    public Task<BlockDevice> GetAsync(string systemId, int id, CancellationToken token) => throw new NotSupportedException();

    public Task<BlockDevice> CreateAsync(string systemId, BlockDeviceRequest request, CancellationToken token) =>
        throw new NotSupportedException();

    public Task<BlockDevice> UpdateAsync(string systemId, int id, BlockDeviceRequest update, CancellationToken token) =>
        throw new NotSupportedException();

    public Task DeleteAsync(string systemId, int id, CancellationToken token) => throw new NotSupportedException();

    public Task<BlockDevice> AddTagAsync(string systemId, int id, string tag, CancellationToken token) => throw new NotSupportedException();

    public Task<BlockDevice> RemoveTagAsync(string systemId, int id, string tag, CancellationToken token) =>
        throw new NotSupportedException();

    private Task<BlockDevice> Keep(BlockDevice device) => Task.FromResult(model.Replace(device));
}
