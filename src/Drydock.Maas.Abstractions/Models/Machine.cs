using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A machine as MAAS describes it (GET machines/ and machines/{system_id}/), with its interfaces and disks.</summary>
public sealed record Machine
{
    /// <summary>The identifier MAAS gave the machine.</summary>
    public string SystemId { get => field ?? ""; init; }

    /// <summary>The short name.</summary>
    public string Hostname { get => field ?? ""; init; }

    /// <summary>Host name with domain.</summary>
    public string? Fqdn { get; init; }

    /// <summary>The status in MAAS's words, for example Ready, Deployed or Failed commissioning.</summary>
    public string StatusName { get => field ?? ""; init; }

    /// <summary>The status as MAAS's number.</summary>
    public int Status { get; init; }

    /// <summary>What MAAS last said about the status.</summary>
    public string? StatusMessage { get; init; }

    /// <summary>What the machine is doing at the moment, if anything.</summary>
    public string? StatusAction { get; init; }

    /// <summary>The MAAS user that owns the machine, when allocated.</summary>
    public string? Owner { get; init; }

    /// <summary>Architecture and sub-architecture, for example amd64/generic.</summary>
    public string? Architecture { get; init; }

    /// <summary>on, off, unknown or error.</summary>
    public string? PowerState { get; init; }

    /// <summary>The power driver: ipmi, redfish, virsh, manual and so on. Its parameters are not part of the machine.</summary>
    public string? PowerType { get; init; }

    /// <summary>The operating system deployed or chosen.</summary>
    public string? Osystem { get; init; }

    /// <summary>The release deployed or chosen, for example jammy.</summary>
    public string? DistroSeries { get; init; }

    /// <summary>The kernel deployed or chosen, for example ga-22.04.</summary>
    public string? HweKernel { get; init; }

    /// <summary>Processor count.</summary>
    public int CpuCount { get; init; }

    /// <summary>Memory in MiB.</summary>
    public long Memory { get; init; }

    /// <summary>Storage in megabytes (10^6).</summary>
    public double Storage { get; init; }

    /// <summary>Whether MAAS refuses destructive actions on it.</summary>
    public bool Locked { get; init; }

    /// <summary>Whether it boots from the network next.</summary>
    public bool Netboot { get; init; }

    /// <summary>How it booted last: pxe, uefi and so on.</summary>
    public string? BiosBootMethod { get; init; }

    /// <summary>Its DNS domain.</summary>
    public Domain? Domain { get; init; }

    /// <summary>Its availability zone.</summary>
    public NamedReference? Zone { get; init; }

    /// <summary>Its resource pool.</summary>
    public NamedReference? Pool { get; init; }

    /// <summary>Names of its tags.</summary>
    public IReadOnlyList<string> TagNames { get => field ?? []; init; }

    /// <summary>Annotations of the present deployment (owner data); MAAS drops them on release.</summary>
    public IReadOnlyDictionary<string, string> WorkloadAnnotations { get => field ?? System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty; init; }

    /// <summary>The interface it boots from.</summary>
    public NetworkInterface? BootInterface { get; init; }

    /// <summary>All interfaces, with links and VLANs.</summary>
    [JsonPropertyName("interface_set")]
    public IReadOnlyList<NetworkInterface> Interfaces { get => field ?? []; init; }

    /// <summary>The disk it boots from.</summary>
    public BlockDevice? BootDisk { get; init; }

    /// <summary>All block devices, physical and virtual, with partitions.</summary>
    [JsonPropertyName("blockdevice_set")]
    public IReadOnlyList<BlockDevice> BlockDevices { get => field ?? []; init; }

    /// <summary>Volume groups; only their ids (read nodes/{system_id}/volume-groups/ for more).</summary>
    public IReadOnlyList<ResourceStub> VolumeGroups { get => field ?? []; init; }

    /// <summary>The gateways chosen for the machine.</summary>
    public DefaultGateways? DefaultGateways { get; init; }

    /// <summary>Result of the last commissioning.</summary>
    public string? CommissioningStatusName { get; init; }

    /// <summary>Result of the last tests.</summary>
    public string? TestingStatusName { get; init; }

    /// <summary>Identifies the last commissioning: another number means another look at the hardware.</summary>
    public int? CurrentCommissioningResultId { get; init; }

    /// <summary>MAAS 3.5 and later: what went wrong.</summary>
    public string? ErrorDescription { get; init; }

    /// <summary>The host name, or the system id of a machine without one.</summary>
    public override string ToString() => Hostname.Length > 0 ? Hostname : SystemId;
}
