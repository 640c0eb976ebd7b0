namespace Drydock.Maas.Simulator.State;

/// <summary>Which images are taken from the one boot source there is.</summary>
internal sealed class SimulatedBootSelection
{
    public required int Id { get; init; }

    public required string Os { get; init; }

    public required string Release { get; init; }

    public List<string> Arches { get; set; } = [];

    public List<string> Subarches { get; set; } = [];

    public List<string> Labels { get; set; } = [];
}
