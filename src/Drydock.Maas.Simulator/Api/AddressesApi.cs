using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary><c>ipaddresses/</c>: addresses users reserve for themselves; and <c>dnsresources/</c>, which name them.</summary>
internal sealed class AddressesApi : IApiModule
{
    private const string Reserved = "user-reserved";

    public void Register(Router router)
    {
        router.Map("GET", "ipaddresses/", null, List);
        router.Map("POST", "ipaddresses/", "reserve", Reserve);
        router.Map("POST", "ipaddresses/", "release", Release);
        router.Map(
            "GET", "dnsresources/", null, call => ApiResponse.Json(SiteJson.List(call.State.DnsResources, record => Render(call, record))));
        router.Map("POST", "dnsresources/", null, CreateRecord, Access.Admin);
        router.Map("GET", "dnsresources/{id}/", null, call => ApiResponse.Json(Render(call, Find(call))));
        router.Map("PUT", "dnsresources/{id}/", null, UpdateRecord, Access.Admin);
        router.Map("DELETE", "dnsresources/{id}/", null, DeleteRecord, Access.Admin);
    }

    private static ApiResponse List(ApiCall call) => ApiResponse.Json(SiteJson.List(
        call.State.Addresses.Others.Where(other => other.Purpose == Reserved), other => Render(call, other.Address, call.State.Now)));

    private static ApiResponse Reserve(ApiCall call)
    {
        var subnet = Lookup.Subnet(call.State, call.Form.Get("subnet"));
        var text = call.Form.Get("ip") ?? call.Form.Get("ip_address");
        if (text is null && subnet is null)
            return ApiResponse.Text(400, call.Form.Get("subnet") is { Length: > 0 } unknown
                ? $"Unable to identify subnet: {unknown}."
                : "Must supply either the 'subnet' or the 'ip' parameter.");
        if (text is not null && !IPAddress.TryParse(text, out _))
            return ApiResponse.BareInvalid("ip_address", "Enter a valid IPv4 or IPv6 address.");
        if (text is not null && !call.State.Subnets.Exists(known => known.Cidr.Contains(IPAddress.Parse(text))))
            return ApiResponse.Text(400, $"No known subnet for IP address: {text}.");
        var address = text is not null ? IPAddress.Parse(text) : call.State.Addresses.NextFree(subnet!);
        if (address is null)
            return ApiResponse.Unavailable("No more IPs available in subnet.") with { ContentType = ApiResponse.BareTextType };
        if (call.State.Addresses.IsAssigned(address))
            return ApiResponse.Text(404, $"The IP address {address} is already in use.");
        call.State.Addresses.Others.Add((address, Reserved));
        return ApiResponse.Json(Render(call, address, call.State.Now));
    }

    private static ApiResponse Release(ApiCall call)
    {
        var text = call.Form.Require("ip");
        var removed = call.State.Addresses.Others.RemoveAll(other => other.Purpose == Reserved && other.Address.ToString() == text);
        return removed > 0 ? ApiResponse.NoContent() : ApiResponse.Text(400, $"User reserved IP {text} does not exist.");
    }

    private static ApiResponse CreateRecord(ApiCall call)
    {
        var (name, domain) = Split(call);
        var record = new SimulatedDnsResource
        {
            Id = call.State.Ids.Next("dnsresource"),
            Name = name,
            Domain = domain,
            Created = call.State.Now,
        };
        SetAddresses(call, record);
        call.State.DnsResources.Add(record);
        return ApiResponse.Json(Render(call, record));
    }

    private static ApiResponse UpdateRecord(ApiCall call)
    {
        var record = Find(call);
        if (call.Form.Has("fqdn") || call.Form.Has("name") || call.Form.Has("domain"))
            (record.Name, record.Domain) = Split(call, record);
        if (call.Form.Has("ip_addresses"))
            SetAddresses(call, record);
        return ApiResponse.Json(Render(call, record));
    }

    private static void SetAddresses(ApiCall call, SimulatedDnsResource record)
    {
        var addresses = new List<IPAddress>();
        foreach (var text in new FieldErrors(call.Form).Values("ip_addresses", []))
        {
            if (!IPAddress.TryParse(text, out var address))
                throw new ApiException(ApiResponse.BareInvalid("ip_addresses", "Enter a valid IPv4 or IPv6 address."));
            addresses.Add(address);
        }

        call.State.Addresses.Others.RemoveAll(other => record.Addresses.Contains(other.Address));
        record.Addresses.Clear();
        record.Addresses.AddRange(addresses);
        call.State.Addresses.Others.AddRange(addresses.Select(address => (address, Reserved)));
    }

    /// <summary>A name comes whole, or as name and domain.</summary>
    private static (string Name, SimulatedDomain Domain) Split(ApiCall call, SimulatedDnsResource? current = null)
    {
        if (!call.Form.Has("fqdn") && (call.Form.Has("name") || call.Form.Has("domain")))
        {
            var given = call.Form.Get("domain");
            var named = given is null ? current?.Domain : call.State.Domains.Find(domain => Lookup.Matches(given, domain.Id, domain.Name));
            return (call.Form.Get("name") ?? current?.Name ?? call.Form.Require("name"), named ?? throw Lookup.Missing("Domain"));
        }

        var fqdn = call.Form.Require("fqdn");
        var domain = call.State.Domains.Find(domain => fqdn.EndsWith('.' + domain.Name, StringComparison.Ordinal))
            ?? throw new ApiException(ApiResponse.BareInvalid("domain", FieldErrors.Required));
        return (fqdn[..^(domain.Name.Length + 1)], domain);
    }

    private static ApiResponse DeleteRecord(ApiCall call)
    {
        var record = Find(call);
        call.State.DnsResources.Remove(record);
        call.State.DnsRecords.RemoveAll(other => other.Resource == record);
        call.State.Addresses.Others.RemoveAll(other => record.Addresses.Contains(other.Address));
        return ApiResponse.NoContent();
    }

    private static SimulatedDnsResource Find(ApiCall call) =>
        Lookup.ById(call, call.State.DnsResources, record => record.Id, "DNSResource");

    private static JsonObject Render(ApiCall call, SimulatedDnsResource record) => new()
    {
        ["address_ttl"] = null,
        ["fqdn"] = record.Fqdn,
        ["resource_records"] = SiteJson.List(
            call.State.DnsRecords.Where(other => other.Resource == record).OrderBy(other => other.Type, StringComparer.Ordinal),
            DnsRecordsApi.Render),
        ["id"] = record.Id,
        ["ip_addresses"] = SiteJson.List(record.Addresses, address => Render(call, address, record.Created)),
        ["resource_uri"] = SiteJson.Uri($"dnsresources/{record.Id}/"),
    };

    private static JsonObject Render(ApiCall call, IPAddress address, DateTimeOffset created) => new()
    {
        ["created"] = created.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture),
        ["ip"] = address.ToString(),
        ["alloc_type"] = 4,
        ["alloc_type_name"] = "User reserved",
        ["subnet"] = SiteJson.Subnet(call.State.Subnets.Find(subnet => subnet.Cidr.Contains(address))),
        ["owner"] = UsersApi.Render(call.User),
        ["interface_set"] = new JsonArray(),
        ["resource_uri"] = SiteJson.Root + "ipaddresses/",
    };
}
