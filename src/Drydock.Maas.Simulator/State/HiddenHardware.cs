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

/// <summary>Marks that are written on a disk.</summary>
internal sealed class HiddenDiskMarks
{
    public required string Name { get; init; }

    public string Serial { get; init; } = "";

    public string Model { get; init; } = "";

    /// <summary>Its path in /dev/disk/by-id; empty for none.</summary>
    public string IdPath { get; init; } = "";
}

/// <summary>A server that stands in its rack and that MAAS does not know, or does not know any more.</summary>
internal sealed class BareMetal
{
    public required HiddenHardware Hardware { get; init; }

    /// <summary>The address of its controller or hypervisor.</summary>
    public required string PowerAddress { get; init; }

    /// <summary>What it goes by at a hypervisor.</summary>
    public string PowerId { get; init; } = "";

    /// <summary>What is left of a machine that MAAS forgets; null where nobody could find it again.</summary>
    public static BareMetal? FromMachine(SimulatedMachine machine) =>
        machine.PowerParameters.GetValueOrDefault("power_address")?.ToString() is { Length: > 0 } address
            ? new()
            {
                Hardware = machine.Hardware,
                PowerAddress = address,
                PowerId = machine.PowerParameters.GetValueOrDefault("power_id")?.ToString() ?? "",
            }
            : null;

    public bool HasController(string? address, string? id) => PowerAddress == address && PowerId == (id ?? "");
}
