using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>machines/ over a list of machines; it remembers what was asked.</summary>
internal sealed class FakeMachines : IMachineClient
{
    public List<Machine> All { get; init; } = [];

    public Dictionary<string, PowerParameters> Power { get; init; } = [];

    /// <summary>What the management controllers say; may throw.</summary>
    public Func<string> PowerState { get; init; } = () => throw new NotSupportedException();

    public List<ScriptResultSet> Results { get; init; } = [];

    /// <summary>The requests so far, in words.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Machines that the next list leaves out though they are there.</summary>
    public HashSet<string> LeftOut { get; } = [];

    /// <summary>Called before each list is answered; may throw.</summary>
    public Action<MachineFilter>? Listing { get; set; }

    /// <summary>Called before each update is answered; may throw.</summary>
    public Action? Updating { get; set; }

    /// <summary>Called before each release is answered; may throw.</summary>
    public Action? Releasing { get; set; }

    public MachineUpdate? Update { get; private set; }

    public CommissionRequest? Commissioning { get; private set; }

    public ReleaseRequest? Release { get; private set; }

    public DeployRequest? Deployment { get; private set; }

    public IReadOnlyDictionary<string, string>? Annotations { get; private set; }

    public Task<IReadOnlyList<Machine>> ListAsync(MachineFilter filter, CancellationToken token)
    {
        lock (Requests)
            Requests.Add($"list {string.Join(",", filter.SystemIds.Concat(filter.Hostnames).Concat(filter.MacAddresses))}");
        Listing?.Invoke(filter);
        lock (Requests)
            return Task.FromResult<IReadOnlyList<Machine>>([.. All.Where(m => IsAskedFor(m, filter) && !LeftOut.Remove(m.SystemId))]);
    }

    public IAsyncEnumerable<Machine> StreamAsync(MachineFilter filter, CancellationToken token) => throw new NotSupportedException();

    public Task<Machine> GetAsync(string systemId, CancellationToken token)
    {
        lock (Requests)
        {
            Requests.Add($"get {systemId}");
            return Task.FromResult(All.Find(m => m.SystemId == systemId)
                ?? throw new MaasApiException("MaasNotFound", "Not Found") { StatusCode = 404 });
        }
    }

    public Task<IReadOnlyDictionary<string, PowerParameters>> GetPowerParametersAsync(
        IReadOnlyCollection<string>? systemIds, CancellationToken token)
    {
        lock (Requests)
            Requests.Add($"power {(systemIds is null ? "all" : string.Join(",", systemIds))}");
        return Task.FromResult<IReadOnlyDictionary<string, PowerParameters>>(Power);
    }

    public Task<string?> GetLshwAsync(string systemId, CancellationToken token) => throw new NotSupportedException();

    public Task<IReadOnlyList<ScriptResultSet>> GetResultsAsync(string systemId, CancellationToken token) =>
        Task.FromResult<IReadOnlyList<ScriptResultSet>>(Results);

    public Task<Machine> UpdateAsync(string systemId, MachineUpdate update, CancellationToken token)
    {
        Updating?.Invoke();
        Update = update;
        return Answer("update", systemId);
    }

    public Task<Machine> CommissionAsync(string systemId, CommissionRequest request, CancellationToken token)
    {
        Commissioning = request;
        return Answer("commission", systemId);
    }

    /// <summary>Answered to an allocation instead of the machine asked for.</summary>
    public Machine? Allocated { get; init; }

    public Task<Machine> AllocateAsync(string systemId, CancellationToken token) => Answer("allocate", Allocated?.SystemId ?? systemId);

    public Task<Machine> SetWorkloadAnnotationsAsync(
        string systemId, IReadOnlyDictionary<string, string> annotations, CancellationToken token)
    {
        Annotations = annotations;
        return Answer("annotate", systemId);
    }

    public Task<Machine> DeployAsync(string systemId, DeployRequest request, CancellationToken token)
    {
        Deployment = request;
        return Answer("deploy", systemId);
    }

