using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Machines (machines/, machines/{system_id}/).</summary>
public interface IMachineClient
{
    /// <summary>
    /// GET machines/ with repeated filters, chunked below the URL limit; null or
    /// empty filter lists are left out. Without any filter: all machines.
    /// </summary>
    Task<IReadOnlyList<Machine>> ListAsync(MachineFilter filter, CancellationToken token);

    /// <summary>
    /// GET machines/ as <see cref="ListAsync"/>, each machine as soon as it
    /// has come. An answer that breaks off is an error after what came.
    /// </summary>
    IAsyncEnumerable<Machine> StreamAsync(MachineFilter filter, CancellationToken token);

    /// <summary>GET machines/{system_id}/.</summary>
    Task<Machine> GetAsync(string systemId, CancellationToken token);

    /// <summary>
    /// GET machines/?op=power_parameters: system id to parameters, of all
    /// machines or of those named. Administrators only; contains secrets.
    /// </summary>
    Task<IReadOnlyDictionary<string, PowerParameters>> GetPowerParametersAsync(
        IReadOnlyCollection<string>? systemIds, CancellationToken token);

    /// <summary>GET machines/{system_id}/?op=power_parameters. Administrators only; contains secrets.</summary>
    Task<PowerParameters> ReadPowerParametersAsync(string systemId, CancellationToken token);

    /// <summary>GET machines/{system_id}/?op=details (BSON): what lshw and lldpd wrote at commissioning.</summary>
    Task<MachineDetails> GetDetailsAsync(string systemId, CancellationToken token);

    /// <summary>GET machines/{system_id}/?op=details (BSON): the XML that lshw wrote at commissioning; null when there is none.</summary>
    Task<string?> GetLshwAsync(string systemId, CancellationToken token);

    /// <summary>GET nodes/{system_id}/results/: script results of the last runs.</summary>
    Task<IReadOnlyList<ScriptResultSet>> GetResultsAsync(string systemId, CancellationToken token);

    /// <summary>GET nodes/{system_id}/results/: script results of the last runs, filtered by the server.</summary>
    Task<IReadOnlyList<ScriptResultSet>> GetResultsAsync(string systemId, ScriptResultFilter filter, CancellationToken token);

    /// <summary>
    /// GET commissioning-results/?system_id=, chunked below the URL limit: what scripts of the machines' latest commissioning, installation
    /// and tests printed, of those that passed, failed, timed out or were aborted.
    /// </summary>
    Task<IReadOnlyList<NodeResult>> ListResultsAsync(IReadOnlyCollection<string> systemIds, CancellationToken token);

    /// <summary>
    /// GET machines/{system_id}/?op=query_power_state: asks the management
    /// controller; on, off, unknown (also where MAAS does not say) or error.
    /// </summary>
    Task<string> QueryPowerStateAsync(string systemId, CancellationToken token);

    /// <summary>POST machines/.</summary>
    Task<Machine> CreateAsync(MachineCreateRequest request, CancellationToken token);

    /// <summary>DELETE machines/{system_id}/; a locked machine is refused (403).</summary>
    Task DeleteAsync(string systemId, CancellationToken token);

    /// <summary>PUT machines/{system_id}/: host name, domain, power. Only given fields are sent.</summary>
    Task<Machine> UpdateAsync(string systemId, MachineUpdate update, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=commission.</summary>
    Task<Machine> CommissionAsync(string systemId, CommissionRequest request, CancellationToken token);

    /// <summary>POST machines/?op=allocate system_id=.</summary>
    Task<Machine> AllocateAsync(string systemId, CancellationToken token);

    /// <summary>
    /// POST machines/{system_id}/?op=set_workload_annotations (set_owner_data
    /// before MAAS 3.0), all pairs at once; an empty value removes the key.
    /// </summary>
    Task<Machine> SetWorkloadAnnotationsAsync(string systemId, IReadOnlyDictionary<string, string> annotations, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=deploy.</summary>
    Task<Machine> DeployAsync(string systemId, DeployRequest request, CancellationToken token);

    /// <summary>
    /// POST machines/{system_id}/?op=release. Drops owner, network addresses and workload annotations; may erase the disks.
    /// </summary>
    Task<Machine> ReleaseAsync(string systemId, ReleaseRequest request, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=power_on.</summary>
    Task<Machine> PowerOnAsync(string systemId, string? comment, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=power_off.</summary>
    Task<Machine> PowerOffAsync(string systemId, PowerStopMode mode, string? comment, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=lock: MAAS refuses destructive actions until it is unlocked.</summary>
    Task<Machine> LockAsync(string systemId, string? comment, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=unlock.</summary>
    Task<Machine> UnlockAsync(string systemId, string? comment, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=mark_broken; needs ownership, even of an administrator.</summary>
    Task<Machine> MarkBrokenAsync(string systemId, string? comment, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=mark_fixed.</summary>
    Task<Machine> MarkFixedAsync(string systemId, string? comment, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=abort: ends commissioning, testing, deploying or disk erasing.</summary>
    Task<Machine> AbortAsync(string systemId, string? comment, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=test: runs test scripts; empty for MAAS's choice.</summary>
    Task<Machine> TestAsync(string systemId, IReadOnlyList<string> testingScripts, bool enableSsh, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=override_failed_testing.</summary>
    Task<Machine> OverrideFailedTestingAsync(string systemId, string? comment, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=rescue_mode.</summary>
    Task<Machine> EnterRescueModeAsync(string systemId, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=exit_rescue_mode.</summary>
    Task<Machine> ExitRescueModeAsync(string systemId, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=mount_special: a file system in memory.</summary>
    Task<Machine> MountSpecialAsync(string systemId, SpecialMount mount, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=unmount_special.</summary>
    Task<Machine> UnmountSpecialAsync(string systemId, string mountPoint, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=clear_default_gateways.</summary>
    Task<Machine> ClearDefaultGatewaysAsync(string systemId, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=restore_default_configuration: network and storage as after commissioning.</summary>
    Task<Machine> RestoreDefaultConfigurationAsync(string systemId, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=restore_storage_configuration: the storage as after commissioning.</summary>
    Task<Machine> RestoreStorageAsync(string systemId, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=restore_networking_configuration.</summary>
    Task<Machine> RestoreNetworkingAsync(string systemId, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=set_storage_layout. Destroys what is on the disks.</summary>
    Task<Machine> SetStorageLayoutAsync(string systemId, StorageLayoutRequest request, CancellationToken token);
}
