using System.Text.Json.Nodes;

namespace Drydock.Maas.Simulator.State;

/// <summary>A script for machines: one of MAAS's own, or one that a user has uploaded.</summary>
internal sealed class SimulatedNodeScript
{
    public const int CommissioningType = 0;
    public const int TestingType = 2;
    public const int ReleaseType = 3;

    public required int Id { get; init; }

    public required string Name { get; set; }

    public string Title { get; set; } = "";

    public string Description { get; set; } = "";

    public List<string> Tags { get; set; } = [];

    /// <summary>MAAS's number: 0 commissioning, 2 testing.</summary>
    public int Type { get; set; } = TestingType;

    /// <summary>MAAS's number: 0 node, 1 CPU, 2 memory, 3 storage, 4 network, 5 GPU.</summary>
    public int HardwareType { get; set; }

    /// <summary>What it may run beside; MAAS's number: 0 nothing, 1 further instances of itself, 2 anything.</summary>
    public int Parallel { get; set; }

    public JsonNode Results { get; set; } = new JsonObject();

    public JsonNode Parameters { get; set; } = new JsonObject();

    public JsonNode Packages { get; set; } = new JsonObject();

    public TimeSpan Timeout { get; set; }

    public List<string> ForHardware { get; set; } = [];

    public bool Destructive { get; set; }

    public bool MayReboot { get; set; }

    public bool Recommission { get; set; }

    public bool ApplyConfiguredNetworking { get; set; }

    /// <summary>One that MAAS itself brings.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Every content it had, newest first.</summary>
    public List<SimulatedScriptRevision> Revisions { get; } = [];
}

/// <summary>A content of a script.</summary>
internal sealed class SimulatedScriptRevision
{
    public required int Id { get; init; }

    public required string Text { get; init; }

    /// <summary>What the user said of it; null for nothing.</summary>
    public string? Comment { get; init; }

    public required DateTimeOffset Created { get; init; }
}
