using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>How the physical volumes of a group that stays differ from the design's.</summary>
/// <param name="Extra">Those that have to leave it.</param>
/// <param name="MissingDisks">Names of the disks, as a whole, RAIDs and bcaches that have to join it.</param>
/// <param name="MissingPartitions">Keys (disk/partition) of the partitions that have to join it.</param>
internal sealed record VolumeGroupMembers(
    IReadOnlyList<StorageMember> Extra, IReadOnlyList<string> MissingDisks, IReadOnlyList<string> MissingPartitions)
{
    /// <summary>Whether there is no difference.</summary>
    public bool AreRight => Extra.Count == 0 && MissingDisks.Count == 0 && MissingPartitions.Count == 0;

    /// <summary>What joins, by name.</summary>
    public IReadOnlyList<string> Missing => [.. MissingDisks, .. MissingPartitions];
}
