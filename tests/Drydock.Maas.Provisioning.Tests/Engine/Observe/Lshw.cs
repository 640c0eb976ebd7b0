using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Tests.Engine.Observe;

/// <summary>Hardware profiles with aliases, and what lshw says of devices.</summary>
internal static class Lshw
{
    public static HardwareProfile Profile(params IReadOnlyList<(string Alias, string Address, string Bus)> aliases) =>
        Profile([.. aliases.Select(a => new DeviceAlias { Alias = a.Alias, Address = a.Address, BusType = a.Bus })]);

    public static HardwareProfile Profile(params IReadOnlyList<DeviceAlias> aliases) => new() { Name = "dell", DeviceAliases = aliases };

    /// <summary>A node that uses aliases, and names, for NICs and disks.</summary>
    public static DrydockNode Node(HardwareProfile? profile, IReadOnlyList<string> nics, params IReadOnlyList<string> disks) => new()
    {
        Name = "node1",
        HardwareProfile = profile,
        Interfaces = [new NodeInterface { Name = "bond0", Slaves = nics }],
        StorageDevices = [.. disks.Select(d => new StorageDevice { Name = d })],
    };

    public static string Nic(string businfo, string name) => List(Node("network", businfo, name));

    public static string Disk(string businfo, string name) => List(Node("disk", businfo, name));

    public static string List(params IReadOnlyList<string> nodes) =>
        $"<?xml version=\"1.0\"?><list><node id=\"core\" class=\"bus\">{string.Concat(nodes)}</node></list>";

    public static string Node(string deviceClass, string businfo, string name, string? serial = null, params IReadOnlyList<string> inner) =>
        $"<node class=\"{deviceClass}\"><businfo>{businfo}</businfo>{(name.Length == 0 ? "" : $"<logicalname>{name}</logicalname>")}"
        + $"{(serial is null ? "" : $"<serial>{serial}</serial>")}{string.Concat(inner)}</node>";
}
