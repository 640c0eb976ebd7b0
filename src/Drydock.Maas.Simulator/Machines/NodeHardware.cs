using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using Drydock.Maas.Design;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Hardware that a node's design would fit on.</summary>
internal static partial class NodeHardware
{
    private const long SmallestDisk = 60_000_000_000;

    /// <summary>A NIC or disk: its name, the alias it stands for, and its bus address.</summary>
    public sealed record Device(string Name, string? BusInfo, long Size);

    /// <summary>A NIC per alias or name that the node's interfaces use.</summary>
    public static IReadOnlyList<Device> NicsOf(DrydockNode node)
    {
        var used = node.Interfaces.Where(i => i.NetworkLink is not null)
            .SelectMany(node.NicsOf).Distinct(StringComparer.Ordinal).ToList();
        var nics = used.Select(slave => ToDevice(node, slave, 0)).ToList();
        return nics.Count > 0 ? nics : [new Device("eno1", null, 0)];
    }

    /// <summary>A disk per device of the node's storage, large enough for what the design puts on it.</summary>
    public static IReadOnlyList<Device> DisksOf(DrydockNode node)
    {
        var disks = node.DiskNames.Select((name, i) => ToDevice(node, name, SizeFor(node, DesignOf(node, name), i))).ToList();
        return disks.Count > 0 ? disks : [new Device("sda", null, SmallestDisk)];
    }

    /// <summary>lshw's XML with the devices at their bus addresses.</summary>
    public static string Lshw(DrydockNode node, IReadOnlyList<Device> nics, IReadOnlyList<Device> disks)
    {
        var xml = new StringBuilder(
            "<?xml version=\"1.0\" standalone=\"yes\" ?>\n<list>\n <node id=\"server\" class=\"system\" handle=\"\">\n");
        foreach (var nic in nics.Where(n => n.BusInfo is not null))
            AppendNode(xml, "network", "network", nic.BusInfo!, nic.Name);
        foreach (var disk in disks.Where(d => d.BusInfo is not null))
            AppendNode(xml, "disk", "disk", disk.BusInfo!, "/dev/" + disk.Name);
        return xml.Append(" </node>\n</list>\n").ToString();
    }

    private static void AppendNode(StringBuilder xml, string id, string kind, string businfo, string logicalName) => xml.Append(
        CultureInfo.InvariantCulture,
        $"  <node id=\"{id}\" class=\"{kind}\"><businfo>{SecurityElement.Escape(businfo)}</businfo>"
        + $"<logicalname>{SecurityElement.Escape(logicalName)}</logicalname></node>\n");

    /// <summary>An alias becomes a device of the kernel's naming at the alias's address; another name stays as it is.</summary>
    private static Device ToDevice(DrydockNode node, string name, long size)
    {
        if (node.HardwareProfile?.FindAlias(name) is not { } alias || AliasAddress.Of(alias, node.HardwareProfile) is not { } address)
            return new(name, null, size);
        var order = node.HardwareProfile.DeviceAliases.Where(a => a.BusType == alias.BusType).Select(a => a.Alias).ToList().IndexOf(name);
        var kernelName = alias.BusType == "scsi"
            ? $"sd{(char)('a' + order)}"
            : PciName(address) ?? string.Create(CultureInfo.InvariantCulture, $"eno{order + 1}");
        return new(kernelName, $"{alias.BusType}@{address}", size);
    }

    /// <summary>enp94s0f1 for 0000:5e:00.1, as the kernel names NICs by their slot.</summary>
    private static string? PciName(string address)
    {
        var match = PciAddress().Match(address);
        if (!match.Success)
            return null;
        int Part(string name) => int.Parse(match.Groups[name].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var function = Part("function");
        return string.Create(CultureInfo.InvariantCulture, $"enp{Part("bus")}s{Part("slot")}{(function > 0 ? $"f{function}" : "")}");
    }

    // A disk that is only a member of a RAID has no design of its own.
    private static StorageDevice DesignOf(DrydockNode node, string name) =>
        node.StorageDevices.FirstOrDefault(d => d.Name == name) ?? new() { Name = name };

    private static long SizeFor(DrydockNode node, StorageDevice device, int index)
    {
        var fixedSize = device.Partitions.Sum(p => Bytes(p.Size));
        if (device.VolumeGroup is { } name)
            fixedSize += node.VolumeGroups.Where(g => g.Name == name).SelectMany(g => g.LogicalVolumes).Sum(v => Bytes(v.Size));
        long[] sizes = [SmallestDisk, 480_000_000_000, 1_000_000_000_000, 4_000_000_000_000, 16_000_000_000_000];
        var plausible = sizes.Skip(index == 0 ? 0 : 2);
        return plausible.FirstOrDefault(s => s > fixedSize * 2, sizes[^1]);
    }

    private static long Bytes(string? size) => StorageSize.Parse(size) is { Bytes: >= 0 and < 1_000_000_000_000_000 and var bytes } ? (long)bytes : 0;

    [GeneratedRegex("^[0-9a-f]{4}:(?<bus>[0-9a-f]{2}):(?<slot>[0-9a-f]{2})\\.(?<function>[0-7])$", RegexOptions.IgnoreCase)]
    private static partial Regex PciAddress();
}
