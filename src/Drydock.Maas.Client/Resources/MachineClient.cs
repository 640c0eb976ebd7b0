using System.Runtime.CompilerServices;
using System.Text.Json;
using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>machines/, machines/{system_id}/ and its operations.</summary>
internal sealed class MachineClient(ApiConnection api, Func<MaasCapabilities> capabilities) : IMachineClient
{
    public async Task<IReadOnlyList<Machine>> ListAsync(MachineFilter filter, CancellationToken token)
    {
        if (IsSplitByStatus(filter))
            return await ListByStatusAsync(filter, token).ConfigureAwait(false);
        List<Machine>? fitting = null;
        foreach (var part in MachineQueries.Build(filter))
        {
            var machines = new List<Machine>();
            foreach (var query in part)
                machines.AddRange(await api.ListAsync<Machine>(Routes.List.ToRequest() with { Query = query }, token).ConfigureAwait(false));
            var ids = machines.Select(m => m.SystemId).ToHashSet(StringComparer.Ordinal);
            fitting = fitting is null ? [.. machines.DistinctBy(m => m.SystemId)] : [.. fitting.Where(m => ids.Contains(m.SystemId))];
        }

        return fitting ?? [];
    }

    public async IAsyncEnumerable<Machine> StreamAsync(MachineFilter filter, [EnumeratorCancellation] CancellationToken token)
    {
        if (IsSplitByStatus(filter) || MachineQueries.Build(filter) is not [var only])
        {
            foreach (var machine in await ListAsync(filter, token).ConfigureAwait(false))
                yield return machine;
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var query in only)
        {
            await foreach (var machine in api.StreamAsync<Machine>(Routes.List.ToRequest() with { Query = query }, token).ConfigureAwait(false))
            {
                if (seen.Add(machine.SystemId))
                    yield return machine;
            }
        }
    }

    public Task<Machine> GetAsync(string systemId, CancellationToken token) =>
        api.SendAsync<Machine>(Routes.Get.ToRequest(systemId), token);

    public async Task<IReadOnlyDictionary<string, PowerParameters>> GetPowerParametersAsync(
        IReadOnlyCollection<string>? systemIds, CancellationToken token)
    {
        var found = new Dictionary<string, PowerParameters>(StringComparer.Ordinal);
        if (systemIds is { Count: 0 })
            return found;
        foreach (var query in QueryChunks.Split("id", [.. systemIds ?? []], () => new RequestParameters()))
        {
            var request = Routes.GetPowerParameters.ToRequest() with { Query = query };
            foreach (var (id, parameters) in await PowerReader.ReadAsync(api, request, token).ConfigureAwait(false))
                found[id] = parameters;
        }

        return found;
    }

    public async Task<MachineDetails> GetDetailsAsync(string systemId, CancellationToken token)
    {
        var answer = await api.SendForBytesAsync(Routes.GetDetails.ToRequest(systemId), token).ConfigureAwait(false);
        return DetailsReader.Read(answer) with { SystemId = systemId, Origin = api.Origin };
    }

    public async Task<string?> GetLshwAsync(string systemId, CancellationToken token) =>
        (await GetDetailsAsync(systemId, token).ConfigureAwait(false)).Lshw;

    public Task<IReadOnlyList<ScriptResultSet>> GetResultsAsync(string systemId, CancellationToken token) =>
        GetResultsAsync(systemId, new ScriptResultFilter(), token);

    public Task<IReadOnlyList<ScriptResultSet>> GetResultsAsync(string systemId, ScriptResultFilter filter, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = new RequestParameters()
            .Add("type", filter.Type)
            .Add("hardware_type", filter.Hardware)
            .Add("filters", Join(filter.Filters))
            .Flag("include_output", filter.IncludeOutput);
        return api.ListAsync<ScriptResultSet>(Routes.GetResults.ToRequest(systemId) with { Query = query }, token);
    }

