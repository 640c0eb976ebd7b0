using System.Text.Json.Nodes;

namespace Drydock.Maas.Simulator.State;

/// <summary>The scripts of one commissioning, installation or test.</summary>
internal sealed class SimulatedScriptSet
{
    public const int Commissioning = 0;
    public const int Installation = 1;
    public const int Testing = 2;

    private static readonly ScriptStatus[] Decisive = [ScriptStatus.Pending, ScriptStatus.Aborted, ScriptStatus.Failed];

    public required int Id { get; init; }

    public required int Type { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>When the machine last told of it; null for never.</summary>
    public DateTimeOffset? LastPing { get; set; }

    public List<SimulatedScript> Scripts { get; } = [];

    public ScriptStatus Status => GetStatus(Scripts);

    public DateTimeOffset? Ended => Status is ScriptStatus.Pending or ScriptStatus.Unknown ? null : Scripts.Max(s => s.Ended);

    /// <summary>Ends the scripts still to run.</summary>
    public void End(ScriptStatus status, DateTimeOffset now)
    {
        foreach (var script in Scripts.Where(s => s.Status == ScriptStatus.Pending))
            (script.Status, script.Ended) = (status, now);
    }

    /// <summary>Ends them as the machine itself tells it.</summary>
    public void Report(ScriptStatus status, DateTimeOffset now)
    {
        End(status, now);
        LastPing = now;
    }

    public void Skip(string name, DateTimeOffset now)
    {
        foreach (var script in Scripts.Where(s => s.Name == name))
            (script.Status, script.Ended) = (ScriptStatus.Skipped, now);
    }

    /// <summary>What counts of the scripts' statuses; those that were left out count as passed, and failures that were passed over do, too.</summary>
    public static ScriptStatus GetStatus(IReadOnlyCollection<SimulatedScript> scripts) => scripts.Count == 0
        ? ScriptStatus.Unknown
        : Decisive.FirstOrDefault(status => scripts.Any(script => script.Status == status && !script.Suppressed), ScriptStatus.Passed);

    /// <summary>Ends what had not run when the machine was stopped, which tells of no time.</summary>
    public void Abort()
    {
        foreach (var script in Scripts.Where(script => script.Status == ScriptStatus.Pending))
            script.Status = ScriptStatus.Aborted;
    }
}

/// <summary>The progress of a script, or of a set of them; MAAS's numbers.</summary>
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
