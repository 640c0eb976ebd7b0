using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Drydock.Maas.Design;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Seeding;

/// <summary>Hardware that a node's design would fit on.</summary>
internal static partial class NodeHardware
{
    private const long SmallestDisk = 60_000_000_000;
    private const string ById = "/dev/disk/by-id/";
    private const string ByPath = "/dev/disk/by-path/";

    /// <summary>A NIC or disk: its name, its bus address, its bytes, and the alias it stands for.</summary>
    public sealed record Device(string Name, string? BusInfo, long Size, DeviceAlias? Alias)
    {
        /// <summary>The MAC address that its alias asks for.</summary>
        public string? Mac => Alias?.Serials.Select(s => MacNumber.Parse(s)?.ToString()).FirstOrDefault(m => m is not null);

        /// <summary>The product that its alias asks for.</summary>
        public string? Product => Alias is { Models.Count: > 0 } ? Plain(Alias.Models[0]) : null;
    }

    /// <summary>A NIC per alias or name that the node's interfaces use.</summary>
    public static IReadOnlyList<Device> GetNics(DrydockNode node)
    {
        var used = node.Interfaces.Where(i => i.NetworkLink is not null)
            .SelectMany(node.GetNics).Distinct(StringComparer.Ordinal).ToList();
        var nics = used.Select(slave => ToDevice(node, slave, 0, isDisk: false)).ToList();
        return nics.Count > 0 ? nics : [new Device("eno1", null, 0, null)];
    }

    /// <summary>A disk per device of the node's storage, large enough for what the design puts on it.</summary>
    public static IReadOnlyList<Device> GetDisks(DrydockNode node)
    {
        var disks = node.DiskNames.Select((name, i) => ToDevice(node, name, SizeFor(node, GetDesign(node, name), i), isDisk: true)).ToList();
        return disks.Count > 0 ? disks : [new Device("sda", null, SmallestDisk, null)];
    }

    /// <summary>What is written on a disk, as its alias has it.</summary>
    public static HiddenDiskMarks GetMarks(Device disk) => new()
    {
        Name = disk.Name,
        Serial = disk.Alias!.Serials is [var serial, ..] ? Plain(serial) : "",
        Model = disk.Product ?? "",
        IdPath = GetId(disk.Alias) is { } id ? ById + id : "",
    };

    /// <summary>The disks as the main script of commissioning prints them; null where MAAS's own list has it all.</summary>
    public static string? Resources(IReadOnlyList<Device> disks)
    {
        if (!disks.Any(d => d.Alias?.Paths.Count > 0))
            return null;
        var list = disks.Select(d => (JsonNode)new JsonObject
        {
            ["id"] = d.Name,
            ["size"] = d.Size,
            ["serial"] = d.Alias is null ? "" : GetMarks(d).Serial,
            ["device_id"] = d.Alias is null ? null : GetId(d.Alias),
            ["device_path"] = d.Alias?.Paths.FirstOrDefault(p => p.StartsWith(ByPath, StringComparison.Ordinal)) is { } path ? Plain(path)[ByPath.Length..] : null,
        });
        return new JsonObject { ["resources"] = new JsonObject { ["storage"] = new JsonObject { ["disks"] = new JsonArray([.. list]) } } }.ToJsonString();
    }

    /// <summary>lshw's XML with the devices at their bus addresses.</summary>
    public static string Lshw(DrydockNode node, IReadOnlyList<Device> nics, IReadOnlyList<Device> disks)
    {
        var xml = new StringBuilder(
            "<?xml version=\"1.0\" standalone=\"yes\" ?>\n<list>\n <node id=\"server\" class=\"system\" handle=\"\">\n");
        foreach (var nic in nics.Where(n => n.BusInfo is not null))
            AppendNode(xml, "network", "network", nic.BusInfo!, nic.Name);
        foreach (var disk in disks.Where(d => d.BusInfo is not null))
        {
            if (disk.Name.StartsWith("nvme", StringComparison.Ordinal))
                AppendNvme(xml, disk);
            else
                AppendNode(xml, "disk", "disk", disk.BusInfo!, "/dev/" + disk.Name);
        }

        return xml.Append(" </node>\n</list>\n").ToString();
    }