    public async Task<IReadOnlyList<NodeResult>> ListResultsAsync(IReadOnlyCollection<string> systemIds, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(systemIds);
        // Without a filter MAAS answers what the scripts of all nodes printed.
        if (systemIds.Count == 0)
            return [];
        var results = new List<NodeResult>();
        foreach (var query in QueryChunks.Split("system_id", [.. systemIds], () => new RequestParameters()))
            results.AddRange(await api.ListAsync<NodeResult>(Routes.ListResults.ToRequest() with { Query = query }, token).ConfigureAwait(false));
        return results;
    }

    public Task<Machine> CreateAsync(MachineCreateRequest request, CancellationToken token) =>
        api.SendAsync<Machine>(Routes.Create.ToRequest() with { Form = MachineForms.Create(request) }, token);

    public Task DeleteAsync(string systemId, CancellationToken token) => api.SendAsync(Routes.Delete.ToRequest(systemId), token);

    public Task<Machine> UpdateAsync(string systemId, MachineUpdate update, CancellationToken token) =>
        api.SendAsync<Machine>(Routes.Update.ToRequest(systemId) with { Form = MachineForms.Update(update) }, token);

    public Task<Machine> CommissionAsync(string systemId, CommissionRequest request, CancellationToken token) =>
        SwitchPowerAsync(Routes.Commission, systemId, MachineForms.Commission(new RequestParameters(), request), token);

    public Task<Machine> AllocateAsync(string systemId, CancellationToken token) =>
        api.SendAsync<Machine>(Routes.Allocate.ToRequest() with { Form = new RequestParameters().Add("system_id", systemId) }, token);

    public Task<Machine> SetWorkloadAnnotationsAsync(
        string systemId, IReadOnlyDictionary<string, string> annotations, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(annotations);
        var form = new RequestParameters();
        foreach (var (name, value) in annotations)
            form.Add(name, value);
        return SendAsync(Routes.SetWorkloadAnnotations, systemId, form, token);
    }

