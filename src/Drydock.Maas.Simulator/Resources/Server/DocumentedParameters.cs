namespace Drydock.Maas.Simulator.Resources.Server;

/// <summary>
/// Actions whose description in MAAS documents parameters. MAAS's command line takes <c>name=value</c> for these alone since 3.5, so that
/// a real one refuses <c>machine set-owner-data foo=bar</c> as well. Seen in <c>describe/</c> of 3.7.3.
/// </summary>
internal static class DocumentedParameters
{
    // Most writes have some; of reads and deletions most have none.
    private static readonly HashSet<string> Exceptions = new(StringComparer.Ordinal)
    {
        "BlockDeviceHandler set_boot_disk", "BlockDeviceHandler unformat", "BlockDeviceHandler unmount",
        "BootResourcesHandler import", "BootResourcesHandler read", "BootResourcesHandler stop_import",
        "CommissioningScriptHandler update",
        "DNSResourceRecordsHandler read", "DNSResourcesHandler read",
        "DeviceHandler restore_default_configuration", "DeviceHandler restore_networking_configuration", "DeviceHandler set_owner_data",
        "DevicesHandler is_registered", "DevicesHandler read",
        "DomainHandler set_default", "EventsHandler query",
        "FilesHandler delete", "FilesHandler get", "FilesHandler get_by_key", "FilesHandler read",
        "IPAddressesHandler read", "InterfaceHandler disconnect", "MaasHandler get_config",
        "MachineHandler clear_default_gateways", "MachineHandler exit_rescue_mode", "MachineHandler query_power_state",
        "MachineHandler rescue_mode", "MachineHandler restore_default_configuration", "MachineHandler restore_networking_configuration",
        "MachineHandler restore_storage_configuration", "MachineHandler set_owner_data",
        "MachinesHandler accept_all", "MachinesHandler is_registered", "MachinesHandler power_parameters", "MachinesHandler read",
        "NetworkHandler connect_macs", "NetworkHandler disconnect_macs", "NetworksHandler create", "NetworksHandler read",
        "NodeDevicesHandler read", "NodeResultsHandler read",
        "NodeScriptHandler download", "NodeScriptHandler read", "NodeScriptResultHandler download", "NodeScriptResultHandler read",
        "NodeScriptResultsHandler read", "NodeScriptsHandler read", "NodesHandler is_registered", "NodesHandler read",
        "NotificationHandler dismiss", "PartitionHandler unformat", "PartitionHandler unmount",
        "PodHandler delete", "PodHandler refresh",
        "RackControllerHandler delete", "RackControllerHandler import_boot_images", "RackControllerHandler query_power_state",
        "RackControllersHandler import_boot_images", "RackControllersHandler is_registered", "RackControllersHandler power_parameters",
        "RackControllersHandler read", "RegionControllerHandler delete", "RegionControllersHandler is_registered", "RegionControllersHandler read",
        "SSHKeyHandler delete", "SSHKeyHandler read", "SSLKeyHandler delete", "SSLKeyHandler read",
        "SubnetHandler delete", "SubnetHandler ip_addresses", "SubnetHandler statistics",
        "TagHandler rebuild", "UserHandler delete", "VmClusterHandler delete", "VmHostHandler delete", "VmHostHandler refresh",
    };

    /// <summary>Whether an action's parameters are documented.</summary>
    /// <param name="handler">The resource's name.</param>
    /// <param name="action">The action's name, as MAAS describes it.</param>
    /// <param name="method">Its HTTP method.</param>
    public static bool AreThere(string handler, string action, string method) =>
        (method is "POST" or "PUT") != Exceptions.Contains($"{handler} {action}");
}
