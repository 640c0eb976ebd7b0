using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Boot;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.Resources.Nodes;
using Drydock.Maas.Simulator.Resources.Scripts;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>Making and changing machines by form; unknown fields are passed over.</summary>
internal sealed partial class MachineForm
{
    private static readonly string[] ToldToAll =
    [
        "status_message", "status", "domain", "hostname", "zone", "power_type", "architecture", "status_action", "status_name", "node_type", "system_id",
        "fqdn", "power_state", "resource_uri",
    ];

    private readonly ApiCall _call;
    private readonly ParameterSet _form;
    private readonly FieldErrors _errors;
    private readonly PowerForm _power;

    public MachineForm(ApiCall call)
    {
        (_call, _form, _errors) = (call, call.Form, new(call.Form));
        _power = new(_call.State, _form, _errors);
    }

    /// <summary>IPMI finds the machine, and one that is said to be deployed already need not be found.</summary>
    private bool NeedsArchitecture => _form.Get("power_type") is not "ipmi" && !(IsDeployed && !_form.Has("power_type"));

    private bool IsDeployed => QueryFlag.Read(_form, "deployed");

    /// <summary>Older clients send it in two parts, or the first part alone.</summary>
    private string? NewArchitecture => _form.Get("architecture") switch
    {
        { Length: > 0 } name when !name.Contains('/', StringComparison.Ordinal) => $"{name}/{_form.Get("subarchitecture") ?? "generic"}",
        var name => name,
    };

    /// <summary>Of users who are no administrators, and of machines that boot for the first time, it takes no more than a New machine.</summary>
    public ApiResponse Create()
    {
        if (_call.User is null && FindEnlisted() is { } known)
            return Enlist(known);
        var isAdmin = _call.User is { IsSuperuser: true };
        var commission = QueryFlag.Read(_form, "commission", otherwise: isAdmin);
        var deployed = IsDeployed && isAdmin;
        CheckKernelsOfOldClients();
        var domain = MachinePlace.ReadDomain(_call, _errors);
        var architecture = CheckArchitecture(NewArchitecture, NeedsArchitecture || _call.User is null);
        CheckKernel();
        var place = isAdmin ? MachinePlace.Read(_call, _errors, domain) : new(domain, null, null);
        var cpus = isAdmin ? _errors.Number("cpu_count", 0, int.MinValue, int.MaxValue) : 0;
        var memory = isAdmin ? _errors.Number("memory", 0, 0, int.MaxValue) : 0;
        _power.Check(null);
        var macs = NewMacs.Read(_call, _errors, NeedsArchitecture);
        if (macs.Count == 0 && isAdmin)
            DemandInterfaces(null);
        var kernel = ReadKernel(null, architecture);
        var (hostname, ofName) = NodeName.Read(_call, _errors, _form.Get("hostname") ?? "", null);
        _errors.ThrowIfAny();
        _power.RequireOwnController(null);
        if (commission && isAdmin && !deployed)
            RackRequirements.RequireCommissioning(_call.State, _form.Get("power_type") ?? "", architecture);
        var machine = Add(hostname, macs);
        machine.Architecture = architecture;
        Change(machine, kernel);
        _power.Apply(machine);
        (machine.CpuCount, machine.Cores, machine.Memory, machine.NumaMemory) = (cpus, Math.Max(0, cpus), memory, memory);
        (place with { Domain = ofName ?? domain }).ApplyTo(machine);
        if (deployed)
            Take(machine);
        else if (commission && _call.User is null)
            new Commissioning(_call.State).BeginEnlistment(machine);
        else if (commission && isAdmin)
            new Commissioning(_call.State).Begin(machine, _call.SignedUser, ScriptsForm.ReadOptions(_form), ScriptChoice.Read(_form));
        return Answer(machine);
    }

