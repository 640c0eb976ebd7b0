namespace Drydock.Maas.Simulator.State;

/// <summary>A script that a user has uploaded.</summary>
internal sealed class SimulatedNodeScript
{
    public required int Id { get; init; }

    public required string Name { get; set; }

    public string Title { get; set; } = "";

    public string Description { get; set; } = "";

    public List<string> Tags { get; set; } = [];

    /// <summary>MAAS's number: 0 commissioning, 2 testing, 3 release.</summary>
    public int Type { get; set; } = 2;

    public bool Destructive { get; set; }

    public bool MayReboot { get; set; }

    /// <summary>Every content it had, newest first.</summary>
    public List<SimulatedScriptRevision> Revisions { get; } = [];
}
