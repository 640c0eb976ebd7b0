using System.Net;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources;

/// <summary>The ways in which objects of a site are named.</summary>
internal static class SiteSpecifiers
{
    private const string Undefined = "undefined";

    public static readonly Specifiers<SimulatedFabric> Fabrics = CreateSpecifiers(
        "Fabric", state => state.Fabrics, fabric => fabric.Id, fabric => fabric.Name, ("class", Same<SimulatedFabric>(fabric => fabric.ClassType)));

    public static readonly Specifiers<SimulatedSpace> Spaces = CreateSpecifiers(
        "Space", state => state.Spaces, space => space.Id, space => space.Name, ("subnet", SpaceOfSubnet));

    public static readonly Specifiers<SimulatedDomain> Domains = CreateSpecifiers(
        "Domain", state => state.Domains, domain => domain.Id, domain => domain.Name, ("id", Identified<SimulatedDomain>(domain => domain.Id)));

    public static readonly Specifiers<SimulatedPool> Pools = CreateSpecifiers(
        "ResourcePool", state => state.Pools, pool => pool.Id, pool => pool.Name, ("id", Identified<SimulatedPool>(pool => pool.Id)));

    public static readonly Specifiers<SimulatedPackageRepository> PackageRepositories = CreateSpecifiers(
        "PackageRepository",
        state => state.PackageRepositories,
        repository => repository.Id,
        repository => repository.Name,
        ("id", Identified<SimulatedPackageRepository>(repository => repository.Id)));

    public static readonly Specifiers<SimulatedDhcpSnippet> DhcpSnippets = CreateSpecifiers(
        "DHCPSnippet",
        state => state.DhcpSnippets,
        snippet => snippet.Id,
        snippet => snippet.Name,
        ("id", Identified<SimulatedDhcpSnippet>(snippet => snippet.Id)));

    public static readonly Specifiers<SimulatedDnsResource> DnsResources = CreateSpecifiers(
        "DNSResource", state => state.DnsResources, resource => resource.Id, resource => resource.Name, ("domain", ResourceOfDomain));

    public static readonly Specifiers<SimulatedDnsRecord> DnsRecords = CreateSpecifiers(
        "DNSData", state => state.DnsRecords, record => record.Id, Nameless<SimulatedDnsRecord>("created, dnsresource, dnsresource_id, id, rrdata, rrtype, ttl, updated"));

    public static readonly Specifiers<SimulatedIPRange> IPRanges = CreateSpecifiers(
        "IPRange",
        state => state.IPRanges,
        range => range.Id,
        Nameless<SimulatedIPRange>("comment, created, dhcpsnippet, end_ip, id, start_ip, subnet, subnet_id, type, updated, user, user_id"),
        ("type", Same<SimulatedIPRange>(range => range.Type)),
        ("start_ip", Same<SimulatedIPRange>(range => range.Start.ToString())),
        ("end_ip", Same<SimulatedIPRange>(range => range.End.ToString())));

    public static readonly Specifiers<SimulatedReservedIP> ReservedIPs = CreateSpecifiers(
        "ReservedIP",
        state => state.ReservedIPs,
        reserved => reserved.Id,
        Nameless<SimulatedReservedIP>("comment, created, id, ip, mac_address, subnet, subnet_id, updated"));

    public static readonly Specifiers<SimulatedVlan> Vlans = new(
        "VLAN",
        state => state.Vlans,
        (_, text) => text == "untagged" ? vlan => vlan.Vid == 0
            : IntegerText.Parse(text) is { } vid ? MatchVid(vid) : vlan => vlan.Name == text,
        new Dictionary<string, Func<SimulatorState, string, Predicate<SimulatedVlan>>>(StringComparer.Ordinal)
        {
            ["id"] = Identified<SimulatedVlan>(vlan => vlan.Id),
            ["name"] = Same<SimulatedVlan>(vlan => vlan.Name),
            ["vid"] = (_, text) => MatchVid(GetVid(text)),
            ["fabric"] = (state, text) => Among(Fabrics!.FindAll(state, text), (SimulatedVlan vlan) => vlan.Fabric),
            ["space"] = (state, text) => Among(Spaces!.FindAll(state, text), (SimulatedVlan vlan) => vlan.Space),
            ["subnet"] = (state, text) => Among(Subnets!.FindAll(state, text).Select(subnet => subnet.Vlan), (SimulatedVlan vlan) => vlan),
        });

