using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A machine as MAAS describes it (GET machines/ and machines/{system_id}/), with its interfaces and disks.</summary>
public sealed record Machine : MaasServer
{
    /// <summary>The status in MAAS's words, for example Ready, Deployed or Failed commissioning.</summary>
    public string StatusName { get => field ?? ""; init; }

    /// <summary>The status as MAAS's number.</summary>
    public int Status { get; init; }

    /// <summary>The status, to be compared with; null for one that a later MAAS may have.</summary>
    internal MachineStatus? KnownStatus => MachineStatuses.Parse(StatusName);

    /// <summary>Whether nothing runs on it that anybody could miss, and MAAS is not at work on it.</summary>
    internal bool IsIdle => KnownStatus is MachineStatus.New or MachineStatus.Ready or MachineStatus.Reserved or MachineStatus.Allocated
            or MachineStatus.Retired or MachineStatus.Missing or MachineStatus.FailedCommissioning or MachineStatus.FailedDeployment
            or MachineStatus.ReleasingFailed or MachineStatus.FailedDiskErasing
        || (KnownStatus is MachineStatus.Broken or MachineStatus.FailedTesting && string.IsNullOrEmpty(Owner));

    /// <summary>What MAAS last said about the status.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>The MAAS user that owns the machine, when allocated.</summary>
    public string? Owner { get; init; }

    /// <summary>The kernel deployed or chosen, for example ga-22.04.</summary>
    public string? HweKernel { get; init; }

    /// <summary>Storage in megabytes (10^6).</summary>
    public double Storage { get; init; }

    /// <summary>Whether MAAS refuses destructive actions on it.</summary>
    public bool Locked { get; init; }

    /// <summary>Whether it boots from the network next.</summary>
    public bool Netboot { get; init; }

    /// <summary>The architecture without what is beside it, for example amd64; empty where it is not known.</summary>
    internal string MainArchitecture => Architecture?.Split('/')[0] ?? "";

    /// <summary>How it booted last: pxe, uefi and so on.</summary>
    public string? BiosBootMethod { get; init; }

    /// <summary>What its IPMI controller boots by: auto, legacy or efi; null where that was not asked for. No part of MAAS's answer.</summary>
    [JsonIgnore]
    public string? PowerBootType { get; init; }

    /// <summary>Its firmware; complete only where <see cref="PowerBootType"/> was asked for.</summary>
    internal BootFirmware Firmware => new(MainArchitecture is { Length: > 0 } name ? name : "amd64", BiosBootMethod, PowerType, PowerBootType);

    /// <summary>Its resource pool.</summary>
    public ResourcePool? Pool { get; init; }

    /// <summary>Annotations of the present deployment (owner data); MAAS drops them on release.</summary>
    public IReadOnlyDictionary<string, string> WorkloadAnnotations { get => field ?? TextMap<string>.Empty; init => field = TextMap<string>.From(value); }

    /// <summary>The interface it boots from.</summary>
    public NetworkInterface? BootInterface { get; init; }

    /// <summary>The disk it boots from.</summary>
    public BlockDevice? BootDisk { get; init; }

    /// <summary>All block devices, physical and virtual, with partitions.</summary>
    [JsonPropertyName("blockdevice_set")]
    public IReadOnlyList<BlockDevice> BlockDevices { get => field ?? TextList<BlockDevice>.Empty; init => field = TextList<BlockDevice>.From(value); }

    /// <summary>The block devices that are hardware.</summary>
    [JsonIgnore]
    [JsonPropertyName("physicalblockdevice_set")]
    public IEnumerable<BlockDevice> PhysicalBlockDevices => TextList<BlockDevice>.From([.. BlockDevices.Where(d => d.Type == "physical")]);

    /// <summary>The block devices that are logical volumes, RAIDs or bcaches.</summary>
    [JsonIgnore]
    [JsonPropertyName("virtualblockdevice_set")]
    public IEnumerable<BlockDevice> VirtualBlockDevices => TextList<BlockDevice>.From([.. BlockDevices.Where(d => d.Type == "virtual")]);

    /// <summary>Volume groups; only their ids (read nodes/{system_id}/volume-groups/ for more).</summary>
    public IReadOnlyList<ResourceStub> VolumeGroups { get => field ?? TextList<ResourceStub>.Empty; init => field = TextList<ResourceStub>.From(value); }

    /// <summary>The interfaces that are hardware: a bond or bridge has the MAC of one of them, or a made-up one.</summary>
    internal IEnumerable<NetworkInterface> Nics => Interfaces.Where(i => i.Type == "physical");

