using System.Globalization;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>What <c>op=allocate</c> asks of a machine. Labelled storage and interface constraints are checked for form only.</summary>
internal sealed partial class AllocationForm
{
    private static readonly string[] SubnetFields = ["subnets", "not_subnets"];
    private static readonly string[] VlanFields = ["vlans", "not_vlans"];
    private static readonly string[] Options =
    [
        "agent_name", "comment", "dry_run", "verbose", "bridge_all", "bridge_type", "bridge_stp", "bridge_fd",
        "install_rackd", "install_kvm",
    ];

    private static readonly string[] Known =
    [
        "name", "system_id", "arch", "cpu_count", "mem", "tags", "not_tags", "zone", "not_in_zone", "pool", "not_in_pool", "subnets",
        "not_subnets", "interfaces", "storage",
    ];

    /// <summary>Constraints that lists of machines know too, and by the same rules.</summary>
    private static readonly string[] Shared =
    [
        "fabrics", "not_fabrics", "vlans", "not_vlans", "link_speed", "cpu_speed", "owner", "not_owner", "power_state", "not_power_state",
        "not_arch",
    ];

    private readonly Predicate<SimulatedMachine>[] _shared;
    private readonly ApiCall _call;
    private readonly ParameterSet _form;
    private readonly FieldErrors _errors;
    private readonly SortedDictionary<string, string> _resolved = new(StringComparer.Ordinal);

    public AllocationForm(ApiCall call)
    {
        (_call, _form, _errors) = (call, call.Form, new(call.Form));
        foreach (var unknown in _form.Names.Where(name => !Known.Contains(name) && !Shared.Contains(name) && !Options.Contains(name)))
            _errors.Add(unknown, "No such constraint.");
        CheckNames();
        CheckNumber("cpu_count", "Invalid CPU count: number required.");
        CheckNumber("mem", "Invalid memory: number of MiB required.");
        CheckLabels(
            "interfaces", Labelled(), "Malformed constraint: '{0}' (required format: '<label>:<key>=<value>[,<key2>=<value2>[,...]]')");
        CheckLabels("storage", Storage(), "Malformed storage constraint, \"{0}\".");
        _errors.ThrowIfAny();
        var query = call with { Query = _form };
        _shared = _form.Names.Where(Shared.Contains).Select(name => MachineFilters.TestOf(query, name, _form.GetAll(name))).ToArray();
        Resolve();
    }

    public bool DryRun => Flag("dry_run");

    public bool Verbose => Flag("verbose");

    public bool Fits(SimulatedMachine machine) =>
        Holds("name", machine.Hostname) && Holds("system_id", machine.SystemId)
            && Holds("zone", machine.Zone.Name) && Holds("pool", machine.Pool.Name)
        && (!_form.Has("arch") || machine.Architecture!.Split('/')[0] == _form.Get("arch")!.Split('/')[0])
        && !Values("not_in_zone").Contains(machine.Zone.Name) && !Values("not_in_pool").Contains(machine.Pool.Name)
        && Values("tags").All(tag => machine.Tags.Exists(t => t.Name == tag))
        && !Values("not_tags").Any(tag => machine.Tags.Exists(t => t.Name == tag))
        && machine.Memory >= Number("mem") && machine.CpuCount >= Number("cpu_count") && FitsSubnets(machine)
        && Array.TrueForAll(_shared, test => test(machine));

    /// <summary>MAAS's answer when nothing fits.</summary>
    public ApiResponse NoneFits()
    {
        if (_resolved.Count == 0)
            return ApiResponse.Conflict("No machine available.");
        if (_form.Get("system_id") is { } systemId)
            return ApiResponse.Conflict($"No machine with system ID {systemId} available.");
        var asked = string.Join(
            ", ", _form.Names.Select(name => $"('{name}', [{string.Join(", ", _form.GetAll(name).Select(value => $"'{value}'"))}])"));
        var resolved = string.Join(' ', _resolved.Select(pair => $"{pair.Key}={pair.Value}"));
        return ApiResponse.Conflict($"No available machine matches constraints: [{asked}] (resolved to \"{resolved}\")");
    }

