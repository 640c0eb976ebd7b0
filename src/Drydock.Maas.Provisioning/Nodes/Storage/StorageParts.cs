using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>The volume groups, RAIDs, bcaches and cache sets of a machine.</summary>
/// <param name="Groups">Its volume groups.</param>
/// <param name="Raids">Its RAIDs.</param>
/// <param name="Bcaches">Its bcaches.</param>
/// <param name="CacheSets">Its cache sets.</param>
internal sealed record StorageParts(
    IReadOnlyList<VolumeGroup> Groups, IReadOnlyList<Raid> Raids, IReadOnlyList<Bcache> Bcaches, IReadOnlyList<BcacheCacheSet> CacheSets)
{
    /// <summary>Those of a machine that has nothing but disks.</summary>
    public static StorageParts None { get; } = new([], [], [], []);

    /// <summary>As far as the machine's own listing tells; of bcaches it tells too little, as their cache mode is not there.</summary>
    public static StorageParts ReadListing(Machine machine, IReadOnlyList<Bcache> bcaches) =>
        new(ObservedVolumeGroups.View(machine), ObservedRaids.View(machine), bcaches, ObservedBcaches.View(machine, bcaches));
}
