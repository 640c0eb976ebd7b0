using System.Globalization;

namespace Drydock.Maas.Benchmarks;

/// <summary>The size of a harness run.</summary>
internal sealed record HarnessOptions(int Nodes, TimeSpan Latency, double Speed)
{
    /// <summary>How many nodes at once.</summary>
    public int Throttle { get; init; } = 64;

    /// <summary>How many machines in a list.</summary>
    public int Machines { get; init; } = 10_000;

    /// <summary>How many interruptions.</summary>
    public int Times { get; init; } = 100;

    /// <summary>Where chance begins.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Repeat the errors that nodes ended with.</summary>
    public bool Errors { get; init; }

    /// <summary>Run the module's commands in the repository's pwsh.</summary>
    public bool Cmdlets { get; init; }

    /// <summary>Another pwsh to run them in.</summary>
    public string? PowerShell { get; init; }

    public static HarnessOptions Parse(IReadOnlyList<string> args, int nodes = 50)
    {
        double Value(string name, double fallback)
        {
            var at = args.ToList().IndexOf(name);
            return at >= 0 && at + 1 < args.Count ? double.Parse(args[at + 1], CultureInfo.InvariantCulture) : fallback;
        }

        return new((int)Value("--nodes", nodes), TimeSpan.FromMilliseconds(Value("--latency", 0)), Value("--speed", 3000))
        {
            Throttle = (int)Value("--throttle", 64),
            Machines = (int)Value("--machines", 10_000),
            Times = (int)Value("--times", 100),
            Seed = (int)Value("--seed", 1),
            Errors = args.Contains("--errors"),
            Cmdlets = args.Contains("--cmdlets"),
            PowerShell = args.SkipWhile(a => a != "--pwsh").Skip(1).FirstOrDefault(),
        };
    }
}
