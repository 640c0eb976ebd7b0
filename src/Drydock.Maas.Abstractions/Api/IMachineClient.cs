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

    /// <summary>POST machines/{system_id}/?op=set_storage_layout. Destroys what is on the disks.</summary>
    Task<Machine> SetStorageLayoutAsync(string systemId, StorageLayoutRequest request, CancellationToken token);
}

/// <summary>The machines to list; each list is sent as a repeated parameter, empty lists are left out.</summary>
public sealed record MachineFilter
{
    /// <summary>System ids (id=).</summary>
    public IReadOnlyList<string> SystemIds { get; init; } = [];

    /// <summary>Short names (hostname=); a domain is cut off, and upper and lower case do not matter.</summary>
    public IReadOnlyList<string> Hostnames { get; init; } = [];

    /// <summary>MAC addresses of any interface (mac_address=); sent in lower case.</summary>
    public IReadOnlyList<string> MacAddresses { get; init; } = [];

    /// <summary>Statuses in MAAS's words or names (status=), for example Failed commissioning or failed_commissioning.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Tags a machine must all have (tags=).</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Zones (zone=).</summary>
    public IReadOnlyList<string> Zones { get; init; } = [];

    /// <summary>Resource pools (pool=).</summary>
    public IReadOnlyList<string> Pools { get; init; } = [];

    /// <summary>Domains (domain=).</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>Other filters of machines/ by name, for example agent_name, not_tags, cpu_count, mem or arch.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Others { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>Fields of a machine that can be given when it is made and changed later; null leaves one out.</summary>
public abstract record MachineFields
{
    /// <summary>The short name.</summary>
    public string? Hostname { get; init; }

    /// <summary>The DNS domain's name.</summary>
    public string? Domain { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The availability zone's name.</summary>
    public string? Zone { get; init; }

    /// <summary>The resource pool's name.</summary>
    public string? Pool { get; init; }

    /// <summary>The oldest kernel it may boot, for example ga-22.04.</summary>
    public string? MinHweKernel { get; init; }

    /// <summary>The power driver: ipmi, redfish, virsh, manual and so on.</summary>
    public string? PowerType { get; init; }

    /// <summary>Parameters of the power driver, sent as power_parameters_NAME; may hold secrets.</summary>
    public IReadOnlyDictionary<string, string> PowerParameters { get; init; } = new Dictionary<string, string>();
}

/// <summary>
/// A machine MAAS has not seen yet; what is null is left out, and MAAS makes up a host name. Its text form shows no secret.
/// </summary>
public sealed record MachineCreateRequest : MachineFields
{
    /// <summary>Architecture and sub-architecture, for example amd64/generic.</summary>
    public string Architecture { get; init; } = "";

    /// <summary>MAC addresses of its interfaces; one at least, unless the power driver tells the boot one.</summary>
    public IReadOnlyList<string> MacAddresses { get; init; } = [];

    /// <summary>How to commission it at once; null for not now.</summary>
    public CommissionRequest? Commission { get; init; }

    /// <summary>Host name, architecture and power driver; never a secret.</summary>
    public override string ToString() => $"{Hostname} {Architecture} {PowerType}".Trim();
}

/// <summary>Fields of a machine to change; null leaves one as it is.</summary>
public sealed record MachineUpdate : MachineFields
{
    /// <summary>Names of what changes; never a secret.</summary>
    public override string ToString() => $"{Hostname} {Domain} {PowerType} ({PowerParameters.Count} power parameters)";
}

/// <summary>Options of commissioning a machine; what is null or false is left out.</summary>
public sealed record CommissionRequest
{
    /// <summary>Leave the machine on with SSH afterwards.</summary>
    public bool EnableSsh { get; init; }

    /// <summary>Leave the management controller's user alone.</summary>
    public bool SkipBmcConfig { get; init; }

    /// <summary>Keep the network configuration.</summary>
    public bool SkipNetworking { get; init; }

    /// <summary>Keep the storage configuration.</summary>
    public bool SkipStorage { get; init; }

    /// <summary>Scripts to run; empty for MAAS's choice.</summary>
    public IReadOnlyList<string> CommissioningScripts { get; init; } = [];

    /// <summary>Tests to run, or none; empty for MAAS's choice.</summary>
    public IReadOnlyList<string> TestingScripts { get; init; } = [];
}

/// <summary>Options of deploying a machine; what is null or false is left out.</summary>
public sealed record DeployRequest
{
    /// <summary>The release, for example jammy.</summary>
    public string? DistroSeries { get; init; }

