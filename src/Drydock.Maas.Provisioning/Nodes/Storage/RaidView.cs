using System.Text.RegularExpressions;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>The RAIDs of a machine as far as its own listing tells them, as <see cref="VolumeGroupView"/> does for volume groups.</summary>
internal static partial class RaidView
{
    public static IReadOnlyList<Raid> Of(Machine machine)
    {
        if (machine.Raids.Count == 0)
            return [];
        var members = machine.BlockDevices.SelectMany(Members).GroupBy(m => m.Use["name"].Value, StringComparer.Ordinal);
        return [.. members.Select((raid, index) => new Raid
        {
            Id = -1 - index,
            SystemId = machine.SystemId,
            Name = raid.Key,
            Level = raid.First().Use["level"].Value,
            Devices = [.. raid.Where(m => !IsSpare(m.Use)).Select(m => m.Member)],
            SpareDevices = [.. raid.Where(m => IsSpare(m.Use)).Select(m => m.Member)],
            VirtualDevice = machine.BlockDevices.FirstOrDefault(d => d.Type == "virtual" && d.Name == raid.Key),
        })];
    }

    private static bool IsSpare(GroupCollection use) => use["use"].Value == "Spare";

    private static IEnumerable<(GroupCollection Use, StorageMember Member)> Members(BlockDevice device)
    {
        if (UsedFor().Match(device.UsedFor ?? "") is { Success: true } own)
            yield return (own.Groups, new StorageMember { Id = device.Id, Type = device.Type, Name = device.Name, Size = device.Size });
        foreach (var partition in device.Partitions)
        {
            if (UsedFor().Match(partition.UsedFor ?? "") is { Success: true } part)
                yield return (
                    part.Groups, new StorageMember { Id = partition.Id, Type = "partition", DeviceId = device.Id, Size = partition.Size });
        }
    }

    [GeneratedRegex("^(?<use>Active|Spare) (?<level>raid-[0-9]+) device for (?<name>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex UsedFor();
}
