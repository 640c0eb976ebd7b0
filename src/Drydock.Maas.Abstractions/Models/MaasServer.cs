using System.Globalization;
using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A server of MAAS, the properties that machines and rack controllers share: hardware, power and what commissioning and tests found.</summary>
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

/// <summary>Vendor, product and board as the firmware tells them; Unknown where it says nothing.</summary>
public sealed record HardwareInfo : MaasObject
{
    /// <summary>The vendor.</summary>
    public string? SystemVendor { get; init; }

    /// <summary>The product.</summary>
    public string? SystemProduct { get; init; }

    /// <summary>The family.</summary>
    public string? SystemFamily { get; init; }

    /// <summary>The version.</summary>
    public string? SystemVersion { get; init; }

    /// <summary>The stock-keeping unit.</summary>
    public string? SystemSku { get; init; }

    /// <summary>The serial number.</summary>
    public string? SystemSerial { get; init; }

    /// <summary>The processor.</summary>
    public string? CpuModel { get; init; }

    /// <summary>The mainboard's vendor.</summary>
    public string? MainboardVendor { get; init; }

    /// <summary>The mainboard's product.</summary>
    public string? MainboardProduct { get; init; }

    /// <summary>The mainboard's serial number.</summary>
    public string? MainboardSerial { get; init; }

    /// <summary>The mainboard's version.</summary>
    public string? MainboardVersion { get; init; }

    /// <summary>The firmware's vendor.</summary>
    public string? MainboardFirmwareVendor { get; init; }

    /// <summary>The firmware's date.</summary>
    public string? MainboardFirmwareDate { get; init; }

    /// <summary>The firmware's version.</summary>
    public string? MainboardFirmwareVersion { get; init; }

    /// <summary>The chassis' vendor.</summary>
    public string? ChassisVendor { get; init; }

    /// <summary>The chassis' type.</summary>
    public string? ChassisType { get; init; }

    /// <summary>The chassis' serial number.</summary>
    public string? ChassisSerial { get; init; }

    /// <summary>The chassis' version.</summary>
    public string? ChassisVersion { get; init; }

    /// <summary>Vendor and product of the machine.</summary>
    public override string ToString() => $"{SystemVendor} {SystemProduct}".Trim();
}

/// <summary>A NUMA node of a machine.</summary>
public sealed record NumaNode : MaasObject
{
    /// <summary>The number.</summary>
    public int Index { get; init; }

    /// <summary>Memory in MiB.</summary>
    public long Memory { get; init; }

    /// <summary>Numbers of its processor cores.</summary>
    public IReadOnlyList<int> Cores { get => field ?? TextList<int>.Empty; init => field = TextList<int>.From(value); }

    /// <summary>Memory kept in huge pages.</summary>
    [JsonPropertyName("hugepages_set")]
    public IReadOnlyList<HugePages> HugePages { get => field ?? TextList<HugePages>.Empty; init => field = TextList<HugePages>.From(value); }

    /// <summary>The number.</summary>
    public override string ToString() => Index.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Memory a NUMA node keeps in huge pages.</summary>
public sealed record HugePages : MaasObject
{
    /// <summary>Size of a page in bytes.</summary>
    public long PageSize { get; init; }

    /// <summary>Bytes in all.</summary>
    public long Total { get; init; }
}