    /// <summary>The kernel, for example ga-22.04.</summary>
    public string? HweKernel { get; init; }

    /// <summary>cloud-init user data as base64.</summary>
    public string? UserData { get; init; }

    /// <summary>Whether it runs in memory only and leaves the disks alone.</summary>
    public bool EphemeralDeploy { get; init; }

    /// <summary>MAAS 3.2 and later: whether its hardware is looked at again while deployed.</summary>
    public bool EnableHwSync { get; init; }

    /// <summary>Whether it becomes a virtual machine host of MAAS (KVM).</summary>
    public bool InstallKvm { get; init; }

    /// <summary>MAAS 3.0 and later: whether it becomes a virtual machine host of MAAS (LXD).</summary>
    public bool RegisterVmHost { get; init; }

    /// <summary>MAAS 3.6 and later: whether a kernel crash is written to disk.</summary>
    public bool EnableKernelCrashDump { get; init; }

    /// <summary>Whether a bridge is made on every interface.</summary>
    public bool BridgeAll { get; init; }

    /// <summary>Whose deployment it is, in a word of the caller's.</summary>
    public string? AgentName { get; init; }

    /// <summary>A comment for MAAS's log.</summary>
    public string? Comment { get; init; }

    /// <summary>Release and kernel.</summary>
    public override string ToString() => $"{DistroSeries} {HweKernel}".Trim();
}

/// <summary>Options of releasing a machine; what is null is left out and MAAS decides.</summary>
public sealed record ReleaseRequest
{
    /// <summary>Whether the disks are erased; null leaves it to MAAS's configuration.</summary>
    public bool? Erase { get; init; }

    /// <summary>Whether the drives' own erase command is tried first.</summary>
    public bool? SecureErase { get; init; }

    /// <summary>Whether only the beginning and end of a disk are erased when it cannot erase itself.</summary>
    public bool? QuickErase { get; init; }

    /// <summary>A comment for MAAS's log.</summary>
    public string? Comment { get; init; }

    /// <summary>MAAS 3.5 and later: release scripts to run.</summary>
    public IReadOnlyList<string> Scripts { get; init; } = [];
}

/// <summary>Ways to switch a machine off.</summary>
public enum PowerStopMode
{
    /// <summary>At once.</summary>
    Hard,

    /// <summary>The operating system is asked to shut down; only some power drivers can.</summary>
    Soft,
}

/// <summary>A storage layout to set on a machine; sizes in bytes, null leaves MAAS's choice.</summary>
public sealed record StorageLayoutRequest
{
    /// <summary>flat, lvm, blank, bcache, vmfs6 or custom.</summary>
    public string Layout { get; init; } = "";

    /// <summary>Block device id of the disk for the root file system.</summary>
    public int? RootDevice { get; init; }

    /// <summary>Size of the root partition in bytes; 3 GiB at least.</summary>
    public long? RootSize { get; init; }

    /// <summary>Size of the boot partition in bytes; 512 MiB at least.</summary>
    public long? BootSize { get; init; }

    /// <summary>For lvm: the volume group's name.</summary>
    public string? VolumeGroupName { get; init; }

    /// <summary>For lvm: the root volume's name.</summary>
    public string? LogicalVolumeName { get; init; }

    /// <summary>For lvm: the root volume's size in bytes.</summary>
    public long? LogicalVolumeSize { get; init; }
}

/// <summary>A file system in memory to mount on a machine.</summary>
public sealed record SpecialMount
{
    /// <summary>tmpfs or ramfs.</summary>
    public string FilesystemType { get; init; } = "";

    /// <summary>Where it is mounted.</summary>
    public string MountPoint { get; init; } = "";

    /// <summary>Options, for example size=1G.</summary>
    public string? MountOptions { get; init; }
}

/// <summary>The script results to read; what is null or empty is left out.</summary>
public sealed record ScriptResultFilter
{
    /// <summary>commissioning, testing or installation.</summary>
    public string? Type { get; init; }

    /// <summary>Only scripts for this hardware: node, cpu, memory, storage, network or gpu.</summary>
    public string? Hardware { get; init; }

    /// <summary>Names, tags or ids of scripts.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>Whether the outputs come along, as base64.</summary>
    public bool IncludeOutput { get; init; }
}
