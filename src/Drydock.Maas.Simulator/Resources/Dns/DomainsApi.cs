using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Dns;

/// <summary><c>domains/</c>.</summary>
internal sealed partial class DomainsApi : IApiModule
{
    private const int MaximumTtl = 604800;
    private const int LongestName = 256;

    public void Register(Router router)
    {
        router.Map(
            "GET",
            "domains/",
            null,
            call => ApiResponse.Json(ApiJson.List(call.State.Domains, domain => Render(call.State, domain))));
        router.Map("POST", "domains/", null, Create, Access.Admin);
        router.Map("GET", "domains/{id}/", null, call => Answer(call, Find(call)));
        router.Map("PUT", "domains/{id}/", null, Update);
        router.Map("DELETE", "domains/{id}/", null, Delete);
        router.Map("POST", "domains/{id}/", "set_default", SetDefault);
        router.Map("POST", "domains/", "set_serial", SetSerial, Access.Admin);
    }

    public static JsonObject Render(SimulatorState state, SimulatedDomain domain) => new()
    {
        ["authoritative"] = domain.Authoritative,
        ["ttl"] = domain.Ttl,
        ["name"] = domain.Name,
        ["is_default"] = domain.IsDefault,
        ["id"] = domain.Id,
        ["resource_record_count"] = CountAddresses(state, domain) + state.DnsRecords.Count(record => record.Resource.Domain == domain),
        ["resource_uri"] = ApiJson.Uri($"domains/{domain.Id}/"),
    };

    private static int CountAddresses(SimulatorState state, SimulatedDomain domain)
    {
        var addresses = state.DnsResources.Where(resource => resource.Domain == domain).SelectMany(resource => resource.Addresses);
        return state.Rules.CountsSharedAddressesOnce ? addresses.Distinct().Count() : addresses.Count();
    }

    private static ApiResponse Answer(ApiCall call, SimulatedDomain domain) => ApiResponse.Json(Render(call.State, domain));

    private static ApiResponse Create(ApiCall call)
    {
        var (name, authoritative, ttl) = Read(call, null);
        var domain = new SimulatedDomain { Id = call.State.Ids.Next("domain"), Name = name, Ttl = ttl, Authoritative = authoritative };
        call.State.Domains.Add(domain);
        TakeOver(call.State, domain);
        return Answer(call, domain);
    }

    private static ApiResponse Update(ApiCall call)
    {
        var domain = Find(call);
        call.DemandPermission();
        (domain.Name, domain.Authoritative, domain.Ttl) = Read(call, domain);
        call.State.Domains.Touch(domain);
        TakeOver(call.State, domain);
        return Answer(call, domain);
    }

    /// <summary>A name of the domain above that is the domain's own becomes the top of the domain.</summary>
    private static void TakeOver(SimulatorState state, SimulatedDomain domain)
    {
        var parts = domain.Name.Split('.', 2);
        if (parts.Length < 2 || state.Domains.Find(other => other.Name == parts[1]) is not { } parent)
            return;
        foreach (var resource in state.DnsResources.FindAll(resource => resource.Domain == parent && resource.Name == parts[0]))
            (resource.Name, resource.Domain) = ("@", domain);
    }

    private static ApiResponse SetDefault(ApiCall call)
    {
        var chosen = Find(call);
        call.DemandPermission();
        foreach (var domain in call.State.Domains)
            domain.IsDefault = domain == chosen;
        return Answer(call, chosen);
    }

