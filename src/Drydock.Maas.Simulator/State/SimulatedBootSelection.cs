namespace Drydock.Maas.Simulator.State;

/// <summary>Which images are taken from a boot source.</summary>
internal sealed class SimulatedBootSelection
{
    public required int Id { get; init; }

    /// <summary>The source they are taken from.</summary>
    public int SourceId { get; init; } = SimulatedBootSource.OfUbuntu;

    public required string Os { get; set; }

    public required string Release { get; set; }

    public List<string> Arches { get; set; } = [];

    public List<string> Subarches { get; set; } = [];

    public List<string> Labels { get; set; } = [];
}
