namespace Drydock.Maas.Provisioning.Storage;

/// <summary>Members of a RAID.</summary>
/// <param name="Disks">Names of disks.</param>
/// <param name="Partitions">Keys (disk/partition) of partitions.</param>
internal sealed record RaidMembers(IReadOnlyList<string> Disks, IReadOnlyList<string> Partitions)
{
    /// <summary>Names of all of them.</summary>
    public IReadOnlyList<string> All => [.. Disks, .. Partitions];
}
