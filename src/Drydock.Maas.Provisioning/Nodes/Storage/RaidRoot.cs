using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>
/// A root on a RAID, itself or by way of its volume group: no layout of MAAS's makes one, so that it is put together piece by piece.
/// </summary>
internal static class RaidRoot
{
    /// <summary>
    /// The RAIDs that the root is on; empty when a layout makes it. Throws when one takes whole disks, from which no machine boots.
    /// </summary>
    public static IReadOnlyList<StorageRaid> Of(DrydockNode node)
    {
        var raids = node.Raids.Where(node.HasRoot).ToList();
        return raids.Find(r => r.Members.Any(m => !m.Contains('/'))) is not { } whole ? raids : throw new NodeException(
            NodeErrorIds.StorageNotPossible,
            $"The root of node {node.Name} is on RAID {whole.Name}, which takes disks whole; machines boot from partitions. "
            + "Give each disk a partition for it.");
    }

    /// <summary>The disk to boot from: with the EFI partition of the design, else with /boot, else that of the first member.</summary>
    public static StorageDevice BootDisk(DrydockNode node, IReadOnlyList<StorageRaid> raids) =>
        node.StorageDevices.FirstOrDefault(d => d.Partitions.Any(EfiPartitions.IsOne))
        ?? node.StorageDevices.FirstOrDefault(d => d.Partitions.Any(p => p.Filesystem?.MountPoint == "/boot"))
        ?? node.StorageDevices.FirstOrDefault(d => raids[0].Devices[0].StartsWith($"{d.Name}/", StringComparison.Ordinal))
        ?? throw TakenDeviceReader.Invalid(
            node, $"RAID {raids[0].Name} has the member {raids[0].Devices[0]}, which is no partition of its physical devices");
}
