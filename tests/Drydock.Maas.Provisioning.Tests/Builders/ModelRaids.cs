using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>RAIDs of a <see cref="StorageModel"/>; members have to be empty and enough.</summary>
internal sealed class ModelRaids(StorageModel model) : IRaidClient
{
    public Task<IReadOnlyList<Raid>> ListAsync(string systemId, CancellationToken token) => Task.FromResult(model.RaidList);

    public Task<Raid> CreateAsync(string systemId, RaidRequest request, CancellationToken token)
    {
        if (RaidLevel.Find(request.Level)!
            .Refusal(request.BlockDevices.Count + request.Partitions.Count,
                request.SpareDevices.Count + request.SparePartitions.Count) is { } refusal)
            throw StorageModel.Refused(refusal);
        var active = Claim(request.BlockDevices, request.Partitions, "raid");
        var spares = Claim(request.SpareDevices, request.SparePartitions, "raid-spare");
        if (model.Devices.Exists(d => d.Name == request.Name))
            throw StorageModel.Refused("Block device with this Node config and Name already exists.");
        var size = RaidLevel.Find(request.Level)!.SizeOf(active.Concat(spares).Min(m => m.Size), active.Sum(m => m.Size), active.Count);
        var device = new BlockDevice { Id = model.NextId("device"), Type = "virtual", Name = request.Name!, Size = size };
        model.Devices.Add(device);
        model.Raids.Add(new Raid
        {
            Id = model.NextId("raid"), Name = request.Name!, Level = request.Level, Devices = active, SpareDevices = spares,
            VirtualDevice = device,
        });
        return Task.FromResult(model.Raids[^1]);
    }

    public Task DeleteAsync(string systemId, int id, CancellationToken token)
    {
        var raid = model.Raids.First(r => r.Id == id);
        var device = model.Device(raid.VirtualDevice!.Id);
        if (StorageModel.IsMember(device.Filesystem) || device.Partitions.Any(p => StorageModel.IsMember(p.Filesystem)))
            throw StorageModel.Refused("Cannot delete: it is part of a volume group or bcache.");
        foreach (var member in raid.Devices.Concat(raid.SpareDevices))
            model.Mark(member, null);
        model.Devices.Remove(device);
        model.Raids.Remove(raid);
        return Task.CompletedTask;
    }

    public Task<Raid> GetAsync(string systemId, int id, CancellationToken token) => throw new NotSupportedException();

    public Task<Raid> UpdateAsync(string systemId, int id, RaidUpdate update, CancellationToken token) => throw new NotSupportedException();

    private List<StorageMember> Claim(IReadOnlyList<int> devices, IReadOnlyList<int> partitions, string type) =>
        [.. devices.Select(d => model.Take(d, null, type)), .. partitions.Select(p => model.Take(null, p, type))];
}
