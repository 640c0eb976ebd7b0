using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Dns;

/// <summary>The names that MAAS makes by itself: of nodes, of their interfaces, of reserved addresses. They stand beside those of users with <c>all</c>.</summary>
internal static partial class DnsSynthesis
{
    private static readonly string[] Modes = ["static", "auto", "dhcp", "discovered"];

    /// <summary>The resources in the order of their domains, each domain begun by the names made for it.</summary>
    public static JsonArray Weave(ApiCall call, List<SimulatedDnsResource> resources, SimulatedDomain? domain, string? name, string? type)
    {
        var woven = new JsonArray();
        var open = domain is null ? call.State.Domains.ToList() : [domain];
        SimulatedDomain? last = null;
        foreach (var resource in resources)
        {
            if (resource.Domain != last && open.Remove(resource.Domain))
                Add(woven, call, resource.Domain, name, type);
            last = resource.Domain;
            woven.Add(DnsResourcesApi.Render(call, resource));
        }

        foreach (var left in open.OrderBy(left => left.Id))
            Add(woven, call, left, name, type);
        return woven;
    }

    private static void Add(JsonArray woven, ApiCall call, SimulatedDomain domain, string? name, string? type)
    {
        foreach (var entry in GetEntries(call.State, domain).GroupBy(entry => entry.Name))
        {
            // The name of the domain itself has nothing before the point.
            var first = entry.Key == "@" ? "" : entry.Key.Split('.')[0];
            var records = entry.Where(item => (type is null || item.Type == type) && (call.SignedUser.IsSuperuser || item.User is null || item.User == call.User));
            if ((name is not null && first != name) || !records.Any())
                continue;
            woven.Add(new JsonObject
            {
                ["address_ttl"] = null,
                ["fqdn"] = $"{first}.{domain.Name}",
                ["resource_records"] = ApiJson.List(records, item => item.Render(call.State)),
                ["id"] = -1,
                ["ip_addresses"] = null,
                ["resource_uri"] = ApiJson.Root + "dnsresources/-1/",
            });
        }
    }

    private static IEnumerable<Entry> GetEntries(SimulatorState state, SimulatedDomain domain)
    {
        var named = state.DnsResources.SelectMany(resource => resource.Addresses).ToHashSet();
        foreach (var resource in state.DnsResources.Where(resource => resource.Domain == domain))
        {
            foreach (var address in resource.Addresses)
                yield return new(resource.Name, address, null, GetHolder(state, address)) { Resource = resource };
        }

        foreach (var held in state.HeldAddresses.Where(held => domain.IsDefault && !named.Contains(held.Address)))
            yield return new(HostName(held.Address), held.Address, null, held.User);
        var ofNodes = state.Nodes.Where(node => node.Domain == domain).OrderBy(node => node.Hostname, StringComparer.Ordinal)
            .SelectMany(node => GetEntries(node, state.DnsResources.Exists(
                resource => resource.Domain == domain && resource.Name == node.Hostname && resource.Addresses.Count > 0))).ToList();
        // The names of the nodes come before those of their interfaces.
        foreach (var entry in ofNodes.OrderBy(entry => entry.Name != entry.Node!.Hostname))
            yield return entry;
    }

    private static SimulatedUser? GetHolder(SimulatorState state, IPAddress address) =>
        state.HeldAddresses.Find(held => held.Address.Equals(address))?.User;

    /// <summary>
    /// One address of each family is the node's: that of the boot interface, or of any other where there is none and no user has given the name addresses.
    /// The rest goes by the interfaces' names.
    /// </summary>
    private static IEnumerable<Entry> GetEntries(SimulatedNode node, bool isNamed)
    {
        var boot = (node as SimulatedMachine)?.BootInterface;
        var all = node.Interfaces.SelectMany(nic => nic.Links.Where(link => link.Address is not null).Select(link => (Nic: nic, Address: link.Address!, link.Mode)))
            .OrderBy(item => item.Nic.Id).ToList();
        if (all.Count == 0)
            all = [.. node.Interfaces.Where(nic => nic.Discovered is not null).Select(nic => (nic, nic.Discovered!.Value.Address, "discovered"))];
        var ofBoot = all.Where(item => IsBoot(item.Nic, boot)).ToList();
        var main = (ofBoot.Count > 0 || isNamed ? ofBoot : all)
            .OrderBy(item => Rank(item.Nic, boot)).ThenBy(item => Array.IndexOf(Modes, item.Mode)).ThenBy(item => item.Nic.Id)
            .GroupBy(item => item.Address.AddressFamily).OrderBy(family => family.Key).Select(family => family.First()).ToList();
        foreach (var item in main)
            yield return new(node.Hostname, item.Address, node, null);
        foreach (var item in all.Except(main))
            yield return new($"{HostName(item.Nic.Name)}.{node.Hostname}", item.Address, node, node.Owner);
    }

    private static bool IsBoot(SimulatedInterface nic, SimulatedInterface? boot) =>
        nic == boot || nic.Parents.Exists(parent => parent == boot || parent.Parents.Contains(boot!));

    private static int Rank(SimulatedInterface nic, SimulatedInterface? boot) => nic.Type switch
    {
        "bridge" when nic.Parents.Exists(parent => parent.Parents.Contains(boot!)) => 1,
        "bridge" when nic.Parents.Contains(boot!) => 2,
        "bond" when nic.Parents.Contains(boot!) => 3,
        "physical" when nic == boot => 4,
        "bond" => 5,
        "physical" => 6,
        "vlan" => 7,
        _ => 10,
    };

    private static string HostName(string nic) => Ends().Replace(nic.Replace('_', '-'), "");

    /// <summary>The address with hyphens; of an IPv6 one all eight parts are written.</summary>
    private static string HostName(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return address.ToString().Replace('.', '-');
        var octets = address.GetAddressBytes();
        return string.Join('-', Enumerable.Range(0, 8).Select(i => ((octets[2 * i] << 8) | octets[(2 * i) + 1]).ToString("x", CultureInfo.InvariantCulture)));
    }

    [GeneratedRegex("^[^a-zA-Z]+|[^a-zA-Z0-9]+$")]
    private static partial Regex Ends();

    private sealed record Entry(string Name, IPAddress Address, SimulatedNode? Node, SimulatedUser? User)
    {
        public SimulatedDnsResource? Resource { get; init; }

        public string Type => Address.AddressFamily == AddressFamily.InterNetworkV6 ? "AAAA" : "A";

        public JsonObject Render(SimulatorState state) => new()
        {
            ["system_id"] = Node?.SystemId,
            ["node_type"] = Node?.NodeType,
            ["user_id"] = User?.Id,
            ["dnsresource_id"] = Resource?.Id,
            ["ttl"] = Resource?.AddressTtl,
            ["rrtype"] = Type,
            ["rrdata"] = Address.ToString(),
            ["dnsdata_id"] = null,
        };
    }
}
