using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Nodes;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>
/// What <c>op=allocate</c> asks of a machine. Labelled storage and interface
/// constraints are checked for form only; no machine is known to have a device.
/// </summary>
internal sealed class AllocationForm
{
    private readonly Predicate<SimulatedMachine>[] _shared;
    private readonly ParameterSet _form;
    private readonly AllocationFields _fields;
    private readonly SortedDictionary<string, string> _resolved = new(StringComparer.Ordinal);

    public AllocationForm(ApiCall call)
    {
        (_form, _fields) = (call.Form, new(call));
        new AllocationCheck(call, _fields).Run();
        var query = call with { Query = _form };
        _shared =
            _form.Names.Where(AllocationCheck.IsShared).Select(name => NodeFilters.TestOf(query, name, _form.GetAll(name))).ToArray();
        Resolve();
    }

    public bool DryRun => _fields.Flag("dry_run");

    public bool Verbose => _fields.Flag("verbose");

    public bool Fits(SimulatedMachine machine) =>
        Holds("name", machine.Hostname) && Holds("system_id", machine.SystemId)
            && Holds("zone", machine.Zone.Name) && Holds("pool", machine.Pool.Name)
        && (!_form.Has("arch") || machine.Architecture!.Split('/')[0] == _form.Get("arch")!.Split('/')[0])
        && !_fields.Values("not_in_zone").Contains(machine.Zone.Name) && !_fields.Values("not_in_pool").Contains(machine.Pool.Name)
        && _fields.Values("tags").All(tag => machine.Tags.Exists(t => t.Name == tag))
        && !_fields.Values("not_tags").Any(tag => machine.Tags.Exists(t => t.Name == tag))
        && machine.Memory >= _fields.Number("mem") && machine.CpuCount >= _fields.Number("cpu_count") && FitsSubnets(machine)
        && !_fields.Has("devices") && Array.TrueForAll(_shared, test => test(machine));

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

    private void Resolve()
    {
        foreach (var name in _form.Names.Where(AllocationCheck.IsConstraint))
        {
            _resolved[name] = name switch
            {
                "arch" => _form.Get(name)!.Contains('/', StringComparison.Ordinal) ? _form.Get(name)! : _form.Get(name) + "/generic",
                "cpu_count" or "mem" => _fields.Number(name).ToString("0.0###", CultureInfo.InvariantCulture),
                "subnets" or "not_subnets" => string.Join(',', _fields.Subnets(name).Select(subnet => subnet.Id)),
                _ => string.Join(',', _form.GetAll(name)),
            };
        }
    }

    private bool FitsSubnets(SimulatedMachine machine)
    {
        var linked = machine.Interfaces.SelectMany(nic => nic.Links).Select(link => link.Subnet).OfType<SimulatedSubnet>().ToHashSet();
        return (!_form.Has("subnets") || _fields.Subnets("subnets").All(linked.Contains))
            && !_fields.Subnets("not_subnets").Any(linked.Contains);
    }

    private bool Holds(string field, string value) => !_form.Has(field) || _form.GetAll(field).Contains(value);
}