    public ApiResponse Update(SimulatedMachine machine)
    {
        var domain = MachinePlace.ReadDomain(_call, _errors);
        var swap = ReadSwap();
        if (_errors.Flag("disable_ipv4", false))
            _errors.Add("disable_ipv4", "If specified, disable_ipv4 must be False.");
        var architecture = CheckArchitecture(_form.Get("architecture") ?? machine.Architecture ?? "", NeedsArchitecture);
        if (_form.Get("license_key") is { Length: > 0 })
            _errors.Add("license_key", "Invalid license key.");
        CheckKernel();
        var place = MachinePlace.Read(_call, _errors, domain);
        var cpus = _errors.Number("cpu_count", machine.CpuCount, int.MinValue, int.MaxValue);
        var memory = _errors.Number("memory", (int)machine.Memory, 0, int.MaxValue);
        _power.Check(machine);
        if (machine.Interfaces.Count == 0)
            DemandInterfaces(machine);
        CheckSync(machine);
        var kernel = ReadKernel(machine, architecture);
        var (hostname, ofName) = NodeName.Read(_call, _errors, _form.Get("hostname") ?? machine.Hostname, machine);
        _errors.ThrowIfAny();
        _power.RequireOwnController(machine);
        Change(machine, kernel);
        _power.Apply(machine);
        (machine.Hostname, machine.Architecture) = (hostname, architecture);
        (place with { Domain = ofName ?? domain }).ApplyTo(machine);
        (machine.CpuCount, machine.Memory) = (cpus, memory);
        machine.SwapSize = swap ?? machine.SwapSize;
        return ApiResponse.Json(MachineJson.Render(_call.State, machine));
    }

    /// <summary>The machine that boots once more before anybody has made use of it, by its MAC addresses.</summary>
    private SimulatedMachine? FindEnlisted()
    {
        var macs = _form.GetAll("mac_addresses");
        return !macs.All(MacAddress.IsValid) ? null : _call.State.Nodes.OfType<SimulatedMachine>().FirstOrDefault(machine =>
            machine.Status is MachineStatus.New or MachineStatus.Commissioning
            && machine.Interfaces.Exists(nic => macs.Contains(nic.MacAddress, StringComparer.OrdinalIgnoreCase)));
    }

    private ApiResponse Enlist(SimulatedMachine known)
    {
        var architecture = CheckArchitecture(NewArchitecture, required: false);
        _errors.ThrowIfAny();
        known.Architecture = architecture.Length > 0 ? architecture : known.Architecture;
        return Answer(known);
    }

    /// <summary>Who has no credentials is told little.</summary>
    private ApiResponse Answer(SimulatedMachine machine)
    {
        var body = MachineJson.Render(_call.State, machine);
        foreach (var member in _call.User is null ? body.Select(pair => pair.Key).Except(ToldToAll).ToList() : [])
            body.Remove(member);
        foreach (var part in _call.User is null ? new[] { "domain", "zone" } : [])
            (body[part] as JsonObject)?.Remove("resource_uri");
        return ApiResponse.Json(body);
    }

    /// <summary>A kernel was once named with the architecture.</summary>
    private void CheckKernelsOfOldClients()
    {
        if (KernelName().IsMatch(_form.Get("architecture") ?? "") || KernelName().IsMatch(_form.Get("subarchitecture") ?? ""))
            throw new ApiException(ApiResponse.Text(400, "hwe kernel must be specified using the min_hwe_kernel argument."));
        if (_form.Get("min_hwe_kernel") is { Length: > 0 } kernel && !KernelName().IsMatch(kernel))
            throw new ApiException(ApiResponse.Text(400, "min_hwe_kernel must start with \"hwe-\" or \"ga-\""));
    }

    private void CheckKernel()
    {
        if (_form.Get("min_hwe_kernel") is { Length: > 0 } kernel && !Kernels.Supported(_call.State).Contains(kernel))
            _errors.Add("min_hwe_kernel", $"No kernel matches \">={kernel}\" requirement.");
    }

    private string CheckArchitecture(string? name, bool required)
    {
        var usable = UsableArchitectures.List(_call.State);
        if (string.IsNullOrEmpty(name))
        {
            if (required)
                _errors.Add("architecture", FieldErrors.Required);
            return "";
        }

        if (!usable.Contains(name))
            _errors.Add("architecture", FieldErrors.ChoiceText("architecture", usable, name));
        return name;
    }

    /// <summary>Without an interface only IPMI can find a machine.</summary>
    private void DemandInterfaces(SimulatedMachine? machine)
    {
        if (_form.Get("power_type") is { Length: > 0 } type && type != "ipmi" && type != machine?.PowerType && !_errors.Has("power_type"))
            _errors.Add("power_type", $"Can't set power type to {type} without network interfaces");
    }

