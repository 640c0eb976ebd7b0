using System.Text.RegularExpressions;

namespace Drydock.Maas.Simulator.Resources.Networks;

/// <summary>The options a DHCP server knows by name; others have to be defined before they are used.</summary>
internal static partial class DhcpOptions
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "all-subnets-local", "arp-cache-timeout", "associated-ip", "bcms-controller-address", "bcms-controller-names", "boot-size",
        "bootfile-name", "broadcast-address", "capwap-ac-v4", "client-last-transaction-time", "cookie-servers", "cvl-servers", "default-ip-ttl",
        "default-tcp-ttl", "default-url", "dhcp-client-identifier", "dhcp-lease-time", "dhcp-max-message-size", "dhcp-message",
        "dhcp-message-type", "dhcp-option-overload", "dhcp-parameter-request-list", "dhcp-rebinding-time", "dhcp-renewal-time",
        "dhcp-requested-address", "dhcp-server-identifier", "domain-name", "domain-name-servers", "domain-search", "extensions-path", "finger-server",
        "font-servers", "geoconf-civic", "host-name", "ieee802-3-encapsulation", "ien116-name-servers", "impress-servers", "interface-mtu",
        "ip-forwarding", "ipv6-address-andsf", "irc-server", "loader-configfile", "loader-pathprefix", "loader-reboottime", "log-servers",
        "lpr-servers", "mask-supplier", "max-dgram-reassembly", "merit-dump", "mobile-ip-home-agent", "name-service-search", "nds-context",
        "nds-servers", "nds-tree-name", "netbios-dd-server", "netbios-name-servers", "netbios-node-type", "netbios-scope", "netinfo-server-address",
        "netinfo-server-tag", "nis-domain", "nis-servers", "nisplus-domain", "nisplus-servers", "nntp-server", "non-local-source-routing",
        "ntp-servers", "nwip-domain", "nwip-suboptions", "option-6rd", "pana-agent", "path-mtu-aging-timeout", "path-mtu-plateau-table", "pcode",
        "perform-mask-discovery", "policy-filter", "pop-server", "pxe-client-id", "pxe-interface-id", "pxe-system-type", "rdnss-selection",
        "relay-agent-information", "resource-location-servers", "root-path", "router-discovery", "router-solicitation-address", "routers",
        "rfc3442-classless-static-routes", "sip-servers", "sip-ua-cs-domains", "slp-directory-agent", "slp-service-scope", "smtp-server",
        "static-routes", "status-code", "streettalk-directory-assistance-server", "streettalk-server", "subnet-mask", "subnet-selection", "swap-server",
        "tcode", "tcp-keepalive-garbage", "tcp-keepalive-interval", "tftp-server-address", "tftp-server-name", "time-offset", "time-servers",
        "trailer-encapsulation", "uap-servers", "user-class", "uuid", "v4-access-domain", "v4-captive-portal", "v4-lost", "v4-portparams",
        "vendor-class-identifier", "vendor-encapsulated-options", "vivco", "vivso", "www-server", "x-display-manager",
    };

    /// <summary>The first option that is neither known nor defined in the text; null where there is none.</summary>
    public static string? FirstUnknown(string text)
    {
        var used = Option().Matches(text).Select(match => (Name: match.Groups["name"].Value, IsDefinition: match.Groups["code"].Success)).ToList();
        var defined = used.Where(option => option.IsDefinition).Select(option => option.Name).ToHashSet(StringComparer.Ordinal);
        return used.Find(option => !option.IsDefinition && !Known.Contains(option.Name) && !defined.Contains(option.Name)
            && !option.Name.Contains('.', StringComparison.Ordinal)).Name;
    }

    [GeneratedRegex("(?<=^|[;{}]|\\n)\\s*option\\s+(?<name>[A-Za-z0-9_.-]+)(?<code>\\s+code\\s+[0-9]+\\s*=)?(?=[\\s;])")]
    private static partial Regex Option();
}
