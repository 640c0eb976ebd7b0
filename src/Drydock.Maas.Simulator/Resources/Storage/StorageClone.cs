using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>The storage of one machine made anew on another.</summary>
internal sealed class StorageClone(SimulatorState state, SimulatedMachine source, SimulatedMachine destination)
{
    private readonly Dictionary<SimulatedVolume, SimulatedVolume> _copies = [];

    /// <summary>Why the disks do not fit; null when they do.</summary>
    public static string? Mismatch(SimulatedMachine source, SimulatedMachine destination)
    {
        if (source.Architecture != destination.Architecture)
            return $"node architectures do not match ({destination.Architecture} != {source.Architecture})";
        if (source.BiosBootMethod != destination.BiosBootMethod)
            return $"node boot methods do not match ({Text(destination.BiosBootMethod)} != {Text(source.BiosBootMethod)})";
        if (destination.EffectiveBootDisk is not { } boot)
            return "destination node has no physical block devices";
        if (source.EffectiveBootDisk is not { } original)
            return "source node has no physical block devices";
        if (boot.Size < original.Size)
            return $"destination boot disk({boot.Name}) is smaller than source boot disk({original.Name})";
        var (ours, theirs) = (destination.Disks.Count(), source.Disks.Count());
        if (ours < theirs)
            return $"source node does not have enough physical block devices ({ours} < {theirs})";
        var left = ours - Match(source, destination).Count;
        return left > 0
            ? $"{left} destination node physical block devices do not match the source nodes physical block devices"
            : null;
    }

    public void Make()
    {
        new StorageLayouts(state, destination).Clear();
        foreach (var (copy, disk) in Match(source, destination))
            CopyDevice(disk, copy);
        var left = source.VolumeGroups.Concat<SimulatedGroup>(source.Raids).Concat(source.Bcaches).Concat(source.CacheSets)
            .Concat(source.Datastores).OrderBy(group => group is not SimulatedCacheSet).ThenBy(group => group.Id).ToList();
        // Groups of what other groups make come after those.
        while (left.Find(IsReady) is { } group)
        {
            left.Remove(group);
            CopyGroup(group);
        }

        destination.SpecialFilesystems.AddRange(source.SpecialFilesystems.Select(Renew));
        destination.AcquiredSpecialFilesystems.AddRange(source.AcquiredSpecialFilesystems.Select(Renew));
    }

    private static SimulatedFilesystem Renew(SimulatedFilesystem filesystem) => filesystem with { Uuid = Guid.NewGuid().ToString() };

    private static string Text(string? value) => value ?? "None";

    /// <summary>
    /// Which disk stands for which: the boot disks for each other, then those of the same size and tags, then larger ones
    /// of the same tags, the smallest first, then larger ones.
    /// </summary>
    private static Dictionary<SimulatedBlockDevice, SimulatedBlockDevice> Match(SimulatedMachine source, SimulatedMachine destination)
    {
        var found = new Dictionary<SimulatedBlockDevice, SimulatedBlockDevice>
        {
            [destination.EffectiveBootDisk!] = source.EffectiveBootDisk!,
        };
        var theirs = source.Disks.Where(disk => !disk.IsBootDisk).OrderBy(disk => disk.Id).ToList();
        Take((ours, original) => ours.Size == original.Size && HaveSameTags(ours, original), disk => disk.Id);
        Take((ours, original) => ours.Size >= original.Size && HaveSameTags(ours, original), disk => disk.Size);
        Take((ours, original) => ours.Size >= original.Size, disk => disk.Size);
        return found;

        void Take(Func<SimulatedBlockDevice, SimulatedBlockDevice, bool> fits, Func<SimulatedBlockDevice, long> order)
        {
            theirs = [.. theirs.OrderBy(order)];
            foreach (var disk in destination.Disks.Where(disk => !found.ContainsKey(disk)).OrderBy(order).ToList())
            {
                if (theirs.Find(original => fits(disk, original)) is not { } fitting)
                    continue;
                theirs.Remove(fitting);
                found[disk] = fitting;
            }
        }
    }

