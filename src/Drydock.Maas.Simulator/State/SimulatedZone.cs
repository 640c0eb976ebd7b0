namespace Drydock.Maas.Simulator.State;

internal sealed class SimulatedZone
{
    /// <summary>Whatever zone has this name is the default one.</summary>
    public const string DefaultName = "default";

    public required int Id { get; init; }

    public required string Name { get; set; }

    public string Description { get; set; } = "";
}

internal sealed class SimulatedPool
{
    public required int Id { get; init; }

    public required string Name { get; set; }

    public string Description { get; set; } = "";
}
