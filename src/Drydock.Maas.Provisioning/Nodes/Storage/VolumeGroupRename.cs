using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>A volume group that is the design's but for its name.</summary>
/// <param name="Id">Its number in MAAS.</param>
/// <param name="Before">The name it has.</param>
/// <param name="After">The name the design gives it.</param>
internal sealed record VolumeGroupRename(int Id, string Before, string After)
{
    /// <summary>Groups that may be the design's by their logical volumes; whether they stand where it wants them is to be seen.</summary>
    public static IReadOnlyList<VolumeGroupRename> Find(IReadOnlyList<VolumeGroup> groups, DesiredStorage desired)
    {
        var renames = new List<VolumeGroupRename>();
        foreach (var wanted in desired.VolumeGroups.Where(d => groups.All(g => g.Name != d.Name)))
        {
            var group = groups.FirstOrDefault(g =>
                desired.VolumeGroups.All(d => d.Name != g.Name) && renames.TrueForAll(r => r.Id != g.Id) && HoldsVolumes(g, wanted));
            if (group is not null)
                renames.Add(new(group.Id, group.Name, wanted.Name));
        }

        return renames;
    }

    /// <summary>The groups with the names they are to have; the name of a group is the beginning of those of its volumes.</summary>
    public static IReadOnlyList<VolumeGroup> Apply(IReadOnlyList<VolumeGroup> groups, IReadOnlyList<VolumeGroupRename> renames) =>
        [.. groups.Select(g => renames.FirstOrDefault(r => r.Id == g.Id) is { } rename ? rename.Apply(g) : g)];

    private VolumeGroup Apply(VolumeGroup group) => group with
    {
        Name = After,
        LogicalVolumes = [.. group.LogicalVolumes.Select(v => v with { Name = After + v.Name[Before.Length..] })],
    };

    private static bool HoldsVolumes(VolumeGroup group, DesiredVolumeGroup wanted) =>
        (group.LogicalVolumes.Count == 0 && wanted.LogicalVolumes.Count == 0)
        || group.LogicalVolumes.Any(v => wanted.LogicalVolumes.Any(w => v.Name == $"{group.Name}-{w.Design.Name}"));
}