    /// <summary>The gateways chosen for the machine.</summary>
    public DefaultGateways? DefaultGateways { get; init; }

    /// <summary>MAAS 3.5 and later: what went wrong; null where MAAS does not tell.</summary>
    public string? ErrorDescription { get; init; }

    /// <summary>The oldest kernel it may boot, for example ga-22.04.</summary>
    public string? MinHweKernel { get; init; }

    /// <summary>Its NUMA nodes.</summary>
    [JsonPropertyName("numanode_set")]
    public IReadOnlyList<NumaNode> NumaNodes { get => field ?? TextList<NumaNode>.Empty; init => field = TextList<NumaNode>.From(value); }

    /// <summary>Cache sets; only their ids.</summary>
    public IReadOnlyList<ResourceStub> CacheSets { get => field ?? TextList<ResourceStub>.Empty; init => field = TextList<ResourceStub>.From(value); }

    /// <summary>Bcaches; only their ids.</summary>
    public IReadOnlyList<ResourceStub> Bcaches { get => field ?? TextList<ResourceStub>.Empty; init => field = TextList<ResourceStub>.From(value); }

    /// <summary>RAIDs; only their ids.</summary>
    public IReadOnlyList<ResourceStub> Raids { get => field ?? TextList<ResourceStub>.Empty; init => field = TextList<ResourceStub>.From(value); }

    /// <summary>File systems in memory: tmpfs and ramfs.</summary>
    public IReadOnlyList<Filesystem> SpecialFilesystems { get => field ?? TextList<Filesystem>.Empty; init => field = TextList<Filesystem>.From(value); }

    /// <summary>Time to live of its DNS records in seconds; null for the domain's.</summary>
    public int? AddressTtl { get; init; }

    /// <summary>No longer used by MAAS.</summary>
    public bool DisableIpv4 { get; init; }

    /// <summary>The workload annotations under their older name.</summary>
    public IReadOnlyDictionary<string, string> OwnerData { get => field ?? TextMap<string>.Empty; init => field = TextMap<string>.From(value); }

    /// <summary>Whether it is deployed in memory only; null where MAAS does not tell.</summary>
    public bool? EphemeralDeploy { get; init; }

    /// <summary>MAAS 3.2 and later: whether its hardware is looked at again while deployed; null where MAAS does not tell.</summary>
    public bool? EnableHwSync { get; init; }

    /// <summary>Seconds between two looks at its hardware.</summary>
    public int? SyncInterval { get; init; }

    /// <summary>When its hardware was looked at last.</summary>
    public string? LastSync { get; init; }

    /// <summary>When its hardware will be looked at next.</summary>
    public string? NextSync { get; init; }

    /// <summary>MAAS 3.6 and later: whether a kernel crash is written to disk; null where MAAS does not tell.</summary>
    public bool? EnableKernelCrashDump { get; init; }

    /// <summary>MAAS 3.7 and later: whether it is a data processing unit; null where MAAS does not tell.</summary>
    public bool? IsDpu { get; init; }

    /// <summary>The node it is part of.</summary>
    public string? Parent { get; init; }

    /// <summary>The virtual machine host it runs on; gone with MAAS 3.8.</summary>
    public NamedReference? Pod { get; init; }

    /// <summary>The virtual machine it is; gone with MAAS 3.8.</summary>
    [JsonPropertyName("virtualmachine_id")]
    public int? VirtualmachineId { get; init; }

    /// <summary>The host name, or the system id of a machine without one.</summary>
    public override string ToString() => Hostname.Length > 0 ? Hostname : SystemId;
}

/// <summary>The default gateways of a machine.</summary>
public sealed record DefaultGateways : MaasObject
{
    /// <summary>For IPv4.</summary>
    public DefaultGateway? Ipv4 { get; init; }

    /// <summary>For IPv6.</summary>
    public DefaultGateway? Ipv6 { get; init; }

    /// <summary>The addresses.</summary>
    public override string ToString() => string.Join("; ", new[] { Ipv4?.GatewayIP, Ipv6?.GatewayIP }.OfType<string>());
}

/// <summary>One default gateway of a machine.</summary>
public sealed record DefaultGateway : MaasObject
{
    /// <summary>The gateway's address.</summary>
    [JsonPropertyName("gateway_ip")]
    public string? GatewayIP { get; init; }

    /// <summary>The interface link it was chosen by; null when MAAS chose it itself.</summary>
    public int? LinkId { get; init; }

    /// <summary>The address.</summary>
    public override string ToString() => GatewayIP ?? "";
}

/// <summary>An object of which MAAS embeds number and name, for example a virtual machine host.</summary>
public sealed record NamedReference : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
