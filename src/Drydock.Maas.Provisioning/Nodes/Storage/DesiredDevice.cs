namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>A disk, partition or RAID that a RAID or bcache takes.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Key">Its name, that of a partition as disk/partition.</param>
/// <param name="Size">Its size in bytes.</param>
internal sealed record DesiredDevice(DeviceKind Kind, string Key, long Size);