    private void CheckNames()
    {
        var state = _call.State;
        foreach (var field in new[] { "tags", "not_tags" })
        {
            var unknown = Values(field).Where(name => !state.Tags.Exists(tag => tag.Name == name)).ToList();
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
        var usable = UsableArchitectures.Of(_call.State);
        if (Values("arch").Any(name => !usable.Any(known => known == name || known.Split('/')[0] == name)))
            _errors.Add("arch", "Architecture not recognised.");
        foreach (var field in SubnetFields.Where(field => Values(field).Length > 0 && !Subnets(field).Any()))
            _errors.Add(field, "No matching subnets found.");
        var query = _call with { Query = _form };
        foreach (var field in VlanFields.Where(field => _form.Has(field) && MachineFilters.VlansOf(query, field).Count == 0))
            _errors.Add(field, "No matching VLANs found.");
    }

    private void CheckName(string field, IEnumerable<string> known, string kind)
    {
        var unknown = Values(field).Except(known, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            _errors.Add(field, $"No such {kind}(s): {string.Join(", ", unknown)}.");
    }

    private void CheckNumber(string field, string message)
    {
        if (_form.Get(field) is { Length: > 0 } text && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            _errors.Add(field, message);
    }

    private void CheckLabels(string field, Regex shape, string message)
    {
        if (_form.Get(field) is { Length: > 0 } text && !shape.IsMatch(text))
            _errors.Add(field, string.Format(CultureInfo.InvariantCulture, message, text));
    }

    private void Resolve()
    {
        foreach (var name in _form.Names.Where(name => Known.Contains(name) || Shared.Contains(name)))
        {
            _resolved[name] = name switch
            {
                "arch" => _form.Get(name)!.Contains('/', StringComparison.Ordinal) ? _form.Get(name)! : _form.Get(name) + "/generic",
                "cpu_count" or "mem" => Number(name).ToString("0.0###", CultureInfo.InvariantCulture),
                "subnets" or "not_subnets" => string.Join(',', Subnets(name).Select(subnet => subnet.Id)),
                _ => string.Join(',', _form.GetAll(name)),
            };
        }
    }

    private bool FitsSubnets(SimulatedMachine machine)
    {
        var linked = machine.Interfaces.SelectMany(nic => nic.Links).Select(link => link.Subnet).OfType<SimulatedSubnet>().ToHashSet();
        return (!_form.Has("subnets") || Subnets("subnets").All(linked.Contains)) && !Subnets("not_subnets").Any(linked.Contains);
    }

    /// <summary>Subnets by specifier, or all of a space.</summary>
    private IEnumerable<SimulatedSubnet> Subnets(string field) => Values(field).SelectMany(
        text => text.StartsWith("space:", StringComparison.Ordinal)
            ? _call.State.Subnets.Where(subnet => subnet.Vlan.Space?.Name == text["space:".Length..])
        : Lookup.Subnet(_call.State, text) is { } subnet ? [subnet] : []);

    private bool Holds(string field, string value) => !_form.Has(field) || _form.GetAll(field).Contains(value);

    private string[] Values(string field) =>
        _form.GetAll(field).SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries)).ToArray();

    private double Number(string field) => _form.Get(field) is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : 0;

    private bool Flag(string field) => _form.Get(field) is { } text && FieldErrors.IsTrue(text);

    [GeneratedRegex("^[^:;]+:[^=;]+=[^;]+(;[^:;]+:[^=;]+=[^;]+)*$")]
    private static partial Regex Labelled();

    [GeneratedRegex("^([^:,]+:)?[0-9.]+(\\([^)]*\\))?(,([^:,]+:)?[0-9.]+(\\([^)]*\\))?)*$")]
    private static partial Regex Storage();
}
