using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>Partitions of a <see cref="StorageModel"/>.</summary>
internal sealed class ModelPartitions(StorageModel model) : IPartitionClient
{
    public Task<Partition> CreateAsync(string systemId, int deviceId, PartitionRequest request, CancellationToken token)
    {
        var partition = model.AddPartition(deviceId, request.Size, request.Bootable);
        return Task.FromResult(model.Replace(partition with { Uuid = request.Uuid }));
    }

    public Task DeleteAsync(string systemId, int deviceId, int id, CancellationToken token)
    {
        var device = model.Device(deviceId);
        if (StorageModel.IsMember(model.Partition(id).Filesystem))
            throw StorageModel.Refused("Cannot delete: it is part of a volume group or RAID.");
        model.Replace(device with { Partitions = [.. device.Partitions.Where(p => p.Id != id)] });
        return Task.CompletedTask;
    }

    public Task<Partition> FormatAsync(string systemId, int deviceId, int id, FormatRequest request, CancellationToken token)
    {
        var partition = model.Partition(id);
        if (StorageModel.IsMember(partition.Filesystem))
            throw StorageModel.Refused("Cannot format: it is part of a volume group or RAID.");
        return Keep(
            partition with { Filesystem = new() { Fstype = request.FilesystemType, Label = request.Label ?? "", Uuid = request.Uuid } });
    }

    public Task<Partition> UnformatAsync(string systemId, int deviceId, int id, CancellationToken token) =>
        StorageModel.IsMember(model.Partition(id).Filesystem)
            ? throw StorageModel.Refused("Cannot unformat: it is part of a volume group or RAID.")
            : Keep(model.Partition(id) with { Filesystem = null });

    public Task<Partition> MountAsync(
        string systemId, int deviceId, int id, string mountPoint, string? mountOptions, CancellationToken token)
    {
        var partition = model.Partition(id);
        model.CheckMount(partition.Filesystem, mountPoint);
        var place = partition.Filesystem!.Fstype == "swap" ? "none" : mountPoint;
        return Keep(partition with { Filesystem = partition.Filesystem with { MountPoint = place, MountOptions = mountOptions } });
    }

    public Task<Partition> UnmountAsync(string systemId, int deviceId, int id, CancellationToken token)
    {
        var partition = model.Partition(id);
        if (partition.Filesystem?.MountPoint is null)
            throw StorageModel.Refused("Filesystem is already unmounted.");
        return Keep(partition with { Filesystem = partition.Filesystem with { MountPoint = null, MountOptions = null } });
    }

    public Task<IReadOnlyList<Partition>> ListAsync(string systemId, int deviceId, CancellationToken token) =>
        throw new NotSupportedException();

    public Task<Partition> GetAsync(string systemId, int deviceId, int id, CancellationToken token) => throw new NotSupportedException();

    public Task<Partition> AddTagAsync(string systemId, int deviceId, int id, string tag, CancellationToken token) =>
        throw new NotSupportedException();

    public Task<Partition> RemoveTagAsync(string systemId, int deviceId, int id, string tag, CancellationToken token) =>
        throw new NotSupportedException();

    private Task<Partition> Keep(Partition partition) => Task.FromResult(model.Replace(partition));
}
