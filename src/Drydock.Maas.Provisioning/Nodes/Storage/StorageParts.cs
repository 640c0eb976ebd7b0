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
    /// <summary>Its volume groups. MAAS lists members in an order that any write may change; a plan made twice tells them in the same one.</summary>
    public IReadOnlyList<VolumeGroup> Groups { get; } = [.. Groups.Select(g => g with { Devices = OrderMembers(g.Devices) })];

    /// <summary>Its RAIDs, likewise.</summary>
    public IReadOnlyList<Raid> Raids { get; } =
        [.. Raids.Select(r => r with { Devices = OrderMembers(r.Devices), SpareDevices = OrderMembers(r.SpareDevices) })];

    /// <summary>Those of a machine that has nothing but disks.</summary>
    public static StorageParts None { get; } = new([], [], [], []);

    /// <summary>As far as the machine's own listing tells; of bcaches it tells too little, as their cache mode is not there.</summary>
    public static StorageParts ReadListing(Machine machine, IReadOnlyList<Bcache> bcaches) =>
        new(ObservedVolumeGroups.View(machine), ObservedRaids.View(machine), bcaches, ObservedBcaches.View(machine, bcaches));

    private static IReadOnlyList<StorageMember> OrderMembers(IReadOnlyList<StorageMember> members) =>
        [.. members.OrderBy(m => m.Name, StringComparer.Ordinal)];
}
