using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>machines/{system_id}/?op=…: what changes a machine's life, network or storage as a whole.</summary>
internal sealed partial class MachineClient
{
    public Task<Machine> CommissionAsync(string systemId, CommissionRequest request, CancellationToken token) =>
        SwitchPowerAsync(systemId, "commission", MachineForms.Commission(new RequestParameters(), request), token);

    public Task<Machine> AllocateAsync(string systemId, CancellationToken token) =>
        api.SendAsync<Machine>(MaasRequest.Post("machines/", "allocate", new RequestParameters().Add("system_id", systemId)), token);

    public Task<Machine> SetWorkloadAnnotationsAsync(
        string systemId, IReadOnlyDictionary<string, string> annotations, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(annotations);
        var form = new RequestParameters();
        foreach (var (name, value) in annotations)
            form.Add(name, value);
        return Do(systemId, "set_workload_annotations", form, token);
    }

    public Task<Machine> DeployAsync(string systemId, DeployRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.EnableHwSync)
            capabilities().RequireHardwareSync();
        if (request.EnableKernelCrashDump)
            capabilities().RequireKernelCrashDump();
        return Do(systemId, "deploy", MachineForms.Deploy(request), token);
    }

    public Task<Machine> ReleaseAsync(string systemId, ReleaseRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Scripts.Count > 0)
            capabilities().RequireReleaseScripts();
        return SwitchPowerAsync(systemId, "release", MachineForms.Release(request), token);
    }

    public Task<Machine> AbortAsync(string systemId, string? comment, CancellationToken token) =>
        SwitchPowerAsync(systemId, "abort", Comment(comment), token);

    public Task<Machine> TestAsync(string systemId, IReadOnlyList<string> testingScripts, bool enableSsh, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(testingScripts);
        var form = new RequestParameters().Add("testing_scripts", Join(testingScripts)).Flag("enable_ssh", enableSsh);
        return SwitchPowerAsync(systemId, "test", form, token);
    }

    public Task<Machine> OverrideFailedTestingAsync(string systemId, string? comment, CancellationToken token) =>
        Say(systemId, "override_failed_testing", comment, token);

    public Task<Machine> LockAsync(string systemId, string? comment, CancellationToken token) => Say(systemId, "lock", comment, token);

    public Task<Machine> UnlockAsync(string systemId, string? comment, CancellationToken token) => Say(systemId, "unlock", comment, token);

    public Task<Machine> MarkBrokenAsync(string systemId, string? comment, CancellationToken token) =>
        SwitchPowerAsync(systemId, "mark_broken", Comment(comment), token);

    public Task<Machine> MarkFixedAsync(string systemId, string? comment, CancellationToken token) =>
        Say(systemId, "mark_fixed", comment, token);

    public Task<Machine> EnterRescueModeAsync(string systemId, CancellationToken token) =>
        SwitchPowerAsync(systemId, "rescue_mode", null, token);

    public Task<Machine> ExitRescueModeAsync(string systemId, CancellationToken token) =>
        SwitchPowerAsync(systemId, "exit_rescue_mode", null, token);

    public Task<Machine> ClearDefaultGatewaysAsync(string systemId, CancellationToken token) =>
        Do(systemId, "clear_default_gateways", null, token);

    public Task<Machine> RestoreNetworkingAsync(string systemId, CancellationToken token) =>
        Do(systemId, "restore_networking_configuration", null, token);

    public Task<Machine> RestoreStorageAsync(string systemId, CancellationToken token) =>
        Do(systemId, "restore_storage_configuration", null, token);

    public Task<Machine> RestoreDefaultConfigurationAsync(string systemId, CancellationToken token) =>
        Do(systemId, "restore_default_configuration", null, token);

    public Task<Machine> SetStorageLayoutAsync(string systemId, StorageLayoutRequest request, CancellationToken token) =>
        Do(systemId, "set_storage_layout", MachineForms.Layout(request), token);

    public Task<Machine> MountSpecialAsync(string systemId, SpecialMount mount, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(mount);
        var form = StorageForms.Mount(mount.MountPoint, mount.MountOptions).Add("fstype", mount.FilesystemType);
        return Do(systemId, "mount_special", form, token);
    }

    public Task<Machine> UnmountSpecialAsync(string systemId, string mountPoint, CancellationToken token) =>
        Do(systemId, "unmount_special", new RequestParameters().Add("mount_point", mountPoint), token);
}
