using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>What disks, partitions and RAIDs are a part of, beside volume groups, in words that no volume group has as its name.</summary>
internal static class DeviceUse
{
    public static string Raid(string name) => $"RAID {name}";

    public static string Bcache(string name) => $"bcache {name}";

    /// <param name="bcache">The first bcache behind it.</param>
    public static string Cache(string bcache) => $"cache of {bcache}";

    /// <summary>What the design makes a disk, a partition as disk/partition or a RAID a part of; throws where it has two uses.</summary>
    public static string? Of(DrydockNode node, string device)
    {
        var raids = node.Raids.SelectMany(r => r.Members.Where(m => m == device).Select(_ => Raid(r.Name)));
        var bcaches = node.Bcaches.Where(b => b.BackingDevice == device).Select(b => Bcache(b.Name));
        var caches = node.Bcaches.Where(b => b.CacheDevice == device).Take(1).Select(b => Cache(b.Name));
        var uses = raids.Concat(bcaches).Concat(caches).ToList();
        return uses.Count < 2 ? uses.FirstOrDefault() : throw new NodeException(
            NodeErrorIds.DesignInvalid, $"Storage of node {node.Name}: {device} has more than one use: {string.Join(", ", uses)}.");
    }
}
