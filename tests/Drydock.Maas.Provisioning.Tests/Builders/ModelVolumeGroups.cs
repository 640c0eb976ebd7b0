using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>Volume groups of a <see cref="StorageModel"/>; physical volumes have to be empty, sizes have to fit.</summary>
internal sealed class ModelVolumeGroups(StorageModel model) : IVolumeGroupClient
{
    private static readonly Filesystem PhysicalVolume = new() { Fstype = "lvm-pv" };

    public Task<IReadOnlyList<VolumeGroup>> ListAsync(string systemId, CancellationToken token) => Task.FromResult(model.VolumeGroups);

    public Task<VolumeGroup> CreateAsync(string systemId, VolumeGroupRequest request, CancellationToken token) =>
        Task.FromResult(Create(request));

    public Task DeleteAsync(string systemId, int id, CancellationToken token)
    {
        if (model.GroupOf.ContainsValue(id))
            throw StorageModel.Refused("This volume group has logical volumes; it cannot be deleted.");
        foreach (var member in model.Groups.First(g => g.Id == id).Devices)
            model.Mark(member, null);
        model.Groups.RemoveAll(g => g.Id == id);
        return Task.CompletedTask;
    }

    public Task<BlockDevice> CreateLogicalVolumeAsync(
        string systemId, int id, string name, string? uuid, long size, CancellationToken token) => Task.FromResult(
            AddVolume(id, name, size));

    public Task DeleteLogicalVolumeAsync(string systemId, int id, int logicalVolumeId, CancellationToken token)
    {
        model.GroupOf.Remove(logicalVolumeId);
        model.Devices.RemoveAll(d => d.Id == logicalVolumeId);
        return Task.CompletedTask;
    }

    public VolumeGroup Create(VolumeGroupRequest request)
    {
        var members = Free(request.BlockDevices, request.Partitions);
        if (model.Groups.Exists(g => g.Name == request.Name))
            throw StorageModel.Refused("A volume group of this name exists.");
        foreach (var member in members)
            model.Mark(member, PhysicalVolume);
        model.Groups.Add(new VolumeGroup { Id = model.NextId("group"), Name = request.Name, Devices = members });
        return model.VolumeGroups[^1];
    }

    public BlockDevice AddVolume(int groupId, string name, long size)
    {
        var group = model.VolumeGroups.First(g => g.Id == groupId);
        var cut = StorageModel.Cut(size);
        if (cut > group.AvailableSize || cut == 0)
            throw StorageModel.Refused($"Ensure this value is less than or equal to {group.AvailableSize}: {size}.");
        var volume = new BlockDevice { Id = model.NextId("device"), Type = "virtual", Name = $"{group.Name}-{name}", Size = cut };
        if (model.Devices.Exists(d => d.Name == volume.Name))
            throw StorageModel.Refused("Block device with this Node config and Name already exists.");
        model.Devices.Add(volume);
        model.GroupOf[volume.Id] = groupId;
        return volume;
    }

    public Task<VolumeGroup> GetAsync(string systemId, int id, CancellationToken token) => throw new NotSupportedException();

    public Task<VolumeGroup> UpdateAsync(string systemId, int id, VolumeGroupUpdate update, CancellationToken token)
    {
        var group = model.VolumeGroups.First(g => g.Id == id);
        var added = Free(update.AddBlockDevices, update.AddPartitions);
        var removed = group.Devices.Where(d => (d.Type == "partition" ? update.RemovePartitions : update.RemoveBlockDevices).Contains(d.Id))
            .ToList();
        if (update.Name is { } name)
            Rename(group, name);
        foreach (var member in removed)
            model.Mark(member, null);
        foreach (var member in added)
            model.Mark(member, PhysicalVolume);
        model.Groups[model.Groups.FindIndex(g => g.Id == id)] =
            group with { Name = update.Name ?? group.Name, Devices = [.. group.Devices.Except(removed), .. added] };
        var answer = model.VolumeGroups.First(g => g.Id == id);
        return answer.AvailableSize >= 0
            ? Task.FromResult(answer)
            : throw StorageModel.Refused("Volume group cannot be smaller than its logical volumes.");
    }

    private void Rename(VolumeGroup group, string name)
    {
        if (model.Groups.Exists(g => g.Name == name))
            throw StorageModel.Refused("A volume group of this name exists.");
        foreach (var volume in model.Devices.Where(d => model.GroupOf.TryGetValue(d.Id, out var id) && id == group.Id).ToList())
            model.Replace(volume with { Name = name + volume.Name[group.Name.Length..] });
    }

    private List<StorageMember> Free(IEnumerable<int> blockDevices, IEnumerable<int> partitionIds)
    {
        var disks = blockDevices.Select(model.Device).ToList();
        var partitions = partitionIds.Select(model.Partition).ToList();
        if (disks.Exists(d => d.Filesystem is not null || d.Partitions.Count > 0) || partitions.Exists(p => p.Filesystem is not null))
            throw StorageModel.Refused("Select a valid choice: a physical volume is in use.");
        return
        [
            .. disks.Select(d => new StorageMember { Id = d.Id, Type = d.Type, Name = d.Name, Size = d.Size }),
            .. partitions.Select(p => new StorageMember { Id = p.Id, Type = "partition", DeviceId = p.DeviceId, Size = p.Size }),
        ];
    }
}
