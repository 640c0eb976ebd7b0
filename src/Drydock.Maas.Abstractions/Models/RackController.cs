using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A rack controller (rackcontrollers/).</summary>
public sealed record RackController : MaasResource
{
    /// <summary>The identifier.</summary>
    public string SystemId { get => field ?? ""; init; }

    /// <summary>The short name.</summary>
    public string Hostname { get => field ?? ""; init; }

    /// <summary>Host name with domain.</summary>
    public string? Fqdn { get; init; }

    /// <summary>Its MAAS version.</summary>
    public string? Version { get; init; }

    /// <summary>Its interfaces, with links and VLANs.</summary>
    [JsonPropertyName("interface_set")]
    public IReadOnlyList<NetworkInterface> Interfaces { get => field ?? []; init; }

    /// <summary>Its services.</summary>
    [JsonPropertyName("service_set")]
    public IReadOnlyList<RackService> Services { get => field ?? []; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>Architecture and sub-architecture.</summary>
    public string? Architecture { get; init; }

    /// <summary>The kind of node as MAAS's number.</summary>
    public int NodeType { get; init; }

    /// <summary>Rack controller, or region and rack controller.</summary>
    public string? NodeTypeName { get; init; }

    /// <summary>Processor count.</summary>
    public int CpuCount { get; init; }

    /// <summary>Processor speed in MHz.</summary>
    public int CpuSpeed { get; init; }

    /// <summary>Memory in MiB.</summary>
    public long Memory { get; init; }

    /// <summary>Swap in bytes.</summary>
    public long? SwapSize { get; init; }

    /// <summary>The operating system.</summary>
    public string? Osystem { get; init; }

    /// <summary>The release.</summary>
    public string? DistroSeries { get; init; }

    /// <summary>The UUID the firmware gives.</summary>
    public string? HardwareUuid { get; init; }

    /// <summary>What the firmware says.</summary>
    public HardwareInfo? HardwareInfo { get; init; }

    /// <summary>The power driver.</summary>
    public string? PowerType { get; init; }

    /// <summary>on, off, unknown or error.</summary>
    public string? PowerState { get; init; }

    /// <summary>What it is doing at the moment.</summary>
    public string? StatusAction { get; init; }

    /// <summary>Its DNS domain.</summary>
    public Domain? Domain { get; init; }

    /// <summary>Its availability zone.</summary>
    public Zone? Zone { get; init; }

    /// <summary>Names of its tags.</summary>
    public IReadOnlyList<string> TagNames { get => field ?? []; init; }

    /// <summary>Result of the last commissioning, as MAAS's number; -1 for none.</summary>
    public int CommissioningStatus { get; init; }

    /// <summary>Result of the last commissioning.</summary>
    public string? CommissioningStatusName { get; init; }

    /// <summary>Result of the last tests, as MAAS's number; -1 for none.</summary>
    public int TestingStatus { get; init; }

    /// <summary>Result of the last tests.</summary>
    public string? TestingStatusName { get; init; }

    /// <summary>Result of the processor tests, as MAAS's number; -1 for none.</summary>
    public int CpuTestStatus { get; init; }

    /// <summary>Result of the processor tests.</summary>
    public string? CpuTestStatusName { get; init; }

    /// <summary>Result of the memory tests, as MAAS's number; -1 for none.</summary>
    public int MemoryTestStatus { get; init; }

    /// <summary>Result of the memory tests.</summary>
    public string? MemoryTestStatusName { get; init; }

    /// <summary>Result of the storage tests, as MAAS's number; -1 for none.</summary>
    public int StorageTestStatus { get; init; }

    /// <summary>Result of the storage tests.</summary>
    public string? StorageTestStatusName { get; init; }

    /// <summary>Result of the network tests, as MAAS's number; -1 for none.</summary>
    public int NetworkTestStatus { get; init; }

    /// <summary>Result of the network tests.</summary>
    public string? NetworkTestStatusName { get; init; }

    /// <summary>Result of the interface tests, as MAAS's number; -1 for none.</summary>
    public int InterfaceTestStatus { get; init; }

    /// <summary>Result of the interface tests.</summary>
    public string? InterfaceTestStatusName { get; init; }

    /// <summary>Result of the other tests, as MAAS's number; -1 for none.</summary>
    public int OtherTestStatus { get; init; }

    /// <summary>Result of the other tests.</summary>
    public string? OtherTestStatusName { get; init; }

    /// <summary>Identifies the last commissioning.</summary>
    public int? CurrentCommissioningResultId { get; init; }

    /// <summary>Identifies the last tests.</summary>
    public int? CurrentTestingResultId { get; init; }

    /// <summary>Identifies the last installation.</summary>
    public int? CurrentInstallationResultId { get; init; }

    /// <summary>The host name.</summary>
    public override string ToString() => Hostname;
}
