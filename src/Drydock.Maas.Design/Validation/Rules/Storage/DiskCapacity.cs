using Drydock.Maas.Design.Validation.Facts;
using Drydock.Maas.Models;

namespace Drydock.Maas.Design.Validation.Rules.Storage;

/// <summary>Partitions fit the disks MAAS knows. Aliases are not resolved: what no disk could hold is too much anyway.</summary>
internal sealed class DiskCapacity : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(DiskCapacity),
        "DD1209",
        "Disk Capacity",
        "With a connection: the partitions of a disk fit the disk of that name of the node's machine, or its largest one where the "
        + "name is an alias.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        if (site.Live is not { } live)
            return [];
        return site.Nodes.Select(n => (Node: n, live.Match(n).Machine)).Where(x => x.Machine is not null)
            .SelectMany(x => x.Node.StorageDevices.Select(d => Check(site, x.Node, d, x.Machine!))).OfType<ValidationFinding>();
    }

    private ValidationFinding? Check(SiteFacts site, DrydockNode node, StorageDevice device, Machine machine)
    {
        var disks = machine.BlockDevices.Where(d => d.Type == "physical").ToList();
        if ((disks.Find(d => d.Name == device.Name) ?? disks.MaxBy(d => d.Size)) is not { Size: > 0 } disk)
            return null;
        var sizes = device.Partitions.Select(p => StorageSize.Parse(p.Size)).OfType<StorageSize>().ToList();
        var wanted = sizes.Sum(s => s.Bytes ?? (disk.Size * (decimal)s.Percent!.Value / 100));
        if (wanted <= disk.Size)
            return null;
        return this.Error(
            site.At(node, "storage", "physical_devices", device.Name),
            $"The partitions of disk {device.Name} of node {node} want {SizeText.Format(wanted, disk.Size)}; {disk.Name} of machine "
                + $"{machine.Hostname} has {SizeText.Format(disk.Size, wanted)}.",
            "Make the partitions smaller, or choose another disk.");
    }
}
