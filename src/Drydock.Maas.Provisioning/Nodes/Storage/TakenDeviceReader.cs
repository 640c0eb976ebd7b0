using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Finds what RAIDs and bcaches of the design take among the disks of the machine.</summary>
internal static class TakenDeviceReader
{
    /// <summary>The disk or partition; throws when it is missing or used otherwise.</summary>
    /// <param name="node">The node.</param>
    /// <param name="user">What takes it, for example RAID md0.</param>
    /// <param name="device">A disk by name or alias, or a partition as disk/partition.</param>
    /// <param name="disks">The disks of the design.</param>
    /// <param name="names">Real names of device aliases.</param>
    public static TakenDevice Read(DrydockNode node, string user, string device, IReadOnlyList<DesiredDisk> disks, DeviceNames names)
    {
        RequireFree(node, user, device);
        var parts = device.Split('/', 2);
        var disk = disks.FirstOrDefault(d => d.Device.Name == names.Resolve(parts[0]));
        if (disk is not null && parts.Length == 1)
            return new(ResourceKind.BlockDevice, disk.Device.Name, disk.Device.Size);
        return disk?.Partitions.FirstOrDefault(p => p.Design.Name == parts[1]) is { } partition
            ? new(ResourceKind.Partition, disk.GetKey(partition), partition.Size)
            : throw Invalid(node, $"{user} takes {device}, which the machine is not to have");
    }

    /// <summary>Throws where the design has something on a device that a RAID or bcache takes.</summary>
    public static void RequireFree(DrydockNode node, string user, string device)
    {
        if (DeviceUse.FindFault(node, device) is { } fault)
            throw Invalid(node, $"{user} takes {device}, which {fault}");
    }

    /// <summary>What the design makes a disk, a partition as disk/partition or a RAID a part of; throws where it has two uses.</summary>
    public static string? FindHolder(DrydockNode node, string device)
    {
        var uses = DeviceUse.ListUses(node).Where(u => u.Device == device).Select(u => u.Holder).ToList();
        return uses.Count < 2 ? uses.FirstOrDefault() : throw Invalid(node, $"{device} has more than one use: {string.Join(", ", uses)}");
    }

    /// <summary>What is wrong with a node's storage, as an error.</summary>
    public static NodeException Invalid(DrydockNode node, string what) =>
        new(ErrorIds.DesignInvalid, $"Storage of node {node.Name}: {what}.");
}
