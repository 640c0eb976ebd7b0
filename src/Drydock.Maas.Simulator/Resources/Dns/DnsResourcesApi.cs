using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Dns;

/// <summary><c>dnsresources/</c>: names with their addresses.</summary>
internal sealed class DnsResourcesApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "dnsresources/", null, List);
        router.Map("POST", "dnsresources/", null, Create, Access.Admin);
        router.Map("GET", "dnsresources/{id}/", null, call => ApiResponse.Json(Render(call, Find(call))));
        router.Map("PUT", "dnsresources/{id}/", null, Update);
        router.Map("DELETE", "dnsresources/{id}/", null, Delete);
    }

    private static ApiResponse List(ApiCall call)
    {
        var type = call.Query.Get("rrtype")?.ToUpperInvariant();
        var all = QueryFlag.Read(call.Query, "all");
        var (name, domain) = DnsNames.Read(call.State, call.Query, type);
        var found = call.State.DnsResources
            .Where(resource => (domain is null || resource.Domain == domain) && (name is null || resource.Name == name))
            .SelectMany(resource => type is null ? [resource] : call.State.DnsRecords
                .Where(record => record.Resource == resource && record.Type == type).Select(_ => resource))
            .OrderBy(resource => resource.Domain.Id).ThenBy(resource => resource.Name, StringComparer.Ordinal);
        return ApiResponse.Json(all
            ? DnsSynthesis.Weave(call, [.. found], domain, name, type)
            : ApiJson.List(found, resource => Render(call, resource)));
    }

    private static ApiResponse Create(ApiCall call)
    {
        var (name, domain) = DnsNames.Read(call.State, call.Form, "A");
        return ApiResponse.Json(Render(call, new DnsResourceForm(call, null, name, domain).Create()));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var (name, domain) = DnsNames.Read(call.State, call.Form, "A");
        var resource = Find(call);
        call.DemandPermission();
        new DnsResourceForm(call, resource, name, domain).ApplyTo(resource);
        call.State.DnsResources.Touch(resource);
        return ApiResponse.Json(Render(call, resource));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var resource = Find(call);
        call.DemandPermission();
        call.State.DnsResources.Remove(resource);
        call.State.DnsRecords.RemoveAll(record => record.Resource == resource);
        return ApiResponse.NoContent();
    }

    private static SimulatedDnsResource Find(ApiCall call) => SiteSpecifiers.DnsResources.Require(call.State, call.Route["id"]);

    public static JsonObject Render(ApiCall call, SimulatedDnsResource resource) => new()
    {
        ["address_ttl"] = resource.AddressTtl,
        ["fqdn"] = resource.Fqdn,
        ["resource_records"] = ApiJson.List(
            call.State.DnsRecords.Where(record => record.Resource == resource).OrderBy(record => record.Type, StringComparer.Ordinal),
            DnsRecordsApi.Render),
        ["id"] = resource.Id,
        ["ip_addresses"] = ApiJson.List(
            resource.Addresses.Select(address => AddressJson.All(call.State).First(entry => entry.Address.Equals(address))), entry => entry.Body),
        ["resource_uri"] = ApiJson.Uri($"dnsresources/{resource.Id}/"),
    };
}

/// <summary>The wanted state of a name with its addresses.</summary>
internal sealed class DnsResourceForm
{
    private const int LongestName = 191;

    private readonly ApiCall _call;
    private readonly string _name;
    private readonly SimulatedDomain? _domain;
    private readonly int? _ttl;
    private readonly List<IPAddress> _addresses;

    /// <exception cref="ApiException">400: a name cannot be so; 500: an address is none.</exception>
    public DnsResourceForm(ApiCall call, SimulatedDnsResource? current, string? name, SimulatedDomain? domain)
    {
        var errors = new FieldErrors(call.Form);
        _call = call;
        _name = name ?? current?.Name ?? "";
        _domain = domain ?? current?.Domain;
        if (_name.Length == 0)
            errors.Add("name", FieldErrors.Required);
        if (_domain is null)
            errors.Add("domain", FieldErrors.Required);
        errors.CheckLength("name", _name, LongestName);
        _ttl = call.Form.Get("address_ttl") switch
        {
            null => current?.AddressTtl,
            "" => null,
            _ => errors.Number("address_ttl", 0, 0, int.MaxValue),
        };
        var texts = AddressTexts(current);
        if (texts is not null && _name.Length == 0)
            throw new ApiException(ApiResponse.Text(500, "'name'"));
        if (texts is not null && !DnsNames.IsHost(_name))
            errors.Add("__all__", $"Invalid dnsresource name: {_name}.");
        else if (current is null && !errors.Any && DnsNames.Find(call.State, _name, _domain!, make: false) is not null)
            errors.Add("__all__", "Labels must be unique within their zone.");
        else if (current?.Addresses.Count > 0 && call.State.DnsRecords.Exists(record => record.Resource == current && record.Type == "CNAME"))
            errors.Add("__all__", "Cannot add address: CNAME present.");
        errors.ThrowIfAny();
        _addresses = [.. (texts ?? []).Select(Parse)];
    }

    public SimulatedDnsResource Create()
    {
        var added = Make();
        _call.State.DnsResources.Add(added);
        return added;
    }

    /// <summary>A new one that the server does not hold yet.</summary>
    public SimulatedDnsResource Make()
    {
        var made = new SimulatedDnsResource { Id = _call.State.Ids.Next("dnsresource"), Name = _name, Domain = _domain! };
        ApplyTo(made);
        return made;
    }

    /// <summary>Addresses nobody holds become the user's own, and stay so when the name has gone.</summary>
    public void ApplyTo(SimulatedDnsResource resource)
    {
        var state = _call.State;
        (resource.Name, resource.Domain, resource.AddressTtl) = (_name, _domain!, _ttl);
        resource.Addresses.Clear();
        foreach (var address in _addresses.Distinct())
        {
            if (!state.Addresses.IsAssigned(address))
                IPAddressesApi.Add(state, address, state.Addresses.BestSubnet(address), _call.SignedUser);
            resource.Addresses.Add(address);
        }
    }

    /// <summary>
    /// The addresses between blanks; null when a new name is given none. A form that does not mention those of a name keeps the last one only:
    /// MAAS fills in the list, and reads one value of it.
    /// </summary>
    private string[]? AddressTexts(SimulatedDnsResource? current)
    {
        if (_call.Form.EmptyLists.Contains("ip_addresses"))
            return [];
        if (_call.Form.Get("ip_addresses") is { } text)
            return text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return current?.Addresses.TakeLast(1).Select(address => address.ToString()).ToArray();
    }

    private IPAddress Parse(string text)
    {
        if (text.All(char.IsAsciiDigit))
            return _call.State.HeldAddresses.Find(held => Lookup.IsId(text, held.Id))?.Address
                ?? throw new ApiException(ApiResponse.DatabaseConflict());
        return IPAddress.TryParse(text, out var address)
            ? address
            : throw new ApiException(ApiResponse.Text(500, string.Create(CultureInfo.InvariantCulture, $"failed to detect a valid IP address from '{text}'")));
    }
}
