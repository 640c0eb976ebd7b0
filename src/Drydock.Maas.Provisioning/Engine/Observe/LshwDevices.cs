using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>Network interfaces and disks in what lshw saw at commissioning, by their bus addresses.</summary>
internal sealed partial class LshwDevices
{
    private readonly List<XElement> _nodes;

    private LshwDevices(IEnumerable<XElement> nodes) => _nodes = [.. nodes];

    /// <summary>Reads the XML; what is none has no devices, as the output of a broken lshw: its aliases then stand for themselves.</summary>
    public static LshwDevices Read(string? lshw)
    {
        if (string.IsNullOrWhiteSpace(lshw))
            return new([]);
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(lshw), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return new(XDocument.Load(reader).Descendants("node"));
        }
        catch (XmlException)
        {
            return new([]);
        }
    }

    /// <summary>The interfaces at an alias's address; of one that a bus of its own stands behind, as with virtio, the interface behind it.</summary>
    public IReadOnlyList<LshwDevice> FindNics(DeviceAlias alias) =>
        [.. At(alias).Where(IsNic).SelectMany(n => NicIn(n) is { } nic ? [nic] : n.Descendants("node").Where(IsNic).Select(NicIn)).OfType<LshwDevice>().DistinctBy(d => d.Name)];

    /// <summary>
    /// The disks at an alias's address, or behind the controller there: a namespace of NVMe and a virtual disk have the address of their
    /// controller, which lshw lists above them.
    /// </summary>
    public IReadOnlyList<LshwDevice> FindDisks(DeviceAlias alias) => alias.AddressExpression is not null ? []
        : [.. At(alias).SelectMany(n => DiskIn(n) is { } disk ? [disk] : n.Descendants("node").Select(DiskIn)).OfType<LshwDevice>().DistinctBy(d => d.Name)];

    private IEnumerable<XElement> At(DeviceAlias alias) => _nodes.Where(n => n.Element("businfo")?.Value is { } businfo && Matches(alias, businfo, n));

    private static bool Matches(DeviceAlias alias, string businfo, XElement node) => alias.AddressExpression is { } expression
        ? IsNic(node) && AddressExpression.FitsBeginning(expression, businfo.Replace("pci@", "", StringComparison.Ordinal))
        : BusAddress.Parse(businfo) == alias.Bus;

    private static bool IsNic(XElement node) => node.Attribute("class")?.Value == "network";

    private static LshwDevice? NicIn(XElement node) => Names(node).FirstOrDefault() is { } name ? new(name, Serial(node)) : null;

    // A namespace of NVMe is also a character device and a sensor to lshw, and a disk has the places where it is mounted among its names.
    private static LshwDevice? DiskIn(XElement node) =>
        !IsNic(node) && Names(node).FirstOrDefault(n => DiskName().IsMatch(n)) is { } name ? new(name, Serial(node)) : null;

    private static IEnumerable<string> Names(XElement node) => node.Elements("logicalname").Select(l => l.Value[(l.Value.LastIndexOf('/') + 1)..].Trim());

    private static string? Serial(XElement node) => node.Element("serial")?.Value.Trim() is { Length: > 0 } serial ? serial : null;

    [GeneratedRegex(@"\A([shv]d[a-z]+|xvd[a-z]+|nvme\d+n\d+|mmcblk\d+|pmem\d+|dasd[a-z]+|dm-\d+|md\d+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex DiskName();
}

/// <summary>A device as lshw saw it.</summary>
/// <param name="Name">The kernel's name for it then.</param>
/// <param name="Serial">Its serial number; of a NIC its MAC address.</param>
internal sealed record LshwDevice(string Name, string? Serial)
{
    /// <summary>Whether it is a namespace of an NVMe controller, of which the first is meant where nothing else is said.</summary>
    public bool IsNvme => Name.StartsWith("nvme", StringComparison.Ordinal);
}
