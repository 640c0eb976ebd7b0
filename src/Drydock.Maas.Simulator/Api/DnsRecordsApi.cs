using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary><c>dnsresourcerecords/</c>: records of names that are not addresses.</summary>
internal sealed class DnsRecordsApi : IApiModule
{
    private static readonly string[] Required = ["rrtype", "rrdata"];

    private static readonly string[] Types = ["CNAME", "MX", "NS", "SRV", "SSHFP", "TXT"];

    public void Register(Router router)
    {
        router.Map("GET", "dnsresourcerecords/", null, List);
        router.Map("POST", "dnsresourcerecords/", null, Create, Access.Admin);
        router.Map("GET", "dnsresourcerecords/{id}/", null, call => ApiResponse.Json(Render(Find(call))));
        router.Map("PUT", "dnsresourcerecords/{id}/", null, Update, Access.Admin);
        router.Map("DELETE", "dnsresourcerecords/{id}/", null, Delete, Access.Admin);
    }

    public static JsonObject Render(SimulatedDnsRecord record) => new()
    {
        ["id"] = record.Id,
        ["fqdn"] = record.Resource.Fqdn,
        ["ttl"] = record.Ttl,
        ["rrtype"] = record.Type,
        ["rrdata"] = record.Data,
        ["resource_uri"] = SiteJson.Uri($"dnsresourcerecords/{record.Id}/"),
    };

    private static ApiResponse List(ApiCall call)
    {
        var domain = call.Query.Get("domain") is { } given ? FindDomain(call, given) : null;
        var (name, type) = (call.Query.Get("name"), call.Query.Get("rrtype"));
        return ApiResponse.Json(SiteJson.List(
            call.State.DnsRecords.Where(record => (domain is null || record.Resource.Domain == domain)
                && (name is null || record.Resource.Name == name) && (type is null || record.Type == type))
                .OrderBy(record => record.Resource.Domain.Id).ThenBy(record => record.Resource.Name, StringComparer.Ordinal),
            Render));
    }

    private static ApiResponse Create(ApiCall call)
    {
        foreach (var required in Required.Where(field => call.Form.Get(field) is null))
            throw new ApiException(ApiResponse.Text(400, required + " must be provided."));
        var (name, domain) = ReadName(call);
        var (type, data, ttl) = Read(call, null);
        var known = call.State.DnsResources.Find(resource => resource.Name == name && resource.Domain == domain);
        DnsRecordRules.CheckTogether(call.State, known, type);
        var record = new SimulatedDnsRecord
        {
            Id = call.State.Ids.Next("dnsdata"),
            Resource = known ?? Add(call.State, name, domain),
            Type = type,
            Data = data,
            Ttl = ttl,
        };
        call.State.DnsRecords.Add(record);
        return ApiResponse.Json(Render(record));
    }

    private static SimulatedDnsResource Add(SimulatorState state, string name, SimulatedDomain domain)
    {
        var resource = new SimulatedDnsResource
        {
            Id = state.Ids.Next("dnsresource"), Name = name, Domain = domain, Created = state.Now,
        };
        state.DnsResources.Add(resource);
        return resource;
    }

    private static ApiResponse Update(ApiCall call)
    {
        var record = Find(call);
        (record.Type, record.Data, record.Ttl) = Read(call, record);
        return ApiResponse.Json(Render(record));
    }

    /// <summary>A name without addresses and further records goes with its last record.</summary>
    private static ApiResponse Delete(ApiCall call)
    {
        var record = Find(call);
        call.State.DnsRecords.Remove(record);
        if (record.Resource.Addresses.Count == 0 && !call.State.DnsRecords.Exists(other => other.Resource == record.Resource))
            call.State.DnsResources.Remove(record.Resource);
        return ApiResponse.NoContent();
    }

    private static (string Type, string Data, int? Ttl) Read(ApiCall call, SimulatedDnsRecord? current)
    {
        var errors = new FieldErrors(call.Form);
        var type = (call.Form.Get("rrtype") ?? current?.Type ?? "").ToUpperInvariant();
        var data = call.Form.Get("rrdata") ?? current?.Data ?? "";
        foreach (var (field, _) in new[] { ("rrtype", type), ("rrdata", data) }.Where(pair => pair.Item2.Length == 0))
            errors.Add(field, FieldErrors.Required);
        if (type.Length > 0 && !Types.Contains(type))
            errors.Add("rrtype", $"{type} is not one of {string.Join(" ", Types)}.");
        else if (data.Length > 0 && DnsRecordRules.Problem(type, data) is { } problem)
            errors.Add("__all__", problem);
        var ttl = call.Form.Get("ttl") is { Length: > 0 } ? errors.Number("ttl", 0, 0, int.MaxValue) : current?.Ttl;
        errors.ThrowIfAny();
        return (type, data, ttl);
    }

    private static (string Name, SimulatedDomain Domain) ReadName(ApiCall call)
    {
        if (call.Form.Get("name") is { Length: > 0 } name && call.Form.Get("domain") is { Length: > 0 } given)
            return (name, FindDomain(call, given));
        var fqdn = call.Form.Has("name") || call.Form.Has("domain") ? null : call.Form.Get("fqdn");
        var domain = call.State.Domains.Where(known => fqdn?.EndsWith('.' + known.Name, StringComparison.Ordinal) == true)
            .MaxBy(known => known.Name.Length);
        return domain is not null
            ? (fqdn![..^(domain.Name.Length + 1)], domain)
            : throw new ApiException(ApiResponse.Text(400, "Either name and domain (or fqdn) must be specified"));
    }

    private static SimulatedDomain FindDomain(ApiCall call, string given) =>
        call.State.Domains.Find(domain => Lookup.Matches(given, domain.Id, domain.Name)) ?? throw Lookup.Missing("Domain");

    private static SimulatedDnsRecord Find(ApiCall call) => Lookup.ById(call, call.State.DnsRecords, record => record.Id, "DNSData");
}
