namespace Drydock.Maas.Simulator.State;

/// <summary>A server that stands in its rack and that MAAS does not know, or does not know any more.</summary>
internal sealed class BareMetal
{
    public required HiddenHardware Hardware { get; init; }

    /// <summary>The address of its controller or hypervisor.</summary>
    public required string PowerAddress { get; init; }

    /// <summary>What it goes by at a hypervisor.</summary>
    public string PowerId { get; init; } = "";

    /// <summary>What is left of a machine that MAAS forgets; null where nobody could find it again.</summary>
    public static BareMetal? Of(SimulatedMachine machine) =>
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
