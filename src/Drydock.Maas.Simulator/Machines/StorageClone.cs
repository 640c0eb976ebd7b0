using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

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
            return $"node boot methods do not match ({destination.BiosBootMethod} != {source.BiosBootMethod})";
        if (destination.EffectiveBootDisk is not { } boot)
            return "destination node has no physical block devices";
        if (source.EffectiveBootDisk is not { } original)
            return "source node has no physical block devices";
        if (boot.Size < original.Size)
            return $"destination boot disk({boot.Name}) is smaller than source boot disk({original.Name})";
        var (ours, theirs) = (destination.Disks.Count(), source.Disks.Count());
        return ours < theirs ? $"source node does not have enough physical block devices ({ours} < {theirs})" : null;
    }

    public void Make()
    {
        new StorageLayouts(state, destination).Clear();
        foreach (var (disk, copy) in InOrder(source).Zip(InOrder(destination)))
            CopyDevice(disk, copy);
        source.CacheSets.ForEach(CopyCacheSet);
        source.Raids.ForEach(CopyRaid);
        source.VolumeGroups.ForEach(CopyVolumeGroup);
        foreach (var filesystem in source.SpecialFilesystems)
            destination.SpecialFilesystems.Add(filesystem with { Uuid = Guid.NewGuid().ToString() });
    }

    private static IEnumerable<SimulatedBlockDevice> InOrder(SimulatedMachine machine) =>
        machine.Disks.OrderByDescending(disk => disk.IsBootDisk).ThenBy(disk => disk.Id);

    private void CopyDevice(SimulatedBlockDevice original, SimulatedBlockDevice copy)
    {
        Copy(original, copy);
        copy.TableType = original.TableType;
        foreach (var partition in original.Partitions)
        {
            var made = new SimulatedPartition
            {
                Id = state.Ids.Next("partition"),
                Device = copy,
                Size = partition.Size,
                Bootable = partition.Bootable,
            };
            copy.Partitions.Add(made);
            Copy(partition, made);
        }
    }

    private void Copy(SimulatedVolume original, SimulatedVolume copy)
    {
        _copies[original] = copy;
        if (original.MemberOf is null && original.Filesystem is { } filesystem)
            copy.Filesystem = filesystem with { Uuid = Guid.NewGuid().ToString() };
    }

    private void CopyCacheSet(SimulatedCacheSet original)
    {
        var set = new SimulatedCacheSet { Id = state.Ids.Next("cacheset"), Name = original.Name };
        set.Use(_copies[original.Cache!]);
        destination.CacheSets.Add(set);
        foreach (var bcache in source.Bcaches.Where(bcache => bcache.CacheSet == original))
        {
            var copy = new SimulatedBcache
            {
                Id = state.Ids.Next("filesystemgroup"),
                Name = bcache.Name,
                CacheMode = bcache.CacheMode,
                CacheSet = set,
            };
            copy.Back(_copies[bcache.Backing!]);
            destination.Bcaches.Add(copy);
            AddDevice(VirtualDevices.Of(source, bcache), copy);
        }
    }

    private void CopyRaid(SimulatedRaid original)
    {
        var copy = new SimulatedRaid { Id = state.Ids.Next("filesystemgroup"), Name = original.Name, Level = original.Level };
        original.Devices.ForEach(member => copy.Join(_copies[member], spare: false));
        original.Spares.ForEach(member => copy.Join(_copies[member], spare: true));
        destination.Raids.Add(copy);
        AddDevice(VirtualDevices.Of(source, original), copy);
    }

    private void CopyVolumeGroup(SimulatedVolumeGroup original)
    {
        var copy = new SimulatedVolumeGroup { Id = state.Ids.Next("filesystemgroup"), Name = original.Name };
        original.Members.ForEach(member => copy.Join(_copies[member]));
        destination.VolumeGroups.Add(copy);
        foreach (var volume in original.Volumes)
        {
            var name = volume.Name[(original.Name.Length + 1)..];
            CopyDevice(volume, VirtualDevices.AddVolume(state, destination, copy, name, null, volume.Size));
        }
    }

    private void AddDevice(SimulatedBlockDevice original, SimulatedGroup group) =>
        CopyDevice(original, VirtualDevices.Add(state, destination, group, original.Name, original.Size));
}
