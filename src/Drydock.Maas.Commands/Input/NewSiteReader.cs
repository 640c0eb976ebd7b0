using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Drydock.Maas.Design.Creation;

namespace Drydock.Maas.Commands.Input;

/// <summary>Reads machines and networks of a site that is to be written out of rows: of a CSV, hashtables, or objects of any make.</summary>
internal static class NewSiteReader
{
    private static readonly char[] Separators = [',', ';', ' ', '\t'];

    /// <summary>A machine.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="MaasException">NameMissing.</exception>
    public static NewNode ReadNode(PSObject row)
    {
        var item = PlainObject.Unwrap(row);
        return new(
            item is string name ? name : RequireText(item, "node", "Name", "Hostname"),
            Find("Bmc", "BmcAddress", "Oob", "PowerAddress", "power_address", "Ipmi"),
            Find("Mac", "BootMac", "boot_mac", "MacAddress", "mac_address"),
            FindTexts(item, "Address", "Addresses", "IP", "IPAddress", "ip_address"),
            Find("Rack"));

        // A text has its name alone.
        string? Find(params string[] names) => item is string ? null : PlainObject.FindText(item, names);
    }

    /// <summary>A network.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="MaasException">NameMissing or CidrMissing.</exception>
    public static NewNetwork ReadNetwork(PSObject row)
    {
        var item = PlainObject.Unwrap(row);
        var dhcp = PlainObject.FindText(item, "Dhcp", "Range")?.Split('-', 2);
        return new(RequireText(item, "network", "Name"), RequireText(item, "network", "Cidr", "Subnet"))
        {
            Vlan = PlainObject.FindText(item, "Vlan", "Vid") is { } tag and not "0" ? tag : null,
            Gateway = PlainObject.FindText(item, "Gateway", "gateway_ip"),
            DnsServers = FindTexts(item, "Dns", "DnsServers", "dns_servers"),
            Domain = PlainObject.FindText(item, "Domain"),
            Mtu = PlainObject.FindText(item, "Mtu") is { } text ? ReadNumber(item, text) : null,
            DhcpStart = dhcp?[0].Trim() ?? PlainObject.FindText(item, "DhcpStart"),
            DhcpEnd = dhcp is [_, var end] ? end.Trim() : PlainObject.FindText(item, "DhcpEnd"),
        };
    }

    private static int ReadNumber(object? item, string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number : throw new MaasException(ErrorIds.InvalidNetwork, $"Mtu of network {PlainObject.FindText(item, "Name")} is \"{text}\", which is no number of bytes.");

    private static string RequireText(object? item, string kind, params string[] names)
    {
        foreach (var name in names)
        {
            if (PlainObject.FindText(item, name) is { } text)
                return text;
        }

        throw new MaasException(names[0] == "Cidr" ? ErrorIds.CidrMissing : ErrorIds.NameMissing, $"A {PlainObject.DescribeType(item)} is no {kind}: it has no property {names[0]}. A {kind} has {Describe(kind)}.");
    }

    private static string Describe(string kind) => kind == "node" ? "Name, and Bmc, Mac, Address and Rack as far as they are known" : "Name and Cidr, and Vlan, Gateway, Dns, Domain, Mtu and Dhcp as far as it has them";

    /// <summary>Several texts: a list, or one text parted by commas, semicolons or blanks.</summary>
    private static List<string> FindTexts(object? item, params string[] names)
    {
        foreach (var name in names)
        {
            if (FindList(item, name) is { Count: > 0 } list)
                return list;
        }

        return [];
    }

    private static List<string> FindList(object? item, string name)
    {
        var value = item switch
        {
            null or string => null,
            IDictionary table => table.Keys.Cast<object>().Where(k => string.Equals($"{k}", name, StringComparison.OrdinalIgnoreCase)).Select(k => table[k]).FirstOrDefault(),
            _ => PSObject.AsPSObject(item).Properties[name]?.Value,
        };
        return [.. PlainObject.Enumerate(value).SelectMany(v => $"{v}".Split(Separators, StringSplitOptions.RemoveEmptyEntries))];
    }
}
