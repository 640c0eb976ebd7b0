using System.Runtime.CompilerServices;
using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Resources;

/// <summary>machines/: what is read, made and deleted.</summary>
internal sealed partial class MachineClient(ApiConnection api, Func<MaasCapabilities> capabilities) : IMachineClient
{
    public async Task<IReadOnlyList<Machine>> ListAsync(MachineFilter filter, CancellationToken token)
    {
        if (IsSplitByStatus(filter))
            return await ListByStatusAsync(filter, token).ConfigureAwait(false);
        List<Machine>? fitting = null;
        foreach (var part in MachineQueries.Of(filter))
        {
            var machines = new List<Machine>();
            foreach (var query in part)
                machines.AddRange(await api.ListAsync<Machine>(MaasRequest.Get("machines/", null, query), token).ConfigureAwait(false));
            var ids = machines.Select(m => m.SystemId).ToHashSet(StringComparer.Ordinal);
            fitting = fitting is null ? [.. machines.DistinctBy(m => m.SystemId)] : [.. fitting.Where(m => ids.Contains(m.SystemId))];
        }

        return fitting ?? [];
    }

    public async IAsyncEnumerable<Machine> StreamAsync(MachineFilter filter, [EnumeratorCancellation] CancellationToken token)
    {
        if (IsSplitByStatus(filter) || MachineQueries.Of(filter) is not [var only])
        {
            foreach (var machine in await ListAsync(filter, token).ConfigureAwait(false))
                yield return machine;
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var query in only)
        {
            await foreach (var machine in api.StreamAsync<Machine>(MaasRequest.Get("machines/", null, query), token).ConfigureAwait(false))
            {
                if (seen.Add(machine.SystemId))
                    yield return machine;
            }
        }
    }

    public Task<Machine> GetAsync(string systemId, CancellationToken token) =>
        api.SendAsync<Machine>(MaasRequest.Get(One(systemId)), token);

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

    public Task<PowerParameters> ReadPowerParametersAsync(string systemId, CancellationToken token) =>
        PowerReader.ReadOneAsync(api, MaasRequest.Get(One(systemId), "power_parameters"), token);

    public async Task<MachineDetails> GetDetailsAsync(string systemId, CancellationToken token)
    {
        var answer = await api.SendForBytesAsync(MaasRequest.Get(One(systemId), "details"), token).ConfigureAwait(false);
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
        return api.ListAsync<ScriptResultSet>(MaasRequest.Get($"nodes/{Escape(systemId)}/results/", null, query), token);
    }

    public Task<Machine> CreateAsync(MachineCreateRequest request, CancellationToken token) =>
        api.SendAsync<Machine>(MaasRequest.Post("machines/", null, MachineForms.Create(request)), token);

    public Task DeleteAsync(string systemId, CancellationToken token) => api.SendAsync(MaasRequest.Delete(One(systemId)), token);

    public Task<Machine> UpdateAsync(string systemId, MachineUpdate update, CancellationToken token) =>
        api.SendAsync<Machine>(MaasRequest.Put(One(systemId), MachineForms.Update(update)), token);

    private bool IsSplitByStatus(MachineFilter filter) => filter.Statuses.Count > 1 && !capabilities().FiltersBySeveralStatuses;

    private async Task<IReadOnlyList<Machine>> ListByStatusAsync(MachineFilter filter, CancellationToken token)
    {
        var machines = new List<Machine>();
        foreach (var status in filter.Statuses)
            machines.AddRange(await ListAsync(filter with { Statuses = [status] }, token).ConfigureAwait(false));
        return [.. machines.DistinctBy(m => m.SystemId)];
    }

    private Task<Machine> Do(string systemId, string operation, RequestParameters? form, CancellationToken token) =>
        api.SendAsync<Machine>(MaasRequest.Post(One(systemId), operation, form), token);

    private Task<Machine> Say(string systemId, string operation, string? comment, CancellationToken token) =>
        Do(systemId, operation, Comment(comment), token);

    private static RequestParameters Comment(string? comment) => new RequestParameters().Add("comment", comment);

    private static string One(string systemId) => $"machines/{Escape(systemId)}/";

    private static string Escape(string text) => Uri.EscapeDataString(text);

    private static string? Join(IReadOnlyList<string> names) => names.Count == 0 ? null : string.Join(',', names);
}
