using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Storage;

/// <summary>A RAID.</summary>
/// <param name="Design">What the design says.</param>
/// <param name="Active">The active members.</param>
/// <param name="Spare">The spare members.</param>
/// <param name="Size">Its size in bytes as MAAS will make it.</param>
internal sealed record DesiredRaid(StorageRaid Design, RaidMembers Active, RaidMembers Spare, long Size)
{
    public string Name => Design.Name;

    public FilesystemSettings? Filesystem => Design.VolumeGroup is null ? Swap.AsMounted(Design.Filesystem) : null;

    /// <summary>What its members are a part of; no volume group has such a name.</summary>
    public static string Holder(string raid) => $"RAID {raid}";
}
