using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Tests.Observe;

/// <summary>Hardware profiles with aliases, and what lshw says of devices.</summary>
internal static class Lshw
{
    public static HardwareProfile Profile(params IReadOnlyList<(string Alias, string Address, string Bus)> aliases) =>
        new()
        {
            Name = "dell",
            DeviceAliases = [.. aliases.Select(a => new DeviceAlias { Alias = a.Alias, Address = a.Address, BusType = a.Bus })],
        };

    public static string Nic(string businfo, string name) => List(Node("network", businfo, name));

    public static string Disk(string businfo, string name) => List(Node("disk", businfo, name));

    public static string List(params IReadOnlyList<string> nodes) =>
        $"<?xml version=\"1.0\"?><list><node id=\"core\" class=\"bus\">{string.Concat(nodes)}</node></list>";

    public static string Node(string deviceClass, string businfo, string name, string? serial = null) =>
        $"<node class=\"{deviceClass}\"><businfo>{businfo}</businfo><logicalname>{name}</logicalname>"
        + $"{(serial is null ? "" : $"<serial>{serial}</serial>")}</node>";
}
