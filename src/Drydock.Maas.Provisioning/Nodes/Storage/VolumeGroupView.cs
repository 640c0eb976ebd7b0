using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>
/// The volume groups of a machine as far as its own listing tells them, which is enough to see whether they are as designed:
/// a machine that is as designed then costs no request of its own. Their ids are not known; a plan to be carried out needs the real ones.
/// </summary>
internal static class VolumeGroupView
{
    private const string MemberOf = "LVM volume for ";

    public static IReadOnlyList<VolumeGroup> Of(Machine machine)
    {
        if (machine.VolumeGroups.Count == 0)
            return [];
        var members = machine.BlockDevices.SelectMany(Members).ToLookup(m => m.Group, m => m.Member, StringComparer.Ordinal);
        var names = members.Select(m => m.Key).OrderByDescending(n => n.Length).ToList();
        var volumes = machine.BlockDevices.Where(d => d.Type == "virtual")
            .ToLookup(d => names.Find(n => d.Name.StartsWith($"{n}-", StringComparison.Ordinal)) ?? "", StringComparer.Ordinal);
        return [.. members.Select((m, index) => new VolumeGroup
        {
            Id = -1 - index,
            SystemId = machine.SystemId,
            Name = m.Key,
            Size = StorageExtent.VolumeGroup(m.Select(d => d.Size)),
            Devices = [.. m],
            LogicalVolumes = [.. volumes[m.Key]],
        })];
    }

    private static IEnumerable<(string Group, StorageMember Member)> Members(BlockDevice device)
    {
        if (GroupOf(device.UsedFor) is { } own)
            yield return (own, new StorageMember { Id = device.Id, Type = device.Type, Name = device.Name, Size = device.Size });
        foreach (var partition in device.Partitions)
        {
            if (GroupOf(partition.UsedFor) is { } group)
                yield return (
                    group, new StorageMember { Id = partition.Id, Type = "partition", DeviceId = device.Id, Size = partition.Size });
        }
    }

    private static string? GroupOf(string? usedFor) =>
        usedFor?.StartsWith(MemberOf, StringComparison.Ordinal) == true ? usedFor[MemberOf.Length..] : null;
}
