namespace Drydock.Maas.Simulator.State;

/// <summary>What is written on a disk.</summary>
internal sealed class HiddenDiskMarks
{
    public required string Name { get; init; }

    public string Serial { get; init; } = "";

    public string Model { get; init; } = "";

    /// <summary>Its path in /dev/disk/by-id; empty for none.</summary>
    public string IdPath { get; init; } = "";
}
