namespace Drydock.Maas.Simulator.State;

internal sealed class SimulatedTag
{
    public required int Id { get; init; }

    public required string Name { get; set; }

    public string Definition { get; set; } = "";

    public string Comment { get; set; } = "";

    public string KernelOptions { get; set; } = "";

    /// <summary>When the machines are looked through for what the definition says; null when they have been.</summary>
    public DateTimeOffset? Evaluates { get; set; }
}
