using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>The disks that storage operations act on and what they end, each told apart from another of its name.</summary>
/// <param name="machine">The machine with its block devices.</param>
/// <param name="parts">What it has made of them.</param>
internal sealed class StorageSubjects(Machine machine, StorageParts parts)
{
    /// <summary>The operation with what it acts on.</summary>
    public StorageOperation Complete(StorageOperation operation) => operation with { Subjects = Find(operation) };

    private IReadOnlyList<ChangeSubject> Find(StorageOperation operation) => operation is SetStorageLayout
        ? [.. machine.PhysicalBlockDevices.Select(Describe)]
        : [.. operation.Touches.Select(FindDisk).Concat(operation.Ends.Select(FindEnded)).OfType<ChangeSubject>().Distinct()];

    private ChangeSubject? FindDisk(StorageResource resource)
    {
        var device = resource.On ?? resource;
        return device.Kind is ResourceKind.Partition or ResourceKind.VolumeGroup or ResourceKind.CacheSet ? null
            : machine.PhysicalBlockDevices.FirstOrDefault(d => device.Id is { } id ? d.Id == id : d.Name == device.Name) is { } disk ? Describe(disk)
            : null;
    }

    private ChangeSubject? FindEnded(StorageResource ended) => ended switch
    {
        { Id: null } => null,
        { IsPartition: true } => machine.BlockDevices.SelectMany(d => d.Partitions).FirstOrDefault(p => p.Id == ended.Id) is { } partition
            ? new(ended.Kind, ended.Name, Identify(partition.Uuid, partition.Id), partition.Size) : null,
        { Kind: ResourceKind.VolumeGroup } => parts.Groups.FirstOrDefault(g => g.Id == ended.Id) is { } group ? new(ended.Kind, ended.Name, Identify(group.Uuid, group.Id)) : null,
        { Kind: ResourceKind.CacheSet } => null,
        _ => machine.BlockDevices.FirstOrDefault(d => d.Id == ended.Id) is { } device ? new(ended.Kind, ended.Name, Identify(device.Uuid, device.Id), device.Size) : null,
    };

    private static ChangeSubject Describe(BlockDevice disk) =>
        new(ResourceKind.BlockDevice, disk.Name, disk.Serial is { Length: > 0 } serial ? serial : Identify(disk.IdPath, disk.Id), disk.Size);

    private static string Identify(string? identity, int id) => string.IsNullOrEmpty(identity) ? FormattableString.Invariant($"id {id}") : identity;
}