    public Task<Machine> ReleaseAsync(string systemId, ReleaseRequest request, CancellationToken token)
    {
        Releasing?.Invoke();
        Release = request;
        return Answer("release", systemId);
    }

    public Task<MachineDetails> GetDetailsAsync(string systemId, CancellationToken token) => throw new NotSupportedException();

    public Task<IReadOnlyList<ScriptResultSet>> GetResultsAsync(string systemId, ScriptResultFilter filter, CancellationToken token) =>
        Task.FromResult<IReadOnlyList<ScriptResultSet>>(Results);

    public Task<IReadOnlyList<NodeResult>> ListResultsAsync(IReadOnlyCollection<string> systemIds, CancellationToken token) =>
        Task.FromResult<IReadOnlyList<NodeResult>>([]);

    public Task<string> QueryPowerStateAsync(string systemId, CancellationToken token) => Task.FromResult(PowerState());

    /// <summary>The machine that was asked for.</summary>
    public MachineCreateRequest? Created { get; private set; }

    public Task<Machine> CreateAsync(MachineCreateRequest request, CancellationToken token)
    {
        Created = request;
        return Task.FromResult(new Machine { SystemId = "made", Hostname = request.Hostname ?? "" });
    }

    public async Task DeleteAsync(string systemId, CancellationToken token)
    {
        await Answer("delete", systemId);
        lock (Requests)
            All.RemoveAll(m => m.SystemId == systemId);
    }

    public Task<Machine> PowerOnAsync(string systemId, string? comment, CancellationToken token) => Answer("power on", systemId);

    public Task<Machine> PowerOffAsync(string systemId, PowerStopMode mode, string? comment, CancellationToken token) =>
        Answer("power off", systemId);

    public Task<Machine> LockAsync(string systemId, string? comment, CancellationToken token) => Answer("lock", systemId);

    public Task<Machine> UnlockAsync(string systemId, string? comment, CancellationToken token) => Answer("unlock", systemId);

    public Task<Machine> MarkBrokenAsync(string systemId, string? comment, CancellationToken token) => Answer("mark broken", systemId);

    public Task<Machine> MarkFixedAsync(string systemId, string? comment, CancellationToken token) => Answer("mark fixed", systemId);

    public Task<Machine> AbortAsync(string systemId, string? comment, CancellationToken token) => Answer("abort", systemId);

    public Task<Machine> TestAsync(
        string systemId, IReadOnlyList<string> testingScripts, bool enableSsh, CancellationToken token) => Answer("test", systemId);

    public Task<Machine> OverrideFailedTestingAsync(string systemId, string? comment, CancellationToken token) =>
        Answer("override failed testing", systemId);

    public Task<Machine> EnterRescueModeAsync(string systemId, CancellationToken token) => Answer("rescue mode", systemId);

    public Task<Machine> ExitRescueModeAsync(string systemId, CancellationToken token) => Answer("exit rescue mode", systemId);

    public Task<Machine> MountSpecialAsync(string systemId, SpecialMount mount, CancellationToken token) => Answer("mount special", systemId);

    public Task<Machine> UnmountSpecialAsync(string systemId, string mountPoint, CancellationToken token) => Answer("unmount special", systemId);

    public Task<Machine> ClearDefaultGatewaysAsync(string systemId, CancellationToken token) => Answer("clear default gateways", systemId);

    public Task<Machine> SetStorageLayoutAsync(string systemId, StorageLayoutRequest request, CancellationToken token) => throw new NotSupportedException();

    private static bool IsAskedFor(Machine machine, MachineFilter filter) =>
        filter.SystemIds.Contains(machine.SystemId)
        || filter.Hostnames.Contains(machine.Hostname, StringComparer.OrdinalIgnoreCase)
        || machine.Interfaces.Any(i => filter.MacAddresses.Contains(i.MacAddress, StringComparer.OrdinalIgnoreCase));

    private Task<Machine> Answer(string request, string systemId)
    {
        lock (Requests)
            Requests.Add($"{request} {systemId}");
        return Task.FromResult(All.First(m => m.SystemId == systemId));
    }
}
