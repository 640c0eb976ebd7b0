using System.Text.RegularExpressions;

namespace Drydock.Maas.Simulator.Resources.Dns;

/// <summary>What the names of domains are, and the hosts that DNS records name.</summary>
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

    [GeneratedRegex("^([a-zA-Z0-9]([-a-zA-Z0-9]{0,62}[a-zA-Z0-9])?[.])*[a-zA-Z0-9]([-a-zA-Z0-9]{0,62}[a-zA-Z0-9])?[.]?$")]
    private static partial Regex Valid();

    [GeneratedRegex("^[a-zA-Z0-9.-]*$")]
    private static partial Regex Allowed();
}
