namespace Drydock.Maas.Simulator.Machines;

/// <summary>The scripts of one commissioning, installation or test.</summary>
internal sealed class SimulatedScriptSet
{
    public const int Commissioning = 0;
    public const int Installation = 1;
    public const int Testing = 2;

    public required int Id { get; init; }

    public required int Type { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>When the machine last told of it; null for never.</summary>
    public DateTimeOffset? LastPing { get; set; }

    public List<SimulatedScript> Scripts { get; } = [];

    /// <summary>What is worst of the scripts' statuses; scripts that were left out count as passed.</summary>
    public ScriptStatus Status => Scripts.Count == 0
        ? ScriptStatus.Unknown
        : Scripts.Exists(s => s is { Status: ScriptStatus.Failed, Suppressed: false })
            ? ScriptStatus.Failed
            : Scripts.Exists(s => s.Status == ScriptStatus.Pending)
                ? ScriptStatus.Pending
                : Scripts.Exists(s => s.Status == ScriptStatus.Aborted) ? ScriptStatus.Aborted : ScriptStatus.Passed;

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

    /// <summary>What had not run leaves no trace of an aborted set.</summary>
    public void Abort() => Scripts.RemoveAll(script => script.Status == ScriptStatus.Pending);
}
