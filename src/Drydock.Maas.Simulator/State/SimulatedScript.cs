using System.Text.Json.Nodes;

namespace Drydock.Maas.Simulator.State;

/// <summary>How far a script, or a set of them, has come; MAAS's numbers.</summary>
internal enum ScriptStatus
{
    Unknown = -1,
    Pending = 0,
    Passed = 2,
    Failed = 3,
    Aborted = 5,
    Skipped = 9,
}

/// <summary>A script of a set.</summary>
internal sealed class SimulatedScript
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The script itself; null for the installation, which is none.</summary>
    public int? ScriptId { get; init; }

    /// <summary>MAAS's number of what it tests: 0 node, 1 CPU, 2 memory, 3 storage, 4 network.</summary>
    public int Hardware { get; init; }

    /// <summary>The disk it tests; null for no certain one.</summary>
    public int? Device { get; init; }

    /// <summary>What it prints; null for a line that tells how it ended.</summary>
    public string? Output { get; init; }

    /// <summary>Which disk it tests; empty for scripts that ask for nothing.</summary>
    public JsonObject Parameters { get; init; } = [];

    public ScriptStatus Status { get; set; }

    /// <summary>Whether its failure is not to count.</summary>
    public bool Suppressed { get; set; }

    /// <summary>When that was last said; null for never.</summary>
    public DateTimeOffset? Updated { get; set; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? Ended { get; set; }
}
