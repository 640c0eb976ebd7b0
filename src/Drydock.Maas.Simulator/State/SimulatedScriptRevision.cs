namespace Drydock.Maas.Simulator.State;

/// <summary>A content of a script.</summary>
internal sealed class SimulatedScriptRevision
{
    public required int Id { get; init; }

    public required string Text { get; init; }

    /// <summary>What the user said of it; null for nothing.</summary>
    public string? Comment { get; init; }

    public required DateTimeOffset Created { get; init; }
}
