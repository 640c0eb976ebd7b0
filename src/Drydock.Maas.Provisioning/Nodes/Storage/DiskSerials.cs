using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Serial numbers of a machine's disks: the installer finds a disk by its, where MAAS knows model and serial number.</summary>
internal static class DiskSerials
{
    /// <summary>Throws where a disk of the design has its serial number in common with another one, so that either may be overwritten.</summary>
    public static void RequireDistinct(DrydockNode node, Machine machine, DesiredStorage desired)
    {
        var own = desired.Disks.Select(d => d.Device.Id).ToHashSet();
        foreach (var sharing in machine.PhysicalBlockDevices.Where(d => !string.IsNullOrWhiteSpace(d.Serial))
            .GroupBy(d => d.Serial!.Trim(), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            if (!sharing.Any(d => own.Contains(d.Id) && !string.IsNullOrWhiteSpace(d.Model)))
                continue;
            throw new NodeException(
                ErrorIds.AmbiguousDevice,
                $"Disks {string.Join(" and ", sharing.Select(DeviceMarks.Describe))} of {machine}, node {node.Name}, report the same serial number, by which "
                + "the installer finds a disk: it may overwrite the other one. Have the controller report a serial number for each and commission the "
                + "machine again, or clear the serial numbers in MAAS, so that the disks go by their paths.");
        }
    }
}
