using System.Globalization;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Boot;
using Drydock.Maas.Simulator.Resources.Nodes;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>Whether an allocation asks for what there can be.</summary>
internal sealed partial class AllocationCheck(ApiCall call, AllocationFields fields)
{
    private static readonly string[] SubnetFields = ["subnets", "not_subnets"];
    private static readonly string[] VlanFields = ["vlans", "not_vlans"];
    private static readonly string[] Options =
    [
        "agent_name", "comment", "dry_run", "verbose", "bridge_all", "bridge_type", "bridge_stp", "bridge_fd",
        "install_rackd", "install_kvm",
    ];

    private static readonly string[] InterfaceKeys =
    [
        "id", "not_id", "fabric", "not_fabric", "fabric_class", "not_fabric_class", "ip", "not_ip", "mode", "name", "not_name",
        "hostname", "not_hostname", "subnet", "not_subnet", "space", "not_space", "subnet_cidr", "not_subnet_cidr", "type", "vlan",
        "not_vlan", "vid", "not_vid", "tag", "not_tag", "link_speed",
    ];

    private static readonly string[] DeviceKeys =
        ["vendor_id", "product_id", "vendor_name", "product_name", "commissioning_driver"];

    private static readonly string[] Known =
    [
        "name", "system_id", "arch", "cpu_count", "mem", "tags", "not_tags", "zone", "not_in_zone", "pool", "not_in_pool", "subnets",
        "not_subnets", "interfaces", "storage", "devices",
    ];

    /// <summary>Constraints that lists of machines know too, and by the same rules.</summary>
    private static readonly string[] Shared =
    [
        "fabrics", "not_fabrics", "vlans", "not_vlans", "link_speed", "cpu_speed", "owner", "not_owner", "power_state", "not_power_state",
        "not_arch",
    ];

    private readonly FieldErrors _errors = new(call.Form);

    /// <summary>Whether a field is a constraint, and no mere option.</summary>
    public static bool IsConstraint(string name) => Known.Contains(name) || Shared.Contains(name);

    /// <summary>Whether lists of machines know the constraint, too.</summary>
    public static bool IsShared(string name) => Shared.Contains(name);

    /// <summary>Leaves with a 400 when it does not.</summary>
    public void Run()
    {
        foreach (var unknown in call.Form.Names.Where(name => !IsConstraint(name) && !Options.Contains(name)))
            _errors.Add(unknown, "No such constraint.");
        CheckNames();
        CheckNumber("cpu_count", "Invalid CPU count: number required.");
        CheckNumber("mem", "Invalid memory: number of MiB required.");
        CheckLabels(
            "interfaces", Labelled(), "Malformed constraint: '{0}' (required format: '<label>:<key>=<value>[,<key2>=<value2>[,...]]')");
        CheckLabels("storage", Storage(), "Malformed storage constraint, \"{0}\".");
        CheckKeys();
        _errors.ThrowIfAny();
    }

    private void CheckNames()
    {
        var state = call.State;
        foreach (var field in new[] { "tags", "not_tags" })
        {
            var unknown = fields.Values(field).Where(name => !state.Tags.Exists(tag => tag.Name == name)).ToList();
            if (unknown.Count > 0)
                _errors.Add(field, $"No such tag(s): {string.Join(", ", unknown.Select(name => $"'{name}'"))}.");
        }

        CheckPlaces();
        CheckName("zone", state.Zones.Select(zone => zone.Name), "zone");
        CheckName("not_in_zone", state.Zones.Select(zone => zone.Name), "zone");
        CheckName("pool", state.Pools.Select(pool => pool.Name), "pool");
        CheckName("not_in_pool", state.Pools.Select(pool => pool.Name), "pool");
    }

    private void CheckPlaces()
    {
        var usable = UsableArchitectures.Of(call.State);
        if (fields.Values("arch").Any(name => !usable.Any(known => known == name || known.Split('/')[0] == name)))
            _errors.Add("arch", "Architecture not recognised.");
        foreach (var field in SubnetFields.Where(field => fields.Values(field).Length > 0 && !fields.Subnets(field).Any()))
            _errors.Add(field, "No matching subnets found.");
        var query = call with { Query = call.Form };
        foreach (var field in VlanFields.Where(field => call.Form.Has(field) && NodeFilters.VlansOf(query, field).Count == 0))
            _errors.Add(field, "No matching VLANs found.");
    }

    private void CheckName(string field, IEnumerable<string> known, string kind)
    {
        var unknown = fields.Values(field).Except(known, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            _errors.Add(field, $"No such {kind}(s): {string.Join(", ", unknown)}.");
    }

    private void CheckNumber(string field, string message)
    {
        if (call.Form.Get(field) is { Length: > 0 } text && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            _errors.Add(field, message);
    }

    private void CheckLabels(string field, Regex shape, string message)
    {
        if (call.Form.Get(field) is { Length: > 0 } text && !shape.IsMatch(text))
            _errors.Add(field, string.Format(CultureInfo.InvariantCulture, message, text));
    }

    // The quotation mark that is not closed is MAAS's.
    private void CheckKeys()
    {
        var pairs = fields.Has("interfaces") && Labelled().IsMatch(call.Form.Get("interfaces")!)
            ? call.Form.Get("interfaces")!.Split(';').SelectMany(constraint => constraint.Split(':', 2)[1].Split(','))
            : [];
        if (pairs.Select(KeyOf).FirstOrDefault(key => !InterfaceKeys.Contains(key)) is { } key)
            _errors.Add("interfaces", $"Unknown interfaces constraint: '{key}");
        if (fields.Values("devices").Select(KeyOf).FirstOrDefault(name => !DeviceKeys.Contains(name)) is { } device)
            _errors.Add("devices", $"Unknown devices constraint: '{device}");
    }

    private static string KeyOf(string pair) => pair.Split('=', 2)[0];

    [GeneratedRegex("^[^:;]+:[^=;]+=[^;]+(;[^:;]+:[^=;]+=[^;]+)*$")]
    private static partial Regex Labelled();

    [GeneratedRegex("^([^:,]+:)?[0-9.]+(\\([^)]*\\))?(,([^:,]+:)?[0-9.]+(\\([^)]*\\))?)*$")]
    private static partial Regex Storage();
}
