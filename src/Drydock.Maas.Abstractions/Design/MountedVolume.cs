namespace Drydock.Maas.Design;

/// <summary>A partition or logical volume with a mount point.</summary>
/// <param name="Holder">The physical device or volume group it is on.</param>
/// <param name="Name">Its name.</param>
public sealed record MountedVolume(string Holder, string Name);
