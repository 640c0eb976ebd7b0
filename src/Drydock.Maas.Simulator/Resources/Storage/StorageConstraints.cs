using System.Globalization;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>Disks and partitions that a machine has to have, written <c>label:gigabytes(tag,tag),gigabytes</c>; the first is for the root.</summary>
internal sealed partial class StorageConstraints
{
    private const string PartitionTag = "partition";
    private const double Gigabyte = 1e9;

    private readonly List<(string Label, long Size, string[] Tags)> _wanted;

    private StorageConstraints(List<(string Label, long Size, string[] Tags)> wanted) => _wanted = wanted;

    public static bool IsWellFormed(string text)
    {
        var matches = ConstraintPattern().Matches(text);
        return matches.Count > 0 && string.Join(',', matches.Select(match => match.Value)) == text;
    }

    /// <param name="text">A text that is <see cref="IsWellFormed"/>.</param>
    public static StorageConstraints Parse(string text)
    {
        var wanted = ConstraintPattern().Matches(text).Select(match => (
            match.Groups["label"].Value,
            (long)(GetSize(match.Groups["size"].Value) * Gigabyte),
            match.Groups["tags"].Success ? match.Groups["tags"].Value.Split(',') : [])).ToList();
        // What asks for most tags is the hardest to find, and chosen first.
        return new([.. wanted.Take(1), .. wanted.Skip(1).OrderByDescending(one => one.Item3.Length)]);
    }

    /// <summary>The volume chosen for each of them, with its label, be it empty; null where the machine lacks one.</summary>
    public IReadOnlyList<(SimulatedVolume Volume, string Label)>? Match(SimulatedMachine machine)
    {
        var taken = new List<(SimulatedVolume Volume, string Label)>();
        foreach (var (label, size, tags) in _wanted)
        {
            var isPartition = tags.Contains(PartitionTag);
            var volumes = taken.Count == 0 ? GetRoots(machine, isPartition) : GetFree(machine, isPartition);
            var found = volumes.FirstOrDefault(volume => volume.Size >= size && !taken.Exists(one => one.Volume == volume)
                && tags.All(tag => tag == PartitionTag || volume.Tags.Contains(tag)));
            if (found is null)
                return null;
            taken.Add((found, label));
        }

        return taken;
    }

    /// <summary>Digits and points may be no number all the same.</summary>
    private static double GetSize(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var size)
        ? size
        : throw new ApiException(ApiResponse.Text(500, $"could not convert string to float: '{text}'"));

    /// <summary>What the root is on, be it set up or installed: the partition, or the device it is a part of.</summary>
    private static IEnumerable<SimulatedVolume> GetRoots(SimulatedMachine machine, bool isPartition)
    {
        foreach (var device in machine.BlockDevices)
        {
            var partitions = device.Partitions.Where(partition => partition.Filesystem?.MountPoint == "/");
            if (isPartition)
            {
                foreach (var partition in partitions)
                    yield return partition;
            }
            else if (device.Filesystem?.MountPoint == "/" || partitions.Any())
            {
                yield return device;
            }
        }
    }

    private static IEnumerable<SimulatedVolume> GetFree(SimulatedMachine machine, bool isPartition)
    {
        var all = isPartition ? machine.BlockDevices.SelectMany(device => device.Partitions) : machine.BlockDevices.AsEnumerable<SimulatedVolume>();
        return all.Where(volume => volume.IsFree).OrderBy(volume => volume.Size);
    }

    [GeneratedRegex("(?:(?<label>[a-zA-Z0-9]+):)?(?<size>[0-9.]+)(?:\\((?<tags>[^)]+)\\))?")]
    private static partial Regex ConstraintPattern();
}