    public static readonly Specifiers<SimulatedSubnet> Subnets = new(
        "Subnet",
        state => state.Subnets,
        (_, text) => GetSubnet(text),
        new Dictionary<string, Func<SimulatorState, string, Predicate<SimulatedSubnet>>>(StringComparer.Ordinal)
        {
            ["id"] = (_, text) => IntegerText.Parse(text) is { } id
                ? subnet => subnet.Id == id
                : throw new ApiException(ApiResponse.Text(400, "Subnet ID must be numeric.")),
            ["name"] = Same<SimulatedSubnet>(subnet => subnet.Name),
            ["cidr"] = (_, text) => NetworkText.Parse(text) is { } cidr
                ? subnet => subnet.Cidr.Equals(cidr)
                : throw new ApiException(ApiResponse.Text(500, $"invalid IPNetwork {text}")),
            ["vid"] = (_, text) => GetVid(text) is >= 0 and < 4095 and var vid ? subnet => subnet.Vlan.Vid == vid : throw OutOfRange(),
            ["vlan"] = (state, text) => Among(Vlans.FindAll(state, text), (SimulatedSubnet subnet) => subnet.Vlan),
            ["fabric"] = (state, text) => Among(Fabrics.FindAll(state, text), (SimulatedSubnet subnet) => subnet.Vlan.Fabric),
            ["space"] = InSpace<SimulatedSubnet>(subnet => subnet.Vlan),
            ["ip"] = Containing,
        });

    /// <summary>Whether something stands on a VLAN of the space, or on one without.</summary>
    public static Func<SimulatorState, string, Predicate<T>> InSpace<T>(Func<T, SimulatedVlan?> vlanOf) => (state, text) =>
    {
        var space = text == Undefined ? null : Spaces.Require(state, text);
        return item => vlanOf(item) is { } vlan && vlan.Space == space;
    };

    public static Func<SimulatorState, string, Predicate<T>> Same<T>(Func<T, string?> valueOf) => (_, text) => item => valueOf(item) == text;

    private static Specifiers<T> CreateSpecifiers<T>(
        string kind,
        Func<SimulatorState, IEnumerable<T>> all,
        Func<T, int> id,
        Func<T, string> name,
        params (string Aspect, Func<SimulatorState, string, Predicate<T>> Test)[] further)
        where T : class => CreateSpecifiers(kind, all, id, text => item => name(item) == text, further);

    private static Specifiers<T> CreateSpecifiers<T>(
        string kind,
        Func<SimulatorState, IEnumerable<T>> all,
        Func<T, int> id,
        Func<string, Predicate<T>> named,
        params (string Aspect, Func<SimulatorState, string, Predicate<T>> Test)[] further)
        where T : class
    {
        Specifiers<T>? made = null;
        made = new(
            kind,
            all,
            (_, text) => made!.Number(text) is { } number ? item => id(item) == number : named(text),
            further.Append(("name", (_, text) => named(text))).ToDictionary(aspect => aspect.Item1, aspect => aspect.Item2, StringComparer.Ordinal));
        return made;
    }

    /// <summary>What has no name cannot be asked for by name: the database says what it has.</summary>
    private static Func<string, Predicate<T>> Nameless<T>(string columns) => _ => throw new ApiException(
        ApiResponse.Text(500, $"Cannot resolve keyword 'name' into field. Choices are: {columns}"));

    private static Func<SimulatorState, string, Predicate<T>> Identified<T>(Func<T, int> id) => (_, text) =>
        IntegerText.Parse(text) is { } number
            ? item => id(item) == number
            : throw new ApiException(ApiResponse.Text(500, $"Field 'id' expected a number but got '{text}'."));

    private static Predicate<T> Among<T, TPart>(IEnumerable<TPart> found, Func<T, TPart?> partOf)
        where TPart : class
    {
        var wanted = found.ToHashSet();
        return item => partOf(item) is { } part && wanted.Contains(part);
    }

    private static Predicate<SimulatedVlan> MatchVid(int vid) => vid is >= 0 and < 4095 ? vlan => vlan.Vid == vid : throw OutOfRange();

    private static int GetVid(string text) => text.Equals("untagged", StringComparison.OrdinalIgnoreCase) ? 0 : IntegerText.Require(text);

    private static ApiException OutOfRange() => new(ApiResponse.Text(400, "VLAN tag (VID) out of range (0-4094; 0 for untagged.)"));

    private static Predicate<SimulatedSubnet> GetSubnet(string text) => Subnets!.Number(text) is { } id ? subnet => subnet.Id == id
        : NetworkText.Parse(text) is { } cidr ? subnet => subnet.Cidr.Equals(cidr) : subnet => subnet.Name == text;

    /// <summary>Every subnet the address lies in.</summary>
    private static Predicate<SimulatedSubnet> Containing(SimulatorState state, string text) => IPAddress.TryParse(text, out var address)
        ? subnet => subnet.Cidr.Contains(address)
        : throw new ApiException(ApiResponse.Text(500, $"failed to detect a valid IP address from '{text}'"));

    private static Predicate<SimulatedSpace> SpaceOfSubnet(SimulatorState state, string text) =>
        Among(Subnets.FindAll(state, text).Select(subnet => subnet.Vlan.Space).OfType<SimulatedSpace>(), (SimulatedSpace space) => space);

    private static Predicate<SimulatedDnsResource> ResourceOfDomain(SimulatorState state, string text) =>
        Among(Domains.FindAll(state, text), (SimulatedDnsResource resource) => resource.Domain);
}
