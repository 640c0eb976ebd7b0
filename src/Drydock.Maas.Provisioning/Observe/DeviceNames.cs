using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Observe;

/// <summary>Real device names for the aliases of a hardware profile, found by bus address in what lshw saw at commissioning.</summary>
internal sealed class DeviceNames
{
    private static readonly TimeSpan ExpressionLimit = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>No aliases: every name stands for itself.</summary>
    public static DeviceNames None { get; } = new();

    /// <summary>Finds the aliases' devices; an alias that lshw does not know stands for itself.</summary>
    public static DeviceNames Find(HardwareProfile? profile, string? lshw)
    {
        var names = new DeviceNames();
        if (profile is null || profile.DeviceAliases.Count == 0 || Parse(lshw) is not { } document)
            return names;

        var devices =
            document.Descendants("node").Where(n => n.Element("businfo") is not null && n.Element("logicalname") is not null).ToList();
        foreach (var alias in profile.DeviceAliases)
        {
            var device = devices.FirstOrDefault(d => Matches(alias, d));
            if (device is not null)
                names._names[alias.Alias] = LastPart(device.Element("logicalname")!.Value);
        }

        return names;
    }

    /// <summary>The device an alias or name stands for.</summary>
    public string Resolve(string aliasOrName) => _names.GetValueOrDefault(aliasOrName, aliasOrName);

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

        return device.Attribute("class")?.Value == "network"
            && Regex.IsMatch(
                businfo.Replace("pci@", "", StringComparison.Ordinal),
                $"^(?:{alias.Address[Expression.Length..]})",
                RegexOptions.CultureInvariant,
                ExpressionLimit);
    }

    private static string LastPart(string path) => path[(path.LastIndexOf('/') + 1)..];
}
