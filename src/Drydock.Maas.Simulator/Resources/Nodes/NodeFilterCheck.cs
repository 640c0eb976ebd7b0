using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Nodes;

/// <summary>MAAS's refusals of constraints it does not know, or whose values it does not know.</summary>
internal sealed class NodeFilterCheck(ApiCall call, IEnumerable<string> constraints)
{
    private static readonly string[] PowerStates = ["on", "off", "unknown", "error"];

    private static readonly string[] DeploymentTargets = ["memory", "disk"];

    private static readonly string[] SimpleStatuses =
    [
        "allocated", "broken", "commissioning", "deployed", "deploying", "failed", "new", "other", "ready", "releasing", "rescue_mode", "testing",
    ];

    private static readonly string[] DeviceKeys = ["vendor_id", "product_id", "vendor_name", "product_name", "commissioning_driver"];

    private const string Columns =
        "address_ttl, agent_name, architecture, bios_boot_method, bmc, bmc_id, boot_cluster_ip, boot_disk, boot_disk_id, boot_interface, "
        + "boot_interface_id, children, connections, controllerinfo, cpu_count, cpu_speed, created, current_commissioning_script_set, "
        + "current_commissioning_script_set_id, current_config, current_config_id, current_installation_script_set, "
        + "current_installation_script_set_id, current_testing_script_set, current_testing_script_set_id, default_user, description, "
        + "dhcpsnippet, discovery, distro_series, dns_process, dns_process_id, domain, domain_id, dynamic, enable_hw_sync, enable_ssh, "
        + "ephemeral_deploy, error, error_description, event, gateway_link_ipv4, gateway_link_ipv4_id, gateway_link_ipv6, "
        + "gateway_link_ipv6_id, hardware_uuid, hostname, hwe_kernel, id, install_kvm, install_rackd, instance_power_parameters, "
        + "last_applied_storage_layout, last_image_sync, last_sync, license_key, locked, managing_process, managing_process_id, memory, "
        + "min_hwe_kernel, netboot, node_type, nodeconfig, nodekey, nodemetadata, nodeuserdata, numanode, osystem, owner, owner_id, "
        + "ownerdata, parent, parent_id, podhints, pool, pool_id, power_state, power_state_queried, power_state_updated, "
        + "previous_status, processes, rdns, register_vmhost, routable_bmc_relationships, routable_bmcs, scriptset, service, "
        + "skip_networking, skip_storage, status, status_expires, swap_size, sync_interval, system_id, tags, updated, url, "
        + "virtualmachine, zone, zone_id";

    private static readonly HashSet<string> Statuses =
        Enum.GetValues<MachineStatus>().Select(MachineStatuses.GetFilterName).ToHashSet(StringComparer.Ordinal);

    private readonly FieldErrors _errors = new(call.Query);

    /// <exception cref="ApiException">400: the query asks for what cannot be asked.</exception>
    public void Run()
    {
        var known = constraints.Except(call.State.Rules.MissingFilters).ToHashSet(StringComparer.Ordinal);
        foreach (var unknown in call.Query.Names.Where(name => !known.Contains(name)))
            _errors.Add(unknown, "No such constraint.");
        CheckChoices();
        CheckNumbers();
        foreach (var mac in call.Query.GetAll("mac_address").Where(mac => !MacAddress.IsValid(mac)))
            _errors.Add("mac_address", $"'{mac}' is not a valid MAC address.");
        CheckArchitectures();
        CheckNames();
        CheckPlaces();
        CheckTexts();
        _errors.ThrowIfAny();
        // The form knows a field the database does not.
        if (call.Query.Has("simple_status") || call.Query.Has("not_simple_status"))
            throw new ApiException(ApiResponse.Text(500, $"Cannot resolve keyword 'simple_status' into field. Choices are: {GetColumns(call.State.Rules)}"));
    }

    private void CheckChoices()
    {
        foreach (var (name, choices) in new (string, ICollection<string>)[] { ("status", Statuses), ("power_state", PowerStates), ("simple_status", SimpleStatuses), ("deployment_target", DeploymentTargets) })
        {
            foreach (var field in new[] { name, "not_" + name })
            {
                // Only the first wrong one is told.
                if (NodeFilters.GetValues(field, call.Query.GetAll(field)).FirstOrDefault(value => !choices.Contains(value)) is { } wrong)
                    _errors.Add(field, $"Select a valid choice. {wrong} is not one of the available choices.");
            }
        }
    }

