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
    public static NewNode ReadNode(PSObject row) => new(
        PlainObject.Unwrap(row) is string name ? name : RequireText(row, "node", "Name", "Hostname"),
        PlainObject.FindText(row, "Bmc", "BmcAddress", "Oob", "PowerAddress", "power_address", "Ipmi"),
        PlainObject.FindText(row, "Mac", "BootMac", "boot_mac", "MacAddress", "mac_address"),
        FindTexts(row, "Address", "Addresses", "IP", "IPAddress", "ip_address"),
        PlainObject.FindText(row, "Rack"));

    /// <summary>A network.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="MaasException">NameMissing or CidrMissing.</exception>
    public static NewNetwork ReadNetwork(PSObject row)
    {
        var dhcp = PlainObject.FindText(row, "Dhcp", "Range")?.Split('-', 2);
        return new(RequireText(row, "network", "Name"), RequireText(row, "network", "Cidr", "Subnet"))
        {
            Vlan = PlainObject.FindText(row, "Vlan", "Vid") is { } tag and not "0" ? tag : null,
            Gateway = PlainObject.FindText(row, "Gateway", "gateway_ip"),
            DnsServers = FindTexts(row, "Dns", "DnsServers", "dns_servers"),
            Domain = PlainObject.FindText(row, "Domain"),
            Mtu = PlainObject.FindText(row, "Mtu") is { } text ? ReadNumber(row, text) : null,
            DhcpStart = dhcp?[0].Trim() ?? PlainObject.FindText(row, "DhcpStart"),
            DhcpEnd = dhcp is [_, var end] ? end.Trim() : PlainObject.FindText(row, "DhcpEnd"),
        };
    }

    private static int ReadNumber(PSObject row, string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number : throw new MaasException("InvalidNetwork", $"Mtu of network {PlainObject.FindText(row, "Name")} is \"{text}\", which is no number of bytes.");

    private static string RequireText(PSObject row, string kind, params string[] names)
    {
        foreach (var name in names)
        {
            if (PlainObject.FindText(PlainObject.Unwrap(row), name) is { } text)
                return text;
        }

        throw new MaasException(names[0] == "Cidr" ? "CidrMissing" : "NameMissing", $"A {PlainObject.DescribeType(PlainObject.Unwrap(row))} is no {kind}: it has no property {names[0]}. A {kind} has {Describe(kind)}.");
    }

    private static string Describe(string kind) => kind == "node" ? "Name, and Bmc, Mac, Address and Rack as far as they are known" : "Name and Cidr, and Vlan, Gateway, Dns, Domain, Mtu and Dhcp as far as it has them";

    /// <summary>Several texts: a list, or one text parted by commas, semicolons or blanks.</summary>
    private static List<string> FindTexts(PSObject row, params string[] names)
    {
        foreach (var name in names)
        {
            if (FindList(row, name) is { Count: > 0 } list)
                return list;
        }

        return [];
    }

    private static List<string> FindList(PSObject row, string name)
    {
        var value = PlainObject.Unwrap(row) is IDictionary table
            ? table.Keys.Cast<object>().Where(k => string.Equals($"{k}", name, StringComparison.OrdinalIgnoreCase)).Select(k => table[k]).FirstOrDefault()
            : row.Properties[name]?.Value;
        return [.. PlainObject.Enumerate(value).SelectMany(v => $"{v}".Split(Separators, StringSplitOptions.RemoveEmptyEntries))];
    }
}