    /// <summary>There are no zones to write, so a good number is all there is to it.</summary>
    private static ApiResponse SetSerial(ApiCall call)
    {
        if (call.Form.Get("serial") is not { } text)
            return ApiResponse.Invalid("serial", "Missing parameter");
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var serial))
            return ApiResponse.Invalid("serial", "Expected a serial number");
        if (serial < 0)
            return ApiResponse.Text(500, $"RESTART value ({serial}) cannot be less than MINVALUE (1)\n");
        return serial is 0 or > uint.MaxValue
            ? ApiResponse.Invalid("serial", $"Expected a serial number between 1 and {uint.MaxValue}")
            : ApiResponse.Json(null);
    }

    /// <summary>What is in use stays: machines hold their domain, and so do names.</summary>
    private static ApiResponse Delete(ApiCall call)
    {
        var domain = Find(call);
        call.DemandPermission();
        if (domain.IsDefault)
            return ApiResponse.Text(400, "This domain is the default domain, it cannot be deleted.");
        var nodes = call.State.Nodes.Where(node => node.Domain == domain).Select(node => $"<Node: {node.SystemId} ({node.Hostname})>").ToList();
        var names = call.State.DnsResources.Where(name => name.Domain == domain).Select(name => $"<DNSResource: name={name.Name}>").ToList();
        var kinds = new[] { (nodes, "'Node.domain'"), (names, "'DNSResource.domain'") }.Where(kind => kind.Item1.Count > 0).Select(kind => kind.Item2);
        if (nodes.Count + names.Count > 0)
            return ApiResponse.Text(
                500,
                "(\"Cannot delete some instances of model 'Domain' because they are referenced through protected foreign keys: "
                + $"{string.Join(", ", kinds)}.\", {{{string.Join(", ", nodes.Concat(names))}}})");
        call.State.Domains.Remove(domain);
        return ApiResponse.NoContent();
    }

    private static (string Name, bool Authoritative, int? Ttl) Read(ApiCall call, SimulatedDomain? current)
    {
        var errors = new FieldErrors(call.Form);
        var name = current is null || call.Form.Has("name") ? errors.Text("name") : current.Name;
        // The point at the end of a full name is no part of it.
        name = name.TrimEnd('.');
        if (name.Length > 0)
            CheckName(call.State, errors, name, current);
        var ttl = call.Form.Get("ttl") switch
        {
            null => current?.Ttl,
            "" => null,
            _ => (int?)errors.Number("ttl", 0, 1, MaximumTtl),
        };
        // Only these words count; all else is as if nothing had been said.
        var said = call.Form.Get("authoritative") is "true" or "True" or "2" ? true
            : call.Form.Get("authoritative") is "false" or "False" or "3" ? (bool?)false : null;
        if (call.Form.Get("forward_dns_servers") is { Length: > 0 } servers && !CheckServers(call, errors, servers, said, current))
            errors.Add("__all__", "a domain cannot be both authoritative and have forward dns servers");
        errors.ThrowIfAny();
        return (name, said ?? current?.Authoritative ?? true, ttl);
    }

    /// <summary>Whether a domain may have the servers to forward to, apart from their form.</summary>
    private static bool CheckServers(ApiCall call, FieldErrors errors, string servers, bool? said, SimulatedDomain? current)
    {
        var wrong = Separators().Split(servers).FirstOrDefault(server => !DomainRules.IsServer(server));
        if (wrong is not null)
            errors.Add("forward_dns_servers", $"Invalid IP and port combination: {wrong};please provide a list of space-separated IP addresses ");
        return call.State.Rules.WeighsForwardServers
            ? wrong is not null || !(said ?? current?.Authoritative ?? true)
            : call.Form.Get("authoritative") is { } text ? text.Length == 0 : current?.Authoritative != true;
    }

    private static void CheckName(SimulatorState state, FieldErrors errors, string name, SimulatedDomain? current)
    {
        var internalDomain = state.Config["maas_internal_domain"]?.ToString() ?? "";
        foreach (var problem in new[] { DomainRules.Problem(name, internalDomain), HostnameRules.DomainProblem(name) }.OfType<string>())
            errors.Add("name", problem);
        errors.CheckLength("name", name, LongestName);
        if (!errors.Has("name") && state.Domains.Exists(other => other != current && other.Name == name))
            errors.Add("name", "Domain with this Name already exists.");
    }

    [GeneratedRegex("[,\\s]+")]
    private static partial Regex Separators();

    private static SimulatedDomain Find(ApiCall call) => SiteSpecifiers.Domains.Require(call.State, call.Route["id"]);
}

/// <summary>The form of names of domains, and of the hosts that DNS records name.</summary>
internal static partial class DomainRules
{
    /// <summary>Why a text is no name of a domain; null when it is one.</summary>
    public static string? Problem(string name, string internalDomain)
    {
        if (name.Length > 255)
            return "Domain name length cannot exceed 255 characters.";
        if (!Valid().IsMatch(name))
            return Allowed().IsMatch(name) ? $"Invalid domain name: {name}." : "Domain name contains invalid characters.";
        return name == internalDomain ? "Domain name cannot duplicate maas internal domain name." : null;
    }

    /// <summary>An address, alone or with a port.</summary>
    public static bool IsServer(string text) => text.Contains('.', StringComparison.Ordinal) || text.StartsWith('[')
        ? IPEndPoint.TryParse(text, out _)
        : IPAddress.TryParse(text, out _);

    [GeneratedRegex("^([a-zA-Z0-9]([-a-zA-Z0-9]{0,62}[a-zA-Z0-9])?[.])*[a-zA-Z0-9]([-a-zA-Z0-9]{0,62}[a-zA-Z0-9])?[.]?$")]
    private static partial Regex Valid();

    [GeneratedRegex("^[a-zA-Z0-9.-]*$")]
    private static partial Regex Allowed();
}
