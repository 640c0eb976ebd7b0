using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
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

/// <summary>The parts of each type of DNS record, and the types that may stand side by side.</summary>
internal static partial class DnsRecordRules
{
    private const string Alone = "CNAME records for a name cannot coexist with non-CNAME records.";

    private const string BadMx = "Invalid MX: Should be '<preference> <server>'. Range for preference is 0-65535.";

    private const string BadSrv =
        "Invalid SRV: Should be '<priority> <weight> <port> <server>'. Range for priority, weight, and port are 0-65536.";

    /// <summary>What is wrong with the data of a record; null for nothing.</summary>
    public static string? Problem(string type, string data, string internalDomain) => type switch
    {
        "CNAME" => Cname().IsMatch(data) ? null : "Invalid CNAME: Should be '<server>'.",
        "MX" => Numbers(Mx().Match(data), 1) ? DomainRules.Problem(Mx().Match(data).Groups["host"].Value, internalDomain) : BadMx,
        "NS" => DomainRules.Problem(data, internalDomain),
        "SRV" => Numbers(Srv().Match(data), 3) ? HostProblem(Srv().Match(data).Groups["host"].Value, internalDomain) : BadSrv,
        "SSHFP" => Sshfp().IsMatch(data) ? null : "Invalid SSHFP: Should be '<algorithm> <fptype> <fingerprint>'.",
        _ => null,
    };

    /// <summary>Why a new record cannot stand on its name; null where it can. A CNAME stands alone.</summary>
    public static string? Conflict(SimulatorState state, SimulatedDnsResource? resource, string type)
    {
        var beside = state.DnsRecords.Where(record => record.Resource == resource).ToList();
        var hasAlias = beside.Exists(record => record.Type == "CNAME");
        if (type != "CNAME")
            return hasAlias ? Alone : null;
        if (beside.Exists(record => record.Type != "CNAME") || resource?.Addresses.Count > 0)
            return Alone;
        return hasAlias ? "Only one CNAME can be associated with a name." : null;
    }

    /// <summary>MAAS only writes into its log that records of a name and type live differently long, but fails to where one has no time of its own.</summary>
    public static void CompareTtl(SimulatorState state, SimulatedDnsResource? resource, string type, int? ttl)
    {
        var other = state.DnsRecords.Find(record => record.Resource == resource && record.Type == type && record.Ttl != ttl);
        if (other is not null && (ttl is null || other.Ttl is null))
            throw new ApiException(ApiResponse.Text(500, "%d format: a real number is required, not NoneType"));
    }

    private static string? HostProblem(string host, string internalDomain) => host == "." ? null : DomainRules.Problem(host, internalDomain);

    private static bool Numbers(Match match, int count) => match.Success && Enumerable.Range(1, count)
        .All(index => ushort.TryParse(match.Groups[index].Value, NumberStyles.None, CultureInfo.InvariantCulture, out _));

    [GeneratedRegex("^([_a-zA-Z0-9]([-_a-zA-Z0-9]{0,62}[_a-zA-Z0-9])?\\.)*[_a-zA-Z0-9]([-_a-zA-Z0-9]{0,62}[_a-zA-Z0-9])?\\.?$")]
    private static partial Regex Cname();

    [GeneratedRegex("^([0-9]+)\\s+(?<host>.+)$")]
    private static partial Regex Mx();

    [GeneratedRegex("^([0-9]+)\\s+([0-9]+)\\s+([0-9]+)\\s+(?<host>.*)")]
    private static partial Regex Srv();

    [GeneratedRegex("^[0-9]+\\s+[0-9]+\\s+.*$")]
    private static partial Regex Sshfp();
}
