namespace Drydock.Maas.Design;

/// <summary>A partition, logical volume, RAID or bcache with a mount point.</summary>
/// <param name="Holder">The physical device, volume group or RAID it is on; a RAID or bcache is its own.</param>
/// <param name="Name">Its name.</param>
public sealed record MountedVolume(string Holder, string Name);