    /// <summary>The one given, or the first that serves the system and release given; a kernel there is stays.</summary>
    private string? ReadKernel(SimulatedMachine? machine, string architecture)
    {
        if (machine?.HweKernel is { Length: > 0 } known)
            return Given("hwe_kernel") ?? known;
        var settings = _call.State.Config;
        var working = new WorkingKernel(
            new(_call.State),
            architecture,
            _form.Get("min_hwe_kernel") ?? machine?.MinHweKernel,
            settings["commissioning_distro_series"]!.GetValue<string>());
        var kernel = working.Choose(Given("hwe_kernel"), Given("osystem") ?? machine?.OperatingSystem ?? "", Given("distro_series") ?? machine?.DistroSeries ?? "", out var problem);
        if (problem is not null)
            _errors.Add("hwe_kernel", problem);
        return kernel;
    }

    private void CheckSync(SimulatedMachine machine)
    {
        var system = _form.Get("osystem") is { Length: > 0 } given ? given : machine.OperatingSystem;
        if (_errors.Flag("enable_hw_sync", machine.EnableHwSync) && system is not ("ubuntu" or "centos" or "rhel" or "custom"))
            _errors.Add("enable_hw_sync", "Hardware sync is only supported for Linux based image deploys.");
    }

    private long? ReadSwap()
    {
        var text = _form.Get("swap_size") ?? "";
        if (text.Length == 0)
            return null;
        var unit = "KMGT".IndexOf(text[^1], StringComparison.Ordinal);
        var number = ParseWhole(unit < 0 ? text : text[..^1]);
        if (number is null && unit >= 0)
            throw new ApiException(ApiResponse.Text(500, $"invalid literal for int() with base 10: '{text[..^1]}'"));
        if (number is null)
            _errors.Add("swap_size", $"Invalid size for swap: {text}");
        return number * (long)Math.Pow(1000, unit + 1);
    }

    private static long? ParseWhole(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    /// <summary>Metal that MAAS has known before is still there, with what it is made of; of any other this is made up.</summary>
    private SimulatedMachine Add(string hostname, List<string> macs)
    {
        var known = _call.State.BareMetal.Find(metal => metal.HasController(_power.Text("power_address"), _power.Text("power_id")));
        if (known is not null)
            _call.State.BareMetal.Remove(known);
        var hardware = known?.Hardware ?? new HiddenHardware { Disks = [("sda", 500_000_000_000), ("sdb", 1_000_000_000_000)] };
        var machine = NewMachines.Add(_call.State, hardware, hostname);
        machine.PowerType = "";
        foreach (var (mac, index) in macs.Select((mac, index) => (mac, index)))
            NewMachines.AddNic(_call.State, machine, $"eth{index}", mac);
        machine.BootInterface = machine.Interfaces.FirstOrDefault();
        return machine;
    }

    /// <summary>A machine whose system was installed without MAAS, which is asked only for its hardware.</summary>
    private void Take(SimulatedMachine machine)
    {
        (machine.Status, machine.Owner) = (MachineStatus.Deployed, _call.SignedUser);
        new ScriptSets(_call.State).Add(machine, SimulatedScriptSet.Commissioning);
    }

    private void Change(SimulatedMachine machine, string? kernel)
    {
        machine.Description = _form.Get("description") ?? machine.Description;
        machine.MinHweKernel = _form.Get("min_hwe_kernel") ?? machine.MinHweKernel ?? "";
        machine.OperatingSystem = Given("osystem") ?? machine.OperatingSystem;
        machine.DistroSeries = Given("distro_series") ?? machine.DistroSeries;
        machine.HweKernel = kernel;
        machine.EnableHwSync = _errors.Flag("enable_hw_sync", machine.EnableHwSync);
    }

    private string? Given(string field) => _form.Get(field) is { Length: > 0 } text ? text : null;

    /// <summary>The host name, with the domain it ends in; a machine without one, or whose name came of its address, is given one.</summary>
    [GeneratedRegex("(hwe|ga)-.+")]
    private static partial Regex KernelName();
}
