using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Ids of the storage of a machine at the moment of a write: those in MAAS, and those of what the plan has made.</summary>
/// <param name="context">The machine while the plan is carried out.</param>
internal sealed class StorageIds(MachineContext context)
{
    /// <summary>The id of a resource.</summary>
    public int Find(StorageResource resource) => resource.Id
        ?? (context.MadeIds.TryGetValue((resource.Kind, resource.Name), out var made) ? made : throw new NodeException(
            ErrorIds.BlockDeviceNotFound, $"MAAS made {resource.Name} of machine {context.Machine} without a block device."));

    /// <summary>The ids of those that are block devices.</summary>
    public IReadOnlyList<int> FindDevices(IEnumerable<StorageResource> members) => [.. members.Where(m => !m.IsPartition).Select(Find)];

    /// <summary>The ids of those that are partitions.</summary>
    public IReadOnlyList<int> FindPartitions(IEnumerable<StorageResource> members) => [.. members.Where(m => m.IsPartition).Select(Find)];

    /// <summary>Keeps the id of what the plan has made.</summary>
    public void KeepId(StorageResource made, int? id)
    {
        if (id is { } known)
            context.MadeIds[(made.Kind, made.Name)] = known;
    }
}
