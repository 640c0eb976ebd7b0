using System.Text.Json;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>machines/.</summary>
internal sealed class MachineClient(ApiConnection api, Func<bool> hasWorkloadAnnotations) : IMachineClient
{
    public async Task<IReadOnlyList<Machine>> ListAsync(MachineFilter filter, CancellationToken token)
    {
        var machines = new List<Machine>();
        foreach (var query in MachineQueries.Of(filter))
            machines.AddRange(await api.SendAsync<List<Machine>>(MaasRequest.Get("machines/", null, query), token).ConfigureAwait(false));
        return [.. machines.DistinctBy(m => m.SystemId)];
    }

    public Task<Machine> GetAsync(string systemId, CancellationToken token) => api.SendAsync<Machine>(MaasRequest.Get(One(systemId)), token);

    public async Task<IReadOnlyDictionary<string, PowerParameters>> GetPowerParametersAsync(
        IReadOnlyCollection<string>? systemIds, CancellationToken token)
    {
        var found = new Dictionary<string, PowerParameters>(StringComparer.Ordinal);
        if (systemIds is { Count: 0 })
            return found;
        foreach (var query in QueryChunks.Split("id", [.. systemIds ?? []], () => new RequestParameters()))
        {
            var request = MaasRequest.Get("machines/", "power_parameters", query);
            foreach (var (id, parameters) in await PowerReader.ReadAsync(api, request, token).ConfigureAwait(false))
                found[id] = parameters;
        }

        return found;
    }

    public async Task<string?> GetLshwAsync(string systemId, CancellationToken token) =>
        Lshw.Read(await api.SendForBytesAsync(MaasRequest.Get(One(systemId), "details"), token).ConfigureAwait(false));

    public async Task<IReadOnlyList<ScriptResultSet>> GetResultsAsync(string systemId, CancellationToken token) =>
        await api.SendAsync<List<ScriptResultSet>>(MaasRequest.Get($"nodes/{Escape(systemId)}/results/"), token).ConfigureAwait(false);

    public Task<Machine> UpdateAsync(string systemId, MachineUpdate update, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(update);
        var form = new RequestParameters().Add("hostname", update.Hostname).Add("domain", update.Domain).Add("power_type", update.PowerType);
        foreach (var (name, value) in update.PowerParameters)
            form.Add($"power_parameters_{name}", value);
        return api.SendAsync<Machine>(MaasRequest.Put(One(systemId), form), token);
    }

    public Task<Machine> CommissionAsync(string systemId, CommissionRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new RequestParameters()
            .Flag("enable_ssh", request.EnableSsh)
            .Flag("skip_bmc_config", request.SkipBmcConfig)
            .Flag("skip_networking", request.SkipNetworking)
            .Flag("skip_storage", request.SkipStorage)
            .Add("commissioning_scripts", Join(request.CommissioningScripts))
            .Add("testing_scripts", Join(request.TestingScripts));
        return Do(systemId, "commission", form, token);
    }

    public Task<Machine> AllocateAsync(string systemId, CancellationToken token) =>
        api.SendAsync<Machine>(MaasRequest.Post("machines/", "allocate", new RequestParameters().Add("system_id", systemId)), token);

    public Task<Machine> SetWorkloadAnnotationsAsync(string systemId, IReadOnlyDictionary<string, string> annotations, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(annotations);
        var form = new RequestParameters();
        foreach (var (name, value) in annotations)
            form.Add(name, value);
        return Do(systemId, hasWorkloadAnnotations() ? "set_workload_annotations" : "set_owner_data", form, token);
    }

    public Task<Machine> DeployAsync(string systemId, DeployRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new RequestParameters()
            .Add("distro_series", request.DistroSeries)
            .Add("hwe_kernel", request.HweKernel)
            .Add("user_data", request.UserData)
            .Add("comment", request.Comment);
        return Do(systemId, "deploy", form, token);
    }

    public Task<Machine> ReleaseAsync(string systemId, CancellationToken token) => Do(systemId, "release", null, token);

    public Task<Machine> RestoreNetworkingAsync(string systemId, CancellationToken token) =>
        Do(systemId, "restore_networking_configuration", null, token);

    public Task<Machine> SetStorageLayoutAsync(string systemId, StorageLayoutRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new RequestParameters()
            .Add("storage_layout", request.Layout)
            .Add("root_device", request.RootDevice)
            .Add("root_size", request.RootSize)
            .Add("boot_size", request.BootSize)
            .Add("vg_name", request.VolumeGroupName)
            .Add("lv_name", request.LogicalVolumeName)
            .Add("lv_size", request.LogicalVolumeSize);
        return Do(systemId, "set_storage_layout", form, token);
    }

    private Task<Machine> Do(string systemId, string operation, RequestParameters? form, CancellationToken token) =>
        api.SendAsync<Machine>(MaasRequest.Post(One(systemId), operation, form), token);

    private static string One(string systemId) => $"machines/{Escape(systemId)}/";

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static string? Join(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join(',', names);
}
