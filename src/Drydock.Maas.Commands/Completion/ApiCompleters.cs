namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes paths of the MAAS API. Asks nobody.</summary>
internal sealed class ApiPathCompleter() : KnownValueCompleter(ApiOperations.Collections);

/// <summary>Completes operations of the last path given so far.</summary>
internal sealed class ApiOperationCompleter : ValueCompleter
{
    private protected override IEnumerable<string> FindValues(CompletionContext context) =>
        ApiOperations.Find($"{(context.Find("Path") is object[] paths ? paths.LastOrDefault() : context.Find("Path"))}");
}

/// <summary>The operations (op) of the MAAS API, by path.</summary>
internal static class ApiOperations
{
    private static readonly string[] Machine =
    [
        "abort", "clear_default_gateways", "commission", "deploy", "details", "exit_rescue_mode", "get_curtin_config", "lock", "mark_broken",
        "mark_fixed", "mount_special", "override_failed_testing", "power_off", "power_on", "power_parameters", "query_power_state",
        "release", "rescue_mode", "restore_default_configuration", "restore_networking_configuration",
        "restore_storage_configuration", "set_storage_layout", "set_workload_annotations", "test", "unlock", "unmount_special",
    ];

    /// <summary>Collections, with the operations of the collection and of one of its members.</summary>
    private static readonly Dictionary<string, (string[] OfAll, string[] OfOne)> Paths = new(StringComparer.OrdinalIgnoreCase)
    {
        ["account/"] = (
            ["create_authorisation_token", "delete_authorisation_token", "list_authorisation_tokens", "update_token_name"], []),
        ["account/prefs/sshkeys/"] = (["import"], []),
        ["boot-resources/"] = (["import", "is_importing", "stop_import"], []),
        ["boot-sources/"] = ([], []),
        ["devices/"] = (
            ["is_registered"],
            ["restore_default_configuration", "restore_networking_configuration", "set_workload_annotations"]),
        ["dhcp-snippets/"] = ([], ["revert"]),
        ["discovery/"] = (["by_unknown_ip", "by_unknown_ip_and_mac", "by_unknown_mac", "clear", "scan"], []),
        ["dnsresourcerecords/"] = ([], []),
        ["dnsresources/"] = ([], []),
        ["domains/"] = (["set_serial"], ["set_default"]),
        ["events/"] = (["query"], []),
        ["fabrics/"] = ([], []),
        ["installation-results/"] = ([], []),
        ["ipaddresses/"] = (["release", "reserve"], []),
        ["ipranges/"] = ([], []),
        ["license-keys/"] = ([], []),
        ["maas/"] = (["get_config", "set_config"], []),
        ["machines/"] = (
            [
                "accept", "accept_all", "add_chassis", "allocate", "clone", "is_registered", "list_allocated", "power_parameters",
                "release", "set_zone",
            ],
            Machine),
        ["nodes/"] = (["is_registered", "set_zone"], Machine),
        ["notifications/"] = ([], ["dismiss"]),
        ["package-repositories/"] = ([], []),
        ["rackcontrollers/"] = (
            ["describe_power_types", "import_boot_images", "power_parameters"], ["import_boot_images", "list_boot_images"]),
        ["regioncontrollers/"] = ([], ["details"]),
        ["resourcepools/"] = ([], []),
        ["scripts/"] = ([], ["add_tag", "download", "remove_tag", "revert"]),
        ["spaces/"] = ([], []),
        ["static-routes/"] = ([], []),
        ["subnets/"] = ([], ["ip_addresses", "reserved_ip_ranges", "statistics", "unreserved_ip_ranges"]),
        ["tags/"] = ([], ["devices", "machines", "nodes", "rack_controllers", "rebuild", "region_controllers", "update_nodes"]),
        ["users/"] = (["whoami"], []),
        ["version/"] = ([], []),
        ["vm-hosts/"] = ([], ["compose", "parameters", "refresh"]),
        ["zones/"] = ([], []),
    };

    /// <summary>Paths of collections.</summary>
    public static IEnumerable<string> Collections => Paths.Keys;

    /// <summary>Operations of a path; none when it is not known.</summary>
    public static IEnumerable<string> Find(string path)
    {
        var whole = path.Trim('/') + '/';
        if (Paths.TryGetValue(whole, out var known))
            return known.OfAll;
        var parts = whole.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 2 && Paths.TryGetValue(parts[0] + '/', out known))
            return known.OfOne;
        return parts switch
        {
            [_, _, "interfaces"] => ["create_bond", "create_bridge", "create_physical", "create_vlan"],
            [_, _, "interfaces", _] => ["disconnect", "link_subnet", "set_default_gateway", "unlink_subnet"],
            [_, _, "blockdevices", _] => ["add_tag", "format", "mount", "remove_tag", "set_boot_disk", "unformat", "unmount"],
            [_, _, "blockdevices", _, "partition", _] => ["add_tag", "format", "mount", "remove_tag", "unformat", "unmount"],
            [_, _, "volume-group", _] => ["create_logical_volume", "delete_logical_volume"],
            _ => [],
        };
    }
}
