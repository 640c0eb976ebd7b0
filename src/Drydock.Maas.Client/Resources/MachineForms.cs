using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;

namespace Drydock.Maas.Client.Resources;

/// <summary>Forms of machines.</summary>
internal static class MachineForms
{
    public static RequestParameters Create(MachineCreateRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = Fields(request).Add("architecture", request.Architecture).AddAll("mac_addresses", request.MacAddresses.Select(MacNumber.Normalize));
        form.Add("commission", request.Commission is not null);
        return request.Commission is { } commission ? Commission(form, commission) : form;
    }

    public static RequestParameters Update(MachineUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return Fields(update);
    }

    public static RequestParameters Commission(RequestParameters form, CommissionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return form
            .Flag("enable_ssh", request.EnableSsh)
            .Flag("skip_bmc_config", request.SkipBmcConfig)
            .Flag("skip_networking", request.SkipNetworking)
            .Flag("skip_storage", request.SkipStorage)
            .Add("commissioning_scripts", Join(request.CommissioningScripts))
            .Add("testing_scripts", Join(request.TestingScripts));
    }

    public static RequestParameters Deploy(DeployRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RequestParameters()
            .Add("distro_series", request.DistroSeries)
            .Add("hwe_kernel", request.HweKernel)
            .Add("user_data", request.UserData)
            .Add("comment", request.Comment)
            .Add("agent_name", request.AgentName)
            .Flag("ephemeral_deploy", request.EphemeralDeploy)
            .Flag("enable_hw_sync", request.EnableHwSync)
            .Flag("install_kvm", request.InstallKvm)
            .Flag("register_vmhost", request.RegisterVmHost)
            .Flag("enable_kernel_crash_dump", request.EnableKernelCrashDump)
            .Flag("bridge_all", request.BridgeAll);
    }

    public static RequestParameters Release(ReleaseRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RequestParameters()
            .Add("erase", request.Erase)
            .Add("secure_erase", request.SecureErase)
            .Add("quick_erase", request.QuickErase)
            .Add("comment", request.Comment)
            .Add("scripts", Join(request.Scripts));
    }

    public static RequestParameters Layout(StorageLayoutRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RequestParameters()
            .Add("storage_layout", request.Layout)
            .Add("root_device", request.RootDevice)
            .Add("root_size", request.RootSize)
            .Add("boot_size", request.BootSize)
            .Add("vg_name", request.VolumeGroupName)
            .Add("lv_name", request.LogicalVolumeName)
            .Add("lv_size", request.LogicalVolumeSize);
    }

    private static RequestParameters Fields(MachineFields machine)
    {
        var form = new RequestParameters()
            .Add("hostname", machine.Hostname)
            .Add("domain", machine.Domain)
            .Add("description", machine.Description)
            .Add("zone", machine.Zone)
            .Add("pool", machine.Pool)
            .Add("min_hwe_kernel", machine.MinHweKernel)
            .Add("power_type", machine.PowerType);
        foreach (var (name, value) in machine.PowerParameters)
            form.Add($"power_parameters_{name}", value);
        return form;
    }

    private static string? Join(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join(',', names);
}
