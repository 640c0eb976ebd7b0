using System.Globalization;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary><c>domains/</c>.</summary>
internal sealed partial class DomainsApi : IApiModule
{
    private const int MaximumTtl = 604800;

    public void Register(Router router)
    {
        router.Map(
            "GET",
            "domains/",
            null,
            call => ApiResponse.Json(SiteJson.List(call.State.Domains, domain => SiteJson.Domain(call.State, domain))));
        router.Map("POST", "domains/", null, Create, Access.Admin);
        router.Map("GET", "domains/{id}/", null, call => Answer(call, Find(call)));
        router.Map("PUT", "domains/{id}/", null, Update, Access.Admin);
        router.Map("DELETE", "domains/{id}/", null, Delete, Access.Admin);
        router.Map("POST", "domains/{id}/", "set_default", SetDefault, Access.Admin);
        router.Map("POST", "domains/", "set_serial", SetSerial, Access.Admin);
    }

    private static ApiResponse Answer(ApiCall call, SimulatedDomain domain) => ApiResponse.Json(SiteJson.Domain(call.State, domain));

    private static ApiResponse Create(ApiCall call)
    {
        var errors = new FieldErrors(call.Form);
        var name = errors.Text("name");
        if (!errors.Any)
            CheckName(call, errors, name, null);
        var ttl = ReadTtl(call.Form, errors, null);
        errors.ThrowIfAny();
        var domain = new SimulatedDomain
        {
            Id = call.State.Ids.Next("domain"), Name = name, Ttl = ttl, Authoritative = errors.Flag("authoritative", true),
        };
        call.State.Domains.Add(domain);
        return Answer(call, domain);
    }

    private static ApiResponse Update(ApiCall call)
    {
        var domain = Find(call);
        var errors = new FieldErrors(call.Form);
        var name = call.Form.Get("name") is { Length: > 0 } given ? given : domain.Name;
        if (name != domain.Name)
            CheckName(call, errors, name, domain);
        var ttl = ReadTtl(call.Form, errors, domain.Ttl);
        errors.ThrowIfAny();
        (domain.Name, domain.Ttl, domain.Authoritative) = (name, ttl, errors.Flag("authoritative", domain.Authoritative));
        return Answer(call, domain);
    }

    private static ApiResponse SetDefault(ApiCall call)
    {
        var chosen = Find(call);
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
        return serial is 0 or > int.MaxValue
            ? ApiResponse.Invalid("serial", $"Expected a serial number between 1 and {int.MaxValue}")
            : ApiResponse.Json(null);
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var domain = Find(call);
        if (domain.IsDefault)
            return ApiResponse.Text(400, "This domain is the default domain, it cannot be deleted.");
        if (call.State.Nodes.Exists(node => node.Domain == domain) || call.State.DnsResources.Exists(record => record.Domain == domain))
            return ApiResponse.DatabaseConflict();
        call.State.Domains.Remove(domain);
        return ApiResponse.NoContent();
    }

    private static void CheckName(ApiCall call, FieldErrors errors, string name, SimulatedDomain? self)
    {
        if (!ValidName().IsMatch(name))
        {
            errors.Add("name", "Domain name contains invalid characters.");
            errors.Add("name", $"Label contains disallowed characters: '{name.Split('.').First(label => !ValidName().IsMatch(label))}'.");
        }
        else if (call.State.Domains.Exists(other => other != self && other.Name == name))
        {
            errors.Add("name", "Domain with this Name already exists.");
        }
    }

    private static int? ReadTtl(ParameterSet form, FieldErrors errors, int? current) => form.Get("ttl") switch
    {
        null => current,
        "" => null,
        _ => errors.Number("ttl", 0, 1, MaximumTtl),
    };

    private static SimulatedDomain Find(ApiCall call) => Lookup.ById(call, call.State.Domains, domain => domain.Id, "Domain");

    [GeneratedRegex("^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$")]
    private static partial Regex ValidName();
}
