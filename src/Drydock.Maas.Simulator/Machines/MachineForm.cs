using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Making and changing machines by form; unknown fields are passed over.</summary>
internal sealed class MachineForm(ApiCall call)
{
    private const string PowerPrefix = "power_parameters_";
    private static readonly string[] PowerTypes = ["manual", "ipmi", "redfish", "virsh", "lxd", "amt", "apc", "dli", "eaton", "hmc", "mscm", "moonshot", "nova", "openbmc", "proxmox", "recs_box", "sm15k", "ucsm", "vmware", "webhook", "wedge"];
    private readonly FieldErrors _errors = new(call.Form);

    public ApiResponse Create()
    {
        call.DemandAdmin();
        var form = call.Form;
        var state = call.State;
        var macs = form.GetAll("mac_addresses").SelectMany(m => m.Split(',')).Where(m => m.Length > 0).Select(m => m.ToLowerInvariant()).ToList();
        if (string.IsNullOrEmpty(form.Get("architecture")))
            _errors.Add("architecture", FieldErrors.Required);
        if (macs.Count == 0 && form.Get("power_type") is not "ipmi")
            _errors.Add("mac_addresses", FieldErrors.Required);
        foreach (var mac in macs)
        {
            if (!MacAddress.IsValid(mac))
                _errors.Add("mac_addresses", $"'{mac}' is not a valid MAC address.");
            else if (state.Nodes.Find(n => n.Interfaces.Exists(i => i.MacAddress == mac)) is { } owner)
                _errors.Add("mac_addresses", $"MAC address {mac} already in use on {owner.Hostname}.");
        }

        var hostname = form.Get("hostname") is { Length: > 0 } name ? name : $"machine-{state.Ids.NextSystemId()}";
        CheckHostname(hostname, null);
        CheckPowerType();
        _errors.ThrowIfAny();
        var machine = Add(hostname, macs);
        Change(machine);
        if (form.Get("commission") is { } commission && FieldErrors.IsTrue(commission))
            new Lifecycle(state).Commission(machine, call.SignedUser, tests: true);
        return ApiResponse.Json(machine.ToJson(state));
    }

    public ApiResponse Update(SimulatedMachine machine)
    {
        if (call.Form.Get("hostname") is { Length: > 0 } hostname)
            CheckHostname(hostname, machine);
        CheckPowerType();
        var domain = Named(call.State.Domains, "domain", d => d.Name, d => d.Id);
        var zone = Named(call.State.Zones, "zone", z => z.Name, z => z.Id);
        var pool = Named(call.State.Pools, "pool", p => p.Name, p => p.Id);
        _errors.ThrowIfAny();
        Change(machine);
        machine.Domain = domain ?? machine.Domain;
        machine.Zone = zone ?? machine.Zone;
        machine.Pool = pool ?? machine.Pool;
        return ApiResponse.Json(machine.ToJson(call.State));
    }

    private SimulatedMachine Add(string hostname, List<string> macs)
    {
        var state = call.State;
        var machine = new SimulatedMachine
        {
            Id = state.Ids.Next("node"),
            SystemId = state.Ids.NextSystemId(),
            Hostname = hostname,
            Domain = state.Domains.Find(d => d.IsDefault) ?? state.Domains[0],
            Zone = state.Zones[0],
            Pool = state.Pools[0],
            Architecture = call.Form.Get("architecture")!,
            BiosBootMethod = "pxe",
            Hardware = new HiddenHardware { Disks = [("sda", 500_000_000_000), ("sdb", 1_000_000_000_000)] },
        };
        foreach (var (mac, index) in macs.Select((m, i) => (m, i)))
        {
            machine.Interfaces.Add(new SimulatedInterface
            {
                Id = state.Ids.Next("interface"), Node = machine, Name = $"eth{index}", MacAddress = mac, Params = [], NumaNode = 0,
            });
        }

        machine.BootInterface = machine.Interfaces.FirstOrDefault();
        state.Nodes.Add(machine);
        return machine;
    }

    private void Change(SimulatedMachine machine)
    {
        var form = call.Form;
        if (form.Get("hostname") is { Length: > 0 } hostname)
            machine.Hostname = hostname.Split('.')[0];
        machine.Description = form.Get("description") ?? machine.Description;
        if (form.Get("power_type") is { Length: > 0 } type && type != machine.PowerType)
        {
            machine.PowerType = type;
            machine.PowerParameters.Clear();
        }

        foreach (var name in form.Names.Where(n => n.StartsWith(PowerPrefix, StringComparison.Ordinal) && !n.EndsWith("skip_check", StringComparison.Ordinal)))
            machine.PowerParameters[name[PowerPrefix.Length..]] = form.Get(name)!;
    }

    private void CheckHostname(string hostname, SimulatedMachine? self)
    {
        if (!hostname.Split('.').All(label => label.Length is > 0 and <= 63 && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && label[0] != '-' && label[^1] != '-'))
            _errors.Add("hostname", $"Invalid hostname: '{hostname}'.");
        else if (call.State.Nodes.Exists(n => n != self && n.Hostname == hostname))
            _errors.Add("hostname", "Node with this Hostname already exists.");
    }

    private void CheckPowerType()
    {
        if (call.Form.Get("power_type") is { Length: > 0 } type && !PowerTypes.Contains(type))
            _errors.Add("power_type", $"Select a valid choice. {type} is not one of the available choices.");
    }

    private T? Named<T>(List<T> items, string field, Func<T, string> name, Func<T, int> id)
        where T : class
    {
        if (call.Form.Get(field) is not { Length: > 0 } text)
            return null;
        var found = items.Find(i => Api.Lookup.Matches(text, id(i), name(i)));
        if (found is null)
            _errors.Add(field, field == "domain" ? "Unable to find domain with the given name." : FieldErrors.BadChoice);
        return found;
    }
}
