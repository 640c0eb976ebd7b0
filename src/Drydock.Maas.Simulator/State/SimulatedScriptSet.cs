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

    public ScriptStatus Status => StatusOf(Scripts);

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
    public static ScriptStatus StatusOf(IReadOnlyCollection<SimulatedScript> scripts) => scripts.Count == 0
        ? ScriptStatus.Unknown
        : Decisive.FirstOrDefault(status => scripts.Any(script => script.Status == status && !script.Suppressed), ScriptStatus.Passed);

    /// <summary>Ends what had not run when the machine was stopped, which tells of no time.</summary>
    public void Abort()
    {
        foreach (var script in Scripts.Where(script => script.Status == ScriptStatus.Pending))
            script.Status = ScriptStatus.Aborted;
    }
}
