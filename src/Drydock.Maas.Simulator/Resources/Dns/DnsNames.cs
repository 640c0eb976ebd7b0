using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Dns;

/// <summary>Full names, taken apart into the part before the domain, and the domain.</summary>
internal static partial class DnsNames
{
    private const string Label = "[a-zA-Z0-9]([-a-zA-Z0-9]{0,62}[a-zA-Z0-9]){0,1}";
    private const string ServiceLabel = "_[a-zA-Z0-9]([-a-zA-Z0-9]{0,62}[a-zA-Z0-9]){0,1}";
    private const string DomainName = "(" + Label + "[.])*" + Label + "[.]?";

    // The dots between the parts are MAAS's: any character stands for one.
    private const string Service = ServiceLabel + "." + ServiceLabel + "(." + Label + ")?";

    private static readonly string[] Special = ["", "@", "*"];

    /// <summary>The name and its domain from a form or a query: both, or one full name; either may be missing.</summary>
    public static (string? Name, SimulatedDomain? Domain) Read(SimulatorState state, ParameterSet given, string? type)
    {
        var (name, domain) = (given.Get("name"), given.Get("domain"));
        if (name is null && domain is null && given.Get("fqdn") is { } fqdn)
            (name, domain) = Split(state, fqdn, type);
        return (name, domain is null ? null : Domain(state, domain));
    }

    /// <summary>A domain by number, or else by name and nothing but that.</summary>
    public static SimulatedDomain Domain(SimulatorState state, string text) =>
        SiteSpecifiers.Domains.Require(state, text.Length > 0 && text.All(char.IsAsciiDigit) ? text : "name:" + text);

    public static SimulatedDnsResource? Find(SimulatorState state, string name, SimulatedDomain domain, bool make)
    {
        var known = state.DnsResources.Find(resource => resource.Name == name && resource.Domain == domain);
        if (known is not null || !make)
            return known;
        var added = new SimulatedDnsResource { Id = state.Ids.Next("dnsresource"), Name = name, Domain = domain };
        state.DnsResources.Add(added);
        return added;
    }

    /// <summary>Whether addresses may stand under the name.</summary>
    public static bool IsHost(string name) => Special.Contains(name) || HostName().IsMatch(name);

    private static (string? Name, string? Domain) Split(SimulatorState state, string fqdn, string? type)
    {
        if (Special.Contains(fqdn))
            return (fqdn, null);
        if (state.Domains.Exists(domain => domain.Name == fqdn))
            return ("@", fqdn);
        var match = type == "SRV" ? ServiceName().Match(fqdn) : FullName().Match(fqdn);
        return match.Success
            ? (match.Groups["name"].Value, match.Groups["domain"].Value)
            : throw new ApiException(ApiResponse.Text(500, "cannot unpack non-iterable NoneType object"));
    }

    [GeneratedRegex("^" + Label + "$")]
    private static partial Regex HostName();

    [GeneratedRegex("^(?<name>" + Label + ").(?<domain>" + DomainName + ")$")]
    private static partial Regex FullName();

    [GeneratedRegex("^(?<name>" + Service + ").(?<domain>" + DomainName + ")$")]
    private static partial Regex ServiceName();
}
