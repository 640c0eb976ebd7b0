using System.Globalization;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Making and changing machines by form; unknown fields are passed over.</summary>
internal sealed class MachineForm
{
    private readonly ApiCall _call;
    private readonly ParameterSet _form;
    private readonly FieldErrors _errors;
    private readonly PowerForm _power;

    public MachineForm(ApiCall call)
    {
        (_call, _form, _errors) = (call, call.Form, new(call.Form));
        _power = new(_form, _errors);
    }

    public ApiResponse Create()
    {
        _call.DemandAdmin();
        var state = _call.State;
        var hostname = _form.Get("hostname") is { Length: > 0 } name ? name : $"machine-{state.Ids.NextSystemId()}";
        CheckHostname(hostname, null);
        if (string.IsNullOrEmpty(_form.Get("architecture")))
            _errors.Add("architecture", FieldErrors.Required);
        CheckArchitecture();
        var macs = ReadMacs();
        _power.Check(null);
        var place = MachinePlace.Read(_call, _errors);
        _errors.ThrowIfAny();
        var commission = _form.Get("commission") is not { } text || FieldErrors.IsTrue(text);
        if (commission)
            RackCalls.RequireEphemeralImage(state);
        var machine = Add(hostname, macs);
        Change(machine);
        place.ApplyTo(machine);
        if (commission)
            new Lifecycle(state).Commission(machine, _call.SignedUser, CommissionOptions.Read(_form), ScriptChoice.Read(_form));
        return ApiResponse.Json(machine.ToJson(state));
    }

    public ApiResponse Update(SimulatedMachine machine)
    {
        if (_form.Get("hostname") is { Length: > 0 } hostname)
            CheckHostname(hostname, machine);
        CheckArchitecture();
        _power.Check(machine);
        var place = MachinePlace.Read(_call, _errors);
        var cpus = _errors.Number("cpu_count", machine.CpuCount, 0, int.MaxValue);
        var memory = _errors.Number("memory", (int)machine.Memory, 0, int.MaxValue);
        var swap = ReadSwap();
        _errors.ThrowIfAny();
        Change(machine);
        place.ApplyTo(machine);
        (machine.CpuCount, machine.Memory) = (cpus, memory);
        machine.SwapSize = swap ?? machine.SwapSize;
        return ApiResponse.Json(machine.ToJson(_call.State));
    }

    private long? ReadSwap()
    {
        var text = _form.Get("swap_size") ?? "";
        var size = SizeText.Parse(text, 0);
        if (text.Length > 0 && size is null)
            _errors.Add("swap_size", $"Invalid size for swap: {text}");
        return size;
    }

    /// <summary>Machines that IPMI finds may come without; nothing else can know them.</summary>
    private List<string> ReadMacs()
    {
        var macs = _form.GetAll("mac_addresses").SelectMany(mac => mac.Split(',')).Where(mac => mac.Length > 0)
            .Select(mac => mac.ToLower(CultureInfo.InvariantCulture)).ToList();
        if (macs.Count == 0 && _form.Get("power_type") is not "ipmi")
            _errors.Add("mac_addresses", FieldErrors.Required);
        var usable = macs.Count(IsUsable);
        if (usable == 0 && _form.Get("power_type") is "manual")
            _errors.Add("power_type", "Can't set power type to manual without network interfaces");
        return macs;
    }

    private bool IsUsable(string mac)
    {
        var owner = _call.State.Nodes.FirstOrDefault(node => node.Interfaces.Exists(nic => nic.MacAddress == mac));
        if (!MacAddress.IsValid(mac))
            _errors.Add("mac_addresses", $"'{mac}' is not a valid MAC address.");
        else if (owner is not null)
            _errors.Add("mac_addresses", $"MAC address {mac} already in use on {owner.Hostname}.");
        else
            return true;
        return false;
    }

    private SimulatedMachine Add(string hostname, List<string> macs)
    {
        var hardware = new HiddenHardware { Disks = [("sda", 500_000_000_000), ("sdb", 1_000_000_000_000)] };
        var machine = NewMachines.Add(_call.State, hardware, hostname);
        foreach (var (mac, index) in macs.Select((mac, index) => (mac, index)))
            NewMachines.AddNic(_call.State, machine, $"eth{index}", mac);
        machine.BootInterface = machine.Interfaces.FirstOrDefault();
        return machine;
    }

    private void Change(SimulatedMachine machine)
    {
        if (_form.Get("hostname") is { Length: > 0 } hostname)
            machine.Hostname = hostname.Split('.')[0];
        machine.Description = _form.Get("description") ?? machine.Description;
        machine.Architecture = Architecture ?? machine.Architecture;
        machine.MinHweKernel = _form.Get("min_hwe_kernel") ?? machine.MinHweKernel ?? "";
        _power.Apply(machine);
    }

    /// <summary>Older clients send it in two parts, or the first part alone.</summary>
    private string? Architecture => _form.Get("architecture") switch
    {
        { Length: > 0 } name when name.Contains('/', StringComparison.Ordinal) => name,
        { Length: > 0 } name => $"{name}/{_form.Get("subarchitecture") ?? "generic"}",
        _ => null,
    };

    private void CheckArchitecture()
    {
        var usable = UsableArchitectures.Of(_call.State);
        if (Architecture is { } name && !usable.Contains(name))
            _errors.Add("architecture", ConfigRules.ChoiceText("architecture", usable, name));
    }

    private void CheckHostname(string hostname, SimulatedMachine? self)
    {
        if (HostnameRules.Problem(hostname) is { } problem)
            _errors.Add("hostname", problem);
        else if (_call.State.Nodes.Exists(node => node != self && node.Hostname == hostname))
            _errors.Add("hostname", "Node with this Hostname already exists.");
    }
}
