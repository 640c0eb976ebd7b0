using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>A RAID.</summary>
/// <param name="Design">What the design says.</param>
/// <param name="Active">The active members.</param>
/// <param name="Spare">The spare members.</param>
/// <param name="Size">Its size in bytes as MAAS will make it.</param>
internal sealed record DesiredRaid(StorageRaid Design, IReadOnlyList<DesiredDevice> Active, IReadOnlyList<DesiredDevice> Spare, long Size)
{
    public string Name => Design.Name;

    /// <summary>Itself as a disk with its partitions, whose device is yet to be found; null when it has none.</summary>
    public DesiredDisk? Disk { get; init; }

    public FilesystemSettings? Filesystem => Design.VolumeGroup is null ? Swap.AsMounted(Design.Filesystem) : null;

    /// <summary>The names of all members, active ones first.</summary>
    public IReadOnlyList<string> Members => [.. Active.Concat(Spare).Select(d => d.Key)];

    public override string ToString()
    {
        var spares = Spare.Count == 0 ? "" : $", spare {string.Join(", ", Spare.Select(d => d.Key))}";
        return $"{Design.Level} on {string.Join(", ", Active.Select(d => d.Key))}{spares}";
    }
}
