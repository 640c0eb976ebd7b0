namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>What a RAID or bcache is made of.</summary>
internal enum DeviceKind
{
    /// <summary>A disk as a whole.</summary>
    Disk,

    /// <summary>A partition of a disk.</summary>
    Partition,

    /// <summary>A RAID.</summary>
    Raid,
}
