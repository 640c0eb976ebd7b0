namespace Drydock.Maas.Models;

/// <summary>What machines and rack controllers have in common: hardware, power and what commissioning and tests found.</summary>
public abstract record MaasServer : MaasNode
{
    /// <summary>Architecture and sub-architecture, for example amd64/generic.</summary>
    public string? Architecture { get; init; }

    /// <summary>on, off, unknown or error.</summary>
    public string? PowerState { get; init; }

    /// <summary>The power driver: ipmi, redfish, virsh, manual and so on. Its parameters are not part of the machine.</summary>
    public string? PowerType { get; init; }

    /// <summary>What the machine is doing at the moment, if anything.</summary>
    public string? StatusAction { get; init; }

    /// <summary>The operating system deployed or chosen.</summary>
    public string? Osystem { get; init; }

    /// <summary>The release deployed or chosen, for example jammy.</summary>
    public string? DistroSeries { get; init; }

    /// <summary>Processor count.</summary>
    public int CpuCount { get; init; }

    /// <summary>Processor speed in MHz.</summary>
    public int CpuSpeed { get; init; }

    /// <summary>Memory in MiB.</summary>
    public long Memory { get; init; }

    /// <summary>Swap in bytes, made at deployment; null for MAAS's choice.</summary>
    public long? SwapSize { get; init; }

    /// <summary>The UUID the firmware gives.</summary>
    public string? HardwareUuid { get; init; }

    /// <summary>What the firmware says.</summary>
    public HardwareInfo? HardwareInfo { get; init; }

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

    /// <summary>Identifies the last commissioning: another number means another look at the hardware.</summary>
    public int? CurrentCommissioningResultId { get; init; }

    /// <summary>Identifies the last tests.</summary>
    public int? CurrentTestingResultId { get; init; }

    /// <summary>Identifies the last installation.</summary>
    public int? CurrentInstallationResultId { get; init; }
}
