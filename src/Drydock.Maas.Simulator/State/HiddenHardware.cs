namespace Drydock.Maas.Simulator.State;

/// <summary>Hardware that MAAS does not know before commissioning.</summary>
internal sealed class HiddenHardware
{
    public int CpuCount { get; init; } = 32;

    public long MemoryMiB { get; init; } = 65536;

    /// <summary>Disks by name and size in bytes.</summary>
    public IReadOnlyList<(string Name, long Size)> Disks { get; init; } = [];

    /// <summary>What is written on disks, of those of which it is known.</summary>
    public IReadOnlyList<HiddenDiskMarks> Marks { get; init; } = [];

    /// <summary>What the main script of commissioning prints of the disks; null for nothing.</summary>
    public string? Resources { get; init; }

    /// <summary>NICs by name, MAC address and product, which is null for any.</summary>
    public IReadOnlyList<(string Name, string Mac, string? Product)> Nics { get; init; } = [];

    /// <summary>How its firmware boots: <c>pxe</c> or <c>uefi</c>.</summary>
    public string BootMethod { get; init; } = "pxe";

    /// <summary>lldpd's XML: no switch is seen.</summary>
    public const string Lldp = "<lldp/>";

    /// <summary>lshw's XML.</summary>
    public string Lshw { get; init; } = "<list/>";

    /// <summary>The subnet the machine boots on; null for none that MAAS knows.</summary>
    public string? BootCidr { get; init; }
}