    private void CheckNumbers()
    {
        foreach (var field in NodeFilters.KnownNumbers)
        {
            if (call.Query.GetAll(field).Any(value => !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
                _errors.Add(field, NumberText(field));
        }
    }

    private static string NumberText(string field) => field switch
    {
        "cpu_count" => "Invalid CPU count: number required.",
        "cpu_speed" => "Invalid CPU speed: number required.",
        "mem" => "Invalid memory: number of MiB required.",
        _ => "Invalid link speed: number required.",
    };

    /// <summary>Known are those there are images for, with or without the part behind the slash.</summary>
    private void CheckArchitectures()
    {
        var families = call.State.BootResources.Select(image => image.Architecture.Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        var usable = call.State.BootResources.Select(image => image.Architecture).Concat(families.Select(name => name + "/generic"))
            .Concat(families).ToHashSet(StringComparer.Ordinal);
        if (call.Query.GetAll("arch").Any(value => !usable.Contains(value)))
            _errors.Add("arch", "Architecture not recognised.");
    }

    private void CheckNames()
    {
        var state = call.State;
        var tags = NodeFilters.GetValues("tags", call.Query.GetAll("tags")).Where(name => !state.Tags.Exists(tag => tag.Name == name)).ToList();
        if (tags.Count > 0)
            _errors.Add("tags", $"No such tag(s): {string.Join(", ", tags.Select(name => $"'{name}'"))}.");
        foreach (var field in new[] { "zone", "not_in_zone" })
            CheckName(field, "zone", name => state.Zones.Exists(zone => zone.Name == name));
        foreach (var field in new[] { "pool", "not_in_pool" })
            CheckName(field, "pool", name => state.Pools.Exists(pool => pool.Name == name));
        if (call.Query.GetAll("owner").FirstOrDefault(name => !state.Users.Exists(user => user.Username == name)) is { } stranger)
            _errors.Add("owner", $"No such owner: '{stranger}'.");
    }

    private void CheckName(string field, string kind, Predicate<string> exists)
    {
        // What is not to be is checked for being a name at all first.
        if (field.StartsWith("not_", StringComparison.Ordinal) && call.Query.GetAll(field).Any(name => !MaasName.IsValid(name)))
        {
            _errors.Add(field, "Enter a valid value.");
            return;
        }

        var unknown = call.Query.GetAll(field).Where(name => !exists(name)).ToList();
        if (unknown.Count > 0)
            _errors.Add(field, $"No such {kind}(s): {string.Join(", ", unknown)}.");
    }

    private void CheckPlaces()
    {
        foreach (var field in new[] { "subnets", "not_subnets" })
            CheckPlace(field, "subnets", () => NodeFilters.GetSubnets(call, field).Count);
        foreach (var field in new[] { "vlans", "not_vlans" })
            CheckPlace(field, "VLANs", () => NodeFilters.GetVlans(call, field).Count);
    }

    /// <summary>A specifier that is a wrong one by itself is told as the field's fault.</summary>
    private void CheckPlace(string field, string kind, Func<int> count)
    {
        try
        {
            if (call.Query.Has(field) && count() == 0)
                _errors.Add(field, $"No matching {kind} found.");
        }
        catch (ApiException wrong) when (wrong.Response.Status == 400)
        {
            _errors.Add(field, wrong.Response.BodyText);
        }
        catch (ApiException wrong) when (wrong.Response.Status == 500)
        {
            // What says that a text is no number or address has no message of the kind the form asks it for.
            var kindOfError = wrong.Response.BodyText.StartsWith("invalid literal", StringComparison.Ordinal) ? "ValueError" : "AddrFormatError";
            throw new ApiException(ApiResponse.Text(500, $"'{kindOfError}' object has no attribute 'message'"));
        }
    }

    private void CheckTexts()
    {
        if (call.Query.Get("storage") is { Length: > 0 } storage && !StorageConstraints.IsWellFormed(storage))
            _errors.Add("storage", $"Malformed storage constraint, \"{storage}\".");
        if (call.Query.Get("interfaces") is { } interfaces && !string.IsNullOrWhiteSpace(interfaces)
            && InterfaceConstraints.Parse(interfaces).Problem is { } problem)
            _errors.Add("interfaces", problem);
        var devices = call.Query.Get("devices") is { Length: > 0 } text ? text.Split(',') : [];
        // The quotation mark that is not closed is MAAS's.
        if (devices.Select(pair => pair.Split('=')[0]).FirstOrDefault(key => !DeviceKeys.Contains(key)) is { } device)
            _errors.Add("devices", $"Unknown devices constraint: '{device}");
    }

    private static string GetColumns(VersionRules rules) =>
        string.Join(", ", Columns.Split(", ").Concat(rules.LaterColumns).Order(StringComparer.Ordinal));
}
