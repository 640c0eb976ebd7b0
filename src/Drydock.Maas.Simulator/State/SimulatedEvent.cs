namespace Drydock.Maas.Simulator.State;

/// <summary>An entry of a node's log.</summary>
/// <param name="Id">Ascending.</param>
/// <param name="Node">The node it happened to.</param>
/// <param name="Level">DEBUG, INFO, WARNING, ERROR, CRITICAL or AUDIT.</param>
/// <param name="Type">For instance "Deploying".</param>
/// <param name="Description">Details; may be empty.</param>
/// <param name="Created">When, in simulated time.</param>
internal sealed record SimulatedEvent(int Id, SimulatedNode Node, string Level, string Type, string Description, DateTimeOffset Created)
{
    public const string Audit = "AUDIT";
    public const string Debug = "DEBUG";
    public const string Info = "INFO";
    public const string Warning = "WARNING";
    public const string Error = "ERROR";

    /// <summary>Whoever asked for it; null for nobody.</summary>
    public string? Username { get; init; }
}
