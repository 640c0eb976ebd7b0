using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Observe;

/// <summary>Real device names for the aliases of a hardware profile, found by bus address in what lshw saw at commissioning.</summary>
internal sealed class DeviceNames
{
    private static readonly TimeSpan ExpressionLimit = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>No aliases: every name stands for itself.</summary>
    public static DeviceNames None { get; } = new();

    /// <summary>
    /// Finds the aliases' devices; an alias that lshw does not know stands for itself. Of devices that share a bus address, such as two ports
    /// of one card, the first alias of that address has the first, the next the next.
    /// </summary>
    /// <param name="profile">The hardware profile; null for none.</param>
    /// <param name="lshw">What lshw saw when the machine was commissioned last.</param>
    /// <param name="machine">
    /// The machine as MAAS has it. A commissioning that keeps storage or network keeps MAAS's names of disks and NICs while lshw has new ones,
    /// so that a device goes by its serial number or MAC address where MAAS knows it.
    /// </param>
    public static DeviceNames Find(HardwareProfile? profile, string? lshw, Machine machine)
    {
        var names = new DeviceNames();
        if (profile is null || profile.DeviceAliases.Count == 0 || Parse(lshw) is not { } document)
            return names;

        var devices =
            document.Descendants("node").Where(n => n.Element("businfo") is not null && n.Element("logicalname") is not null).ToList();
        foreach (var sharing in profile.DeviceAliases.GroupBy(a => (a.BusType, a.Address)))
        {
            var matching = devices.Where(d => Matches(sharing.First(), d)).ToList();
            foreach (var (alias, index) in sharing.Select((a, i) => (a, i)))
            {
                if (matching.Count > 0)
                    names._names[alias.Alias] = NameOf(matching[Math.Min(index, matching.Count - 1)], machine);
            }
        }

        return names;
    }

    /// <summary>Every way in which aliases may stand for devices, no two for one.</summary>
    public static IEnumerable<DeviceNames> Assign(IReadOnlyList<string> aliases, IReadOnlyList<string> devices)
    {
        if (aliases.Count == 0)
            return [new DeviceNames()];
        return devices.SelectMany(device => Assign([.. aliases.Skip(1)], [.. devices.Where(d => d != device)])
            .Select(names => names.With(aliases[0], device)));
    }

    /// <summary>The device an alias or name stands for.</summary>
    public string Resolve(string aliasOrName) => _names.GetValueOrDefault(aliasOrName, aliasOrName);

    private DeviceNames With(string alias, string device)
    {
        _names[alias] = device;
        return this;
    }

    private static XDocument? Parse(string? lshw)
    {
        if (string.IsNullOrWhiteSpace(lshw))
            return null;
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(lshw), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader);
        }
        catch (XmlException)
        {
            // Commissioning output of a broken lshw: aliases then stand for themselves, as they do without any.
            return null;
        }
    }

    private static bool Matches(DeviceAlias alias, XElement device)
    {
        var businfo = device.Element("businfo")!.Value;
        const string Expression = "regexp:";
        if (!alias.Address.StartsWith(Expression, StringComparison.Ordinal))
            return businfo == $"{alias.BusType}@{alias.Address}";

        return IsNic(device)
            && Regex.IsMatch(
                businfo.Replace("pci@", "", StringComparison.Ordinal),
                $"^(?:{alias.Address[Expression.Length..]})",
                RegexOptions.CultureInvariant,
                ExpressionLimit);
    }

    /// <summary>MAAS's name of the device; lshw's where MAAS knows no serial number or MAC address of it, or several devices have one.</summary>
    private static string NameOf(XElement device, Machine machine)
    {
        var seen = LastPart(device.Element("logicalname")!.Value);
        var serial = device.Element("serial")?.Value.Trim();
        if (string.IsNullOrEmpty(serial))
            return seen;
        var known = (IsNic(device)
            ? machine.Interfaces.Where(i => i.Type == "physical" && Is(i.MacAddress, serial)).Select(i => i.Name)
            : machine.PhysicalBlockDevices.Where(d => Is(d.Serial, serial)).Select(d => d.Name)).ToList();
        return known is [var only] ? only : seen;
    }

    private static bool Is(string? known, string serial) => string.Equals(known?.Trim(), serial, StringComparison.OrdinalIgnoreCase);

    private static bool IsNic(XElement device) => device.Attribute("class")?.Value == "network";

    private static string LastPart(string path) => path[(path.LastIndexOf('/') + 1)..];
}
