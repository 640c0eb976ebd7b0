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
