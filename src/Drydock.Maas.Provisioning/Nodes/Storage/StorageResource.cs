using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>
/// A disk, partition, RAID, bcache, logical volume, volume group or cache set as operations name it: by its id where it is there, by its name
/// where the plan makes it.
/// </summary>
/// <param name="Kind">Which of them; RAIDs, bcaches and logical volumes are block devices as disks are.</param>
/// <param name="Name">Its name, that of a partition as disk/partition, that of a cache set the name of its device.</param>
/// <param name="Id">Its id in MAAS, that of a RAID or bcache the id of its block device; null where it is not there yet.</param>
/// <param name="On">The block device that a partition is on.</param>
internal sealed record StorageResource(ResourceKind Kind, string Name, int? Id = null, StorageResource? On = null)
{
    /// <summary>Whether it is a partition.</summary>
    public bool IsPartition => Kind == ResourceKind.Partition;

    private bool IsBlockDevice => Kind is not (ResourceKind.Partition or ResourceKind.VolumeGroup or ResourceKind.CacheSet);

    /// <summary>Whether both are one and the same, or the one takes the place of the other.</summary>
    public bool Is(StorageResource other) => (Kind == other.Kind || (IsBlockDevice && other.IsBlockDevice))
        && (Id is { } id && other.Id is { } otherId ? id == otherId : Name == other.Name);

    /// <summary>Whether it goes with the other: it is the other, or a partition of it.</summary>
    public bool GoesWith(StorageResource other) => Is(other) || On?.Is(other) == true;
}