    private static void AppendNode(StringBuilder xml, string id, string kind, string businfo, string logicalName, string inner = "") => xml.Append(
        CultureInfo.InvariantCulture,
        $"  <node id=\"{id}\" class=\"{kind}\"><businfo>{SecurityElement.Escape(businfo)}</businfo>"
        + $"<logicalname>{SecurityElement.Escape(logicalName)}</logicalname>{inner}</node>\n");

    /// <summary>lshw has the address at the controller, and the disk, a namespace, below it.</summary>
    private static void AppendNvme(StringBuilder xml, Device disk)
    {
        var space = new StringBuilder();
        AppendNode(space, "namespace", "disk", "nvme@0:1", "/dev/" + disk.Name);
        AppendNode(xml, "nvme", "storage", disk.BusInfo!, "/dev/" + disk.Name[..^2], space.ToString());
    }

    /// <summary>An alias becomes a device of the kernel's naming at the alias's address; another name stays as it is.</summary>
    private static Device ToDevice(DrydockNode node, string name, long size, bool isDisk)
    {
        if (node.HardwareProfile?.FindAlias(name) is not { } alias)
            return new(name, null, size, null);
        var address = alias.HasAddress ? AliasAddress.Find(alias, node.HardwareProfile) : null;
        if (address is null && !alias.HasMarks)
            return new(name, null, size, null);
        var isNvme = isDisk && alias.Bus.IsPci;
        var bus = alias.HasAddress ? alias.BusType : isDisk ? "scsi" : "pci";
        var order = node.HardwareProfile.DeviceAliases.Where(a => a.BusType == bus || (!a.HasAddress && !isNvme)).Select(a => a.Alias).ToList().IndexOf(name);
        var kernelName = isNvme ? string.Create(CultureInfo.InvariantCulture, $"nvme{order}n1")
            : isDisk || alias.BusType == "scsi" ? DiskName(order)
            : PciName(address ?? "") ?? string.Create(CultureInfo.InvariantCulture, $"eno{order + 1}");
        return new(kernelName, address is null ? null : BusAddress.Create(alias.BusType, address).ToString(), alias.Size is { } text ? SizeIn(text, size) : size, alias);
    }

    private static string DiskName(int order) => order < 26 ? $"sd{(char)('a' + order)}" : $"sda{(char)('a' + (order % 26))}";

    private static long SizeIn(string text, long needed) => DiskSize.Parse(text) is not { } range ? needed
        : (long)Math.Clamp(range.Most == decimal.MaxValue || range.Least == 0 ? needed : (range.Least + range.Most) / 2, range.Least, Math.Min(range.Most, long.MaxValue));

    private static string? GetId(DeviceAlias alias) =>
        alias.Paths.FirstOrDefault(p => p.StartsWith(ById, StringComparison.Ordinal)) is { } path ? Plain(path)[ById.Length..]
        : alias.Wwns is [var wwn, ..] && WwnNumber.Parse(wwn) is { } number ? $"wwn-{number}" : null;

    /// <summary>A mark as it may be on a device: any text may be none.</summary>
    private static string Plain(string mark) => mark.Replace("*", "", StringComparison.Ordinal);

    /// <summary>enp94s0f1 for 0000:5e:00.1, as the kernel names NICs by their slot.</summary>
    private static string? PciName(string address)
    {
        var match = PciAddress().Match(BusAddress.NormalizePci(address) ?? "");
        if (!match.Success)
            return null;
        int Part(string name) => int.Parse(match.Groups[name].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var function = Part("function");
        return string.Create(CultureInfo.InvariantCulture, $"enp{Part("bus")}s{Part("slot")}{(function > 0 ? $"f{function}" : "")}");
    }

    // A disk that is only a member of a RAID has no design of its own.
    private static StorageDevice GetDesign(DrydockNode node, string name) =>
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

    [GeneratedRegex("^[0-9a-f]{4,8}:(?<bus>[0-9a-f]{2}):(?<slot>[0-9a-f]{2})\\.(?<function>[0-7])$", RegexOptions.IgnoreCase)]
    private static partial Regex PciAddress();
}