    private static bool HaveSameTags(SimulatedBlockDevice one, SimulatedBlockDevice other) => one.Tags.ToHashSet().SetEquals(other.Tags);

    private bool IsReady(SimulatedGroup group) => group.AllMembers.All(_copies.ContainsKey)
        && (group is not SimulatedBcache bcache || destination.CacheSets.Exists(set => set.Cache == Copy(bcache.CacheSet.Cache!)));

    private SimulatedVolume? Copy(SimulatedVolume original) => _copies.GetValueOrDefault(original);

    private void CopyDevice(SimulatedBlockDevice original, SimulatedBlockDevice copy)
    {
        CopyFilesystem(original, copy);
        copy.TableType = original.TableType;
        foreach (var partition in original.Partitions.OrderBy(partition => partition.Id))
        {
            var made = PartitionTables.AddExact(state, copy, partition.Size, partition.Bootable, partition.Index);
            made.Tags.AddRange(partition.Tags);
            CopyFilesystem(partition, made);
        }
    }

    private void CopyFilesystem(SimulatedVolume original, SimulatedVolume copy)
    {
        _copies[original] = copy;
        if (original.MemberOf is null && original.Filesystem is { } filesystem)
            copy.Filesystem = Renew(filesystem);
    }

    private void CopyGroup(SimulatedGroup original)
    {
        switch (original)
        {
            case SimulatedCacheSet set:
                CopyCacheSet(set);
                break;
            case SimulatedBcache bcache:
                CopyBcache(bcache);
                break;
            case SimulatedRaid raid:
                CopyRaid(raid);
                break;
            case SimulatedVolumeGroup volumes:
                CopyVolumeGroup(volumes);
                break;
            case SimulatedDatastore datastore:
                CopyDatastore(datastore);
                break;
        }
    }

    private void CopyCacheSet(SimulatedCacheSet original)
    {
        var set = new SimulatedCacheSet { Id = state.Ids.Next("cacheset"), Name = original.Name };
        set.Use(_copies[original.Cache!]);
        destination.CacheSets.Add(set);
        destination.RenameCacheSets();
    }

    private void CopyBcache(SimulatedBcache original)
    {
        var cache = Copy(original.CacheSet.Cache!);
        var copy = new SimulatedBcache
        {
            Id = state.Ids.Next("filesystemgroup"),
            Name = original.Name,
            CacheMode = original.CacheMode,
            CacheSet = destination.CacheSets.First(set => set.Cache == cache),
        };
        CopyDevice(VirtualDevices.Find(source, original), BcachesApi.Make(state, destination, copy, _copies[original.Backing!]));
    }

    private void CopyRaid(SimulatedRaid original)
    {
        var copy = new SimulatedRaid { Id = state.Ids.Next("filesystemgroup"), Name = original.Name, Level = original.Level };
        original.Devices.ForEach(member => copy.Join(_copies[member], spare: false));
        original.Spares.ForEach(member => copy.Join(_copies[member], spare: true));
        destination.Raids.Add(copy);
        AddDevice(VirtualDevices.Find(source, original), copy);
    }

    private void CopyVolumeGroup(SimulatedVolumeGroup original)
    {
        var copy = new SimulatedVolumeGroup { Id = state.Ids.Next("filesystemgroup"), Name = original.Name };
        original.Members.ForEach(member => copy.Join(_copies[member]));
        destination.VolumeGroups.Add(copy);
        foreach (var volume in original.Volumes)
            CopyDevice(volume, VirtualDevices.AddVolume(state, destination, copy, volume.Name, null, volume.Size));
    }

    private void CopyDatastore(SimulatedDatastore original)
    {
        var copy = new LayoutVolumes(state, destination).AddDatastore(original.Name, original.Extents.Select(extent => _copies[extent]));
        _copies[VirtualDevices.Find(source, original)] = VirtualDevices.Find(destination, copy);
    }

    private void AddDevice(SimulatedBlockDevice original, SimulatedGroup group) =>
        CopyDevice(original, VirtualDevices.Add(state, destination, group, original.Name, original.Size));
}
