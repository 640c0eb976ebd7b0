using Drydock.Maas.Simulation;

namespace Drydock.Maas.Simulator.Faults;

/// <summary>A fault that was set, with what it has done so far.</summary>
internal sealed class ActiveFault(SimulatorFault definition, DateTimeOffset since)
{
    private const double TailExponent = 1.5;
    private const int TailFactor = 20;

    private readonly Wildcard? _path = Wildcard.Parse(definition.Path);
    private readonly Wildcard? _operation = Wildcard.Parse(definition.Operation);
    private readonly Wildcard? _target = Wildcard.Parse(definition.Machine);
    private readonly Random _chance = new(definition.Seed);
    private int _matches;
    private int _hits;

    public SimulatorFault Definition { get; } = definition;

    public bool HasTarget => _target is not null;

    public bool Names(params string?[] names) => _target is null || Array.Exists(names, _target.Matches);

    public bool Selects(string method, string path, string relativePath, string? operation) =>
        (Definition.Method is null || Definition.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (_path is null || _path.Matches(path) || _path.Matches(relativePath))
        && (_operation is null || _operation.Matches(operation));

    /// <summary>Whether it strikes here; counts both what it could have struck and what it did.</summary>
    public bool Strikes(DateTimeOffset now)
    {
        if (!IsActive(now) || _matches++ < Definition.After)
            return false;
        if (Definition.Probability < 1 && _chance.NextDouble() >= Definition.Probability)
            return false;
        _hits++;
        return true;
    }

    public bool IsActive(DateTimeOffset now) =>
        (Definition.Count is not { } count || _hits < count) && (Definition.Duration is not { } duration || now - since < duration);

    public TimeSpan NextDelay()
    {
        var (least, most) = (Definition.Delay, Definition.MaximumDelay);
        return Definition.Distribution switch
        {
            LatencyDistribution.Uniform when most > least => least + ((most - least) * _chance.NextDouble()),
            LatencyDistribution.LongTail => Tail(least, most > least ? most : least * TailFactor),
            _ => least,
        };
    }

    public SimulatorFault Report(DateTimeOffset now) => Definition with { Matches = _matches, Hits = _hits, IsActive = IsActive(now) };

    private TimeSpan Tail(TimeSpan least, TimeSpan most)
    {
        var factor = Math.Pow(1 - _chance.NextDouble(), -1 / TailExponent);
        return least * factor < most ? least * factor : most;
    }
}