    public Task<Machine> DeployAsync(string systemId, DeployRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.EnableHwSync)
            capabilities().RequireHardwareSync();
        if (request.EnableKernelCrashDump)
            capabilities().RequireKernelCrashDump();
        return SendAsync(Routes.Deploy, systemId, MachineForms.Deploy(request), token);
    }

    public Task<Machine> ReleaseAsync(string systemId, ReleaseRequest request, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Scripts.Count > 0)
            capabilities().RequireReleaseScripts();
        return SwitchPowerAsync(Routes.Release, systemId, MachineForms.Release(request), token);
    }

    public Task<Machine> AbortAsync(string systemId, string? comment, CancellationToken token) =>
        SwitchPowerAsync(Routes.Abort, systemId, Comment(comment), token);

    public Task<Machine> TestAsync(string systemId, IReadOnlyList<string> testingScripts, bool enableSsh, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(testingScripts);
        var form = new RequestParameters().Add("testing_scripts", Join(testingScripts)).Flag("enable_ssh", enableSsh);
        return SwitchPowerAsync(Routes.Test, systemId, form, token);
    }

    public Task<Machine> OverrideFailedTestingAsync(string systemId, string? comment, CancellationToken token) =>
        SendAsync(Routes.OverrideFailedTesting, systemId, Comment(comment), token);

    public Task<Machine> LockAsync(string systemId, string? comment, CancellationToken token) => SendAsync(Routes.Lock, systemId, Comment(comment), token);

    public Task<Machine> UnlockAsync(string systemId, string? comment, CancellationToken token) => SendAsync(Routes.Unlock, systemId, Comment(comment), token);

    public Task<Machine> MarkBrokenAsync(string systemId, string? comment, CancellationToken token) =>
        SwitchPowerAsync(Routes.MarkBroken, systemId, Comment(comment), token);

    public Task<Machine> MarkFixedAsync(string systemId, string? comment, CancellationToken token) =>
        SendAsync(Routes.MarkFixed, systemId, Comment(comment), token);

    public Task<Machine> EnterRescueModeAsync(string systemId, CancellationToken token) =>
        SwitchPowerAsync(Routes.EnterRescueMode, systemId, null, token);

    public Task<Machine> ExitRescueModeAsync(string systemId, CancellationToken token) =>
        SwitchPowerAsync(Routes.ExitRescueMode, systemId, null, token);

    public Task<Machine> ClearDefaultGatewaysAsync(string systemId, CancellationToken token) =>
        SendAsync(Routes.ClearDefaultGateways, systemId, null, token);

    public Task<Machine> SetStorageLayoutAsync(string systemId, StorageLayoutRequest request, CancellationToken token) =>
        SendAsync(Routes.SetStorageLayout, systemId, MachineForms.Layout(request), token);

    public Task<Machine> MountSpecialAsync(string systemId, SpecialMount mount, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(mount);
        var form = StorageForms.Mount(mount.MountPoint, mount.MountOptions).Add("fstype", mount.FilesystemType);
        return SendAsync(Routes.MountSpecial, systemId, form, token);
    }

    public Task<Machine> UnmountSpecialAsync(string systemId, string mountPoint, CancellationToken token) =>
        SendAsync(Routes.UnmountSpecial, systemId, new RequestParameters().Add("mount_point", mountPoint), token);

    public async Task<string> QueryPowerStateAsync(string systemId, CancellationToken token)
    {
        var request = AwaitingPower(Routes.QueryPowerState.ToRequest(systemId));
        var answer = await ExplainPowerAsync(systemId, () => api.SendAsync<Dictionary<string, JsonElement>>(request, token)).ConfigureAwait(false);
        return answer.TryGetValue("state", out var state) && state.ToString() is { Length: > 0 } known ? known : "unknown";
    }

    public Task<Machine> PowerOnAsync(string systemId, string? comment, CancellationToken token) =>
        SwitchPowerAsync(Routes.PowerOn, systemId, Comment(comment), token);

    /// <summary>Of a machine that is switched by hand MAAS answers null: it has done nothing.</summary>
    public async Task<Machine> PowerOffAsync(string systemId, PowerStopMode mode, string? comment, CancellationToken token)
    {
        var form = Comment(comment).Add("stop_mode", mode == PowerStopMode.Soft ? "soft" : "hard");
        var request = AwaitingPower(Routes.PowerOff.ToRequest(systemId) with { Form = form });
        return await ExplainPowerAsync(systemId, () => api.TrySendAsync<Machine>(request, token)).ConfigureAwait(false)
            ?? await GetAsync(systemId, token).ConfigureAwait(false);
    }

    private bool IsSplitByStatus(MachineFilter filter) => filter.Statuses.Count > 1 && !capabilities().FiltersBySeveralStatuses;

    private async Task<IReadOnlyList<Machine>> ListByStatusAsync(MachineFilter filter, CancellationToken token)
    {
        var machines = new List<Machine>();
        foreach (var status in filter.Statuses)
            machines.AddRange(await ListAsync(filter with { Statuses = [status] }, token).ConfigureAwait(false));
        return [.. machines.DistinctBy(m => m.SystemId)];
    }

    private Task<Machine> SendAsync(ApiRoute route, string systemId, RequestParameters? form, CancellationToken token) =>
        api.SendAsync<Machine>(route.ToRequest(systemId) with { Form = form ?? new() }, token);

    /// <summary>Asks for what switches the machine's power.</summary>
    private Task<Machine> SwitchPowerAsync(ApiRoute route, string systemId, RequestParameters? form, CancellationToken token) =>
        ExplainPowerAsync(systemId, () => api.SendAsync<Machine>(AwaitingPower(route.ToRequest(systemId) with { Form = form ?? new() }), token));

    private MaasRequest AwaitingPower(MaasRequest request) => request with { AwaitsPower = capabilities().SwitchesPowerBeforeAnswering };

    /// <summary>Says so where MAAS failed at a machine's power.</summary>
    private async Task<T> ExplainPowerAsync<T>(string systemId, Func<Task<T>> send)
    {
        try
        {
            return await send().ConfigureAwait(false);
        }
        catch (MaasApiException e) when (e.StatusCode == 500 && capabilities().SwitchesPowerBeforeAnswering)
        {
            throw ErrorResponses.DescribePowerFailure(systemId, e);
        }
    }

    private static RequestParameters Comment(string? comment) => new RequestParameters().Add("comment", comment);

    private static string? Join(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join(',', names);

    private static class Routes
    {
        public static readonly ApiRoute List = ApiRoute.Get("machines/");
        public static readonly ApiRoute Get = ApiRoute.Get("machines/{system_id}/");
        public static readonly ApiRoute GetPowerParameters = ApiRoute.Get("machines/", "power_parameters");
        public static readonly ApiRoute GetDetails = ApiRoute.Get("machines/{system_id}/", "details");
        public static readonly ApiRoute GetResults = ApiRoute.Get("nodes/{system_id}/results/");
        public static readonly ApiRoute ListResults = ApiRoute.Get("commissioning-results/");
        public static readonly ApiRoute Create = ApiRoute.Post("machines/");
        public static readonly ApiRoute Delete = ApiRoute.Delete("machines/{system_id}/");
        public static readonly ApiRoute Update = ApiRoute.Put("machines/{system_id}/");
        public static readonly ApiRoute Commission = ApiRoute.Post("machines/{system_id}/", "commission");
        public static readonly ApiRoute Allocate = ApiRoute.Post("machines/", "allocate");
        public static readonly ApiRoute SetWorkloadAnnotations = ApiRoute.Post("machines/{system_id}/", "set_workload_annotations");
        public static readonly ApiRoute Deploy = ApiRoute.Post("machines/{system_id}/", "deploy");
        public static readonly ApiRoute Release = ApiRoute.Post("machines/{system_id}/", "release");
        public static readonly ApiRoute Abort = ApiRoute.Post("machines/{system_id}/", "abort");
        public static readonly ApiRoute Test = ApiRoute.Post("machines/{system_id}/", "test");
        public static readonly ApiRoute OverrideFailedTesting = ApiRoute.Post("machines/{system_id}/", "override_failed_testing");
        public static readonly ApiRoute Lock = ApiRoute.Post("machines/{system_id}/", "lock");
        public static readonly ApiRoute Unlock = ApiRoute.Post("machines/{system_id}/", "unlock");
        public static readonly ApiRoute MarkBroken = ApiRoute.Post("machines/{system_id}/", "mark_broken");
        public static readonly ApiRoute MarkFixed = ApiRoute.Post("machines/{system_id}/", "mark_fixed");
        public static readonly ApiRoute EnterRescueMode = ApiRoute.Post("machines/{system_id}/", "rescue_mode");
        public static readonly ApiRoute ExitRescueMode = ApiRoute.Post("machines/{system_id}/", "exit_rescue_mode");
        public static readonly ApiRoute ClearDefaultGateways = ApiRoute.Post("machines/{system_id}/", "clear_default_gateways");
        public static readonly ApiRoute SetStorageLayout = ApiRoute.Post("machines/{system_id}/", "set_storage_layout");
        public static readonly ApiRoute MountSpecial = ApiRoute.Post("machines/{system_id}/", "mount_special");
        public static readonly ApiRoute UnmountSpecial = ApiRoute.Post("machines/{system_id}/", "unmount_special");
        public static readonly ApiRoute QueryPowerState = ApiRoute.Get("machines/{system_id}/", "query_power_state");
        public static readonly ApiRoute PowerOn = ApiRoute.Post("machines/{system_id}/", "power_on");
        public static readonly ApiRoute PowerOff = ApiRoute.Post("machines/{system_id}/", "power_off");
    }
}
