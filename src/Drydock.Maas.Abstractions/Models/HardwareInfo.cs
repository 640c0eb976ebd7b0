namespace Drydock.Maas.Models;

/// <summary>What the firmware says about a machine; Unknown where it says nothing.</summary>
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
}
