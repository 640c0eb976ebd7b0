using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Drydock.Maas.Commands.Completion;

/// <summary>Completes paths of the MAAS API, and the operations of the path given so far. Asks nobody.</summary>
public sealed class ApiCompleter : IArgumentCompleter
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

    /// <summary>Answers what begins with the word.</summary>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Completions.Of(parameterName == "Path" ? Paths.Keys : Operations($"{Last(fakeBoundParameters?["Path"])}"), wordToComplete);

    private static object? Last(object? given) =>
        (given is PSObject wrapped ? wrapped.BaseObject : given) is object[] many ? many.LastOrDefault() : given;

    private static IEnumerable<string> Operations(string path)
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
