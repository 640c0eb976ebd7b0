using System.Text.Json;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>The holder of an address in words, by which somebody finds it in MAAS.</summary>
internal static class AddressHolder
{
    private const int Observed = 6;
    private const int UserReserved = 4;

    /// <summary>Whether nobody gave the address away: it was seen, or leased by a DHCP server, and ends with the lease.</summary>
    public static bool IsLease(SubnetAddress address) => address.AllocType == Observed;

    /// <summary>The holder, with what it has the address for.</summary>
    public static string Describe(SubnetAddress address)
    {
        if (address.Bmcs.Count > 0)
            return $"the power controller of {Join(address.Bmcs.SelectMany(b => b.Nodes).Select(Node))}";
        if (IsLease(address))
            return address.NodeSummary is { } seen ? $"{Describe(seen)}, which MAAS has seen with it (a lease of DHCP)" : "a lease of DHCP";
        if (address.NodeSummary is { } node)
            return Describe(node);
        if (Names(address) is { Count: > 0 } names)
            return $"DNS record {Join(names)}";
        return address.AllocType == UserReserved ? $"user {address.User}, who reserved it" : "something that MAAS does not name";
    }

    /// <summary>A few in words, the rest as their number.</summary>
    public static string DescribeAll(IReadOnlyList<SubnetAddress> addresses)
    {
        const int Some = 5;
        var shown = string.Join(", ", addresses.Take(Some).Select(a => $"{a.IPAddress} by {Describe(a)}"));
        return addresses.Count <= Some ? shown : FormattableString.Invariant($"{shown}, and {addresses.Count - Some} more");
    }

    private static string Describe(SubnetAddressNode node)
    {
        var kind = node.NodeType switch
        {
            0 => "machine",
            1 => "device",
            2 => "rack controller",
            3 => "region controller",
            4 => "region and rack controller",
            _ => "node",
        };
        return $"{kind} {Node(node)}{(string.IsNullOrEmpty(node.Via) ? "" : $" on {node.Via}")}";
    }

    private static string Node(SubnetAddressNode node) => $"{node.Hostname ?? node.Fqdn} ({node.SystemId})";

    private static IReadOnlyList<string> Names(SubnetAddress address) => address.DnsRecords is not { ValueKind: JsonValueKind.Array } records
        ? []
        : [.. records.EnumerateArray().Where(r => r.ValueKind == JsonValueKind.Object).Select(r => $"{Text(r, "name")}.{Text(r, "domain")}")];

    private static string Text(JsonElement record, string name) => record.TryGetProperty(name, out var value) ? value.ToString() : "";

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts.Distinct(StringComparer.Ordinal));
}
