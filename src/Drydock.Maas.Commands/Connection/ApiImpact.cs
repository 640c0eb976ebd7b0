using System.Management.Automation;

namespace Drydock.Maas.Commands.Connection;

/// <summary>Rates requests of MAAS's API: those that stop, take away or undo something are asked about.</summary>
internal static class ApiImpact
{
    /// <summary>
    /// Operations (op) that stop a machine, end what it is at, take something away or put something back; of whatever resource they are.
    /// </summary>
    private static readonly HashSet<string> Destructive = new(StringComparer.OrdinalIgnoreCase)
    {
        // Machines and nodes.
        "abort", "clone", "exit_rescue_mode", "mark_broken", "power_off", "release", "rescue_mode", "test",
        "restore_default_configuration", "restore_networking_configuration", "restore_storage_configuration", "set_storage_layout",
        "clear_default_gateways",
        // Interfaces and volume groups.
        "disconnect", "unlink_subnet", "delete_logical_volume",
        // Discoveries, the user's keys, scripts and DHCP snippets, user groups.
        "clear", "clear_by_mac_and_ip", "delete_authorisation_token", "revert", "remove_member", "remove_entitlement",
    };

    /// <summary>Names of these operations.</summary>
    public static IReadOnlyCollection<string> Operations => Destructive;

    /// <summary>The impact of a request.</summary>
    /// <param name="method">GET, POST, PUT or DELETE.</param>
    /// <param name="path">The path; MAAS also takes the operation from its end, as op-release.</param>
    /// <param name="operations">The operations it names: MAAS takes one from a parameter, too.</param>
    public static ConfirmImpact Rate(string method, string path, IEnumerable<string?> operations)
    {
        if (string.Equals(method, "GET", StringComparison.OrdinalIgnoreCase))
            return ConfirmImpact.None;
        if (string.Equals(method, "DELETE", StringComparison.OrdinalIgnoreCase))
            return ConfirmImpact.High;
        const string Mark = "op-";
        var ofPath = path.Split('/').Where(p => p.StartsWith(Mark, StringComparison.Ordinal)).Select(p => p[Mark.Length..]);
        return operations.OfType<string>().Concat(ofPath).Any(Destructive.Contains) ? ConfirmImpact.High : ConfirmImpact.Medium;
    }
}
