using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>Machines (machines/, machines/{system_id}/).</summary>
public interface IMachineClient
{
    /// <summary>GET machines/ with repeated filters, chunked below the URL limit; null or empty filter lists are left out. Without any filter: all machines.</summary>
    Task<IReadOnlyList<Machine>> ListAsync(MachineFilter filter, CancellationToken token);

    /// <summary>GET machines/{system_id}/.</summary>
    Task<Machine> GetAsync(string systemId, CancellationToken token);

    /// <summary>GET machines/?op=power_parameters: system id to parameters, of all machines or of those named. Administrators only; contains secrets.</summary>
    Task<IReadOnlyDictionary<string, PowerParameters>> GetPowerParametersAsync(IReadOnlyCollection<string>? systemIds, CancellationToken token);

    /// <summary>GET machines/{system_id}/?op=details (BSON): the XML that lshw wrote at commissioning; null when there is none.</summary>
    Task<string?> GetLshwAsync(string systemId, CancellationToken token);

    /// <summary>GET nodes/{system_id}/results/: script results of the last runs.</summary>
    Task<IReadOnlyList<ScriptResultSet>> GetResultsAsync(string systemId, CancellationToken token);

    /// <summary>PUT machines/{system_id}/: host name, domain, power. Only given fields are sent.</summary>
    Task<Machine> UpdateAsync(string systemId, MachineUpdate update, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=commission.</summary>
    Task<Machine> CommissionAsync(string systemId, CommissionRequest request, CancellationToken token);

    /// <summary>POST machines/?op=allocate system_id=.</summary>
    Task<Machine> AllocateAsync(string systemId, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=set_workload_annotations (set_owner_data before MAAS 3.0), all pairs at once; an empty value removes the key.</summary>
    Task<Machine> SetWorkloadAnnotationsAsync(string systemId, IReadOnlyDictionary<string, string> annotations, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=deploy.</summary>
    Task<Machine> DeployAsync(string systemId, DeployRequest request, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=release.</summary>
    Task<Machine> ReleaseAsync(string systemId, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=restore_networking_configuration.</summary>
    Task<Machine> RestoreNetworkingAsync(string systemId, CancellationToken token);

    /// <summary>POST machines/{system_id}/?op=set_storage_layout. Destroys what is on the disks.</summary>
    Task<Machine> SetStorageLayoutAsync(string systemId, StorageLayoutRequest request, CancellationToken token);
}
