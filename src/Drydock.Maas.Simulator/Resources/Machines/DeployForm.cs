using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Boot;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary><c>op=deploy</c>: a machine that is Ready is allocated on the way. Bodies of JSON are not looked at.</summary>
internal sealed class DeployForm(ApiCall call)
{
    private readonly FieldErrors _errors = new(call.Post);
    private readonly ParameterSet _post = call.Post;

    public ApiResponse Save()
    {
        var machine = MachineLookup.ToEdit(call);
        var isRack = QueryFlag.Read(_post, "install_rackd");
        var isHost = QueryFlag.Read(_post, "install_kvm") | QueryFlag.Read(_post, "register_vmhost");
        var ephemeral = QueryFlag.Read(_post, "ephemeral_deploy");
        var bridges = BridgeOptions.Read(_post, otherwise: isHost && !ephemeral);
        var syncs = QueryFlag.Read(_post, "enable_hw_sync");
        if (isRack)
            return ApiResponse.Text(400, "Deploying a machine as a rackd has been disabled and it's not supported anymore.");
        if (isHost && !call.SignedUser.IsSuperuser)
            return ApiResponse.Forbidden("Only administratros can deploy VM hosts");
        if (isHost && (call.State.Rules.RefusesVmHostInMemoryFirst ? ephemeral || machine.BlockDevices.Count == 0 : machine.IsEphemeral))
            return ApiResponse.Text(400, call.State.Rules.NoVmHostInMemory);
        MachineLookup.Require(
            machine,
            $"Can't deploy a machine that is in the '{machine.Status.GetName()}' state",
            MachineLifecycle.Deploy.From);
        var (system, series, kernel) = Choose(machine, syncs);
        return Attempt(machine, () =>
        {
            if (machine.Status == MachineStatus.Ready)
                Allocations.Make(call, machine, bridges);
            (machine.OperatingSystem, machine.DistroSeries, machine.HweKernel) = (system, series, kernel);
            (machine.EphemeralDeploy, machine.EnableHwSync, machine.EnableKernelCrashDump) = (ephemeral, syncs, Crashes(machine));
            machine.MinHweKernel ??= "";
            if (!ephemeral && !machine.IsEphemeral)
                machine.Token ??= NewToken();
            new MachineStart(call, machine).Start(BridgeOptions.ReadWhenStarting(_post));
            return MachineApi.Render(call, machine);
        });
    }

    /// <summary>A refusal leaves the machine as it was.</summary>
    private ApiResponse Attempt(SimulatedMachine machine, Func<ApiResponse> change)
    {
        var undo = new AllocationUndo(call.State, machine);
        try
        {
            return change();
        }
        catch (ApiException)
        {
            undo.Restore();
            throw;
        }
    }

    /// <summary>A kernel that an earlier deployment chose stays, and is checked no more.</summary>
    private (string System, string Series, string? Kernel) Choose(SimulatedMachine machine, bool syncs)
    {
        var catalog = new ImageCatalog(call.State);
        var asked = _post.Get("distro_series") is { Length: > 0 } given ? given : Setting("default_distro_series");
        var choice = catalog.Find(asked) is { } found ? $"{found.System}/{found.Release}" : asked;
        var listed = catalog.Choices.ToList();
        if (!listed.Exists(known => known.TrimEnd('*') == choice))
        {
            var known = string.Join(", ", listed.Select(name => $"'{name}'"));
            _errors.Add("distro_series", $"'{choice}' is not a valid distro_series.  It should be one of: {known}.");
        }

        var (system, series) = choice.Split('/', 2) is [var first, var second] && !_errors.Any ? (first, second) : ("", "");
        if (syncs && system is not ("ubuntu" or "centos" or "rhel" or ImageCatalog.Custom) && !_errors.Any)
            _errors.Add("enable_hw_sync", "Hardware sync is only supported for Linux based image deploys.");
        var kernel = _post.Get("hwe_kernel") ?? machine.HweKernel;
        if (string.IsNullOrEmpty(machine.HweKernel))
        {
            var working = new WorkingKernel(catalog, machine.Architecture ?? "", machine.MinHweKernel, Setting("commissioning_distro_series"));
            kernel = working.Choose(string.IsNullOrEmpty(kernel) ? null : kernel, system, series, out var problem);
            if (problem is not null)
                _errors.Add("hwe_kernel", problem);
        }

        _errors.ThrowIfAny();
        return (system, series, kernel);
    }

    /// <summary>Small machines, and very large ones, keep no dumps whatever is asked for.</summary>
    private bool Crashes(SimulatedMachine machine) =>
        _post.Get("enable_kernel_crash_dump") is { } text && FieldErrors.IsTrue(text)
        && machine is { CpuCount: >= 4, Memory: >= 6 * 1024 and <= 2 * 1024 * 1024 };

    private string Setting(string name) => call.State.Config[name]!.GetValue<string>();

    private SimulatedToken NewToken() => new()
    {
        Consumer = call.State.Ids.NextKey(18), Key = call.State.Ids.NextKey(18), Secret = call.State.Ids.NextKey(32),
    };
}
