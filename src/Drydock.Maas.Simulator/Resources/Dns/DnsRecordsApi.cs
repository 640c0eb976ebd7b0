using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Dns;

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
        router.Map("PUT", "dnsresourcerecords/{id}/", null, Update);
        router.Map("DELETE", "dnsresourcerecords/{id}/", null, Delete);
    }

    public static JsonObject Render(SimulatedDnsRecord record) => new()
    {
        ["id"] = record.Id,
        ["fqdn"] = record.Resource.Fqdn,
        ["ttl"] = record.Ttl,
        ["rrtype"] = record.Type,
        ["rrdata"] = record.Data,
        ["resource_uri"] = ApiJson.Uri($"dnsresourcerecords/{record.Id}/"),
    };

    private static ApiResponse List(ApiCall call)
    {
        var type = call.Query.Get("rrtype");
        var (name, domain) = DnsNames.Read(call.State, call.Query, type);
        return ApiResponse.Json(ApiJson.List(
            call.State.DnsRecords.Where(record => (domain is null || record.Resource.Domain == domain)
                && (name is null || record.Resource.Name == name) && (type is null || record.Type == type))
                .OrderBy(record => record.Resource.Domain.Id).ThenBy(record => record.Resource.Name, StringComparer.Ordinal),
            Render));
    }

    private static ApiResponse Create(ApiCall call)
    {
        foreach (var required in Required.Where(field => call.Form.Get(field) is null))
            throw new ApiException(ApiResponse.Text(400, required + " must be provided."));
        var (name, domain) = DnsNames.Read(call.State, call.Form, call.Form.Get("rrtype"));
        if (name is null || domain is null)
            return ApiResponse.Text(400, "Either name and domain (or fqdn) must be specified");
        var known = DnsNames.Find(call.State, name, domain, make: false);
        // The name is made first, so that its number is used up even where its record is refused.
        var made = known is null ? new DnsResourceForm(call, null, name, domain).Make() : null;
        var (type, data, ttl) = Read(call, null, known);
        if (made is not null)
            call.State.DnsResources.Add(made);
        var record = new SimulatedDnsRecord
        {
            Id = call.State.Ids.Next("dnsdata"),
            Resource = (known ?? made)!,
            Type = type,
            Data = data,
            Ttl = ttl,
        };
        call.State.DnsRecords.Add(record);
        return ApiResponse.Json(Render(record));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var record = Find(call);
        call.DemandPermission();
        (record.Type, record.Data, record.Ttl) = Read(call, record, record.Resource);
        call.State.DnsRecords.Touch(record);
        return ApiResponse.Json(Render(record));
    }

    /// <summary>A name without addresses and further records goes with its last record.</summary>
    private static ApiResponse Delete(ApiCall call)
    {
        var record = Find(call);
        call.DemandPermission();
        call.State.DnsRecords.Remove(record);
        if (record.Resource.Addresses.Count == 0 && !call.State.DnsRecords.Exists(other => other.Resource == record.Resource))
            call.State.DnsResources.Remove(record.Resource);
        return ApiResponse.NoContent();
    }

    private static (string Type, string Data, int? Ttl) Read(ApiCall call, SimulatedDnsRecord? current, SimulatedDnsResource? resource)
    {
        var errors = new FieldErrors(call.Form);
        var type = (call.Form.Get("rrtype") ?? current?.Type ?? "").Trim().ToUpperInvariant();
        var data = (call.Form.Get("rrdata") ?? current?.Data ?? "").Trim();
        foreach (var (field, _) in new[] { ("rrtype", type), ("rrdata", data) }.Where(pair => pair.Item2.Length == 0))
            errors.Add(field, FieldErrors.Required);
        errors.CheckLength("rrtype", type, 8);
        if (type.Length > 0 && !Types.Contains(type))
            errors.Add("rrtype", $"{type} is not one of {string.Join(" ", Types)}.");
        var problem = DnsRecordRules.Problem(type, data, call.State.Config["maas_internal_domain"]?.ToString() ?? "")
            ?? (current is null ? DnsRecordRules.Conflict(call.State, resource, type) : null);
        if (problem is not null)
            errors.Add("__all__", problem);
        var ttl = call.Form.Get("ttl") switch
        {
            null => current?.Ttl,
            "" => null,
            _ => (int?)errors.Number("ttl", 0, 0, int.MaxValue),
        };
        errors.ThrowIfAny();
        if (current is null)
            DnsRecordRules.CompareTtl(call.State, resource, type, ttl);
        return (type, data, ttl);
    }

    private static SimulatedDnsRecord Find(ApiCall call) => SiteSpecifiers.DnsRecords.Require(call.State, call.Route["id"]);
}
