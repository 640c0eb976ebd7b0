using System.Globalization;

namespace Drydock.Maas.Benchmarks;

/// <summary>The size of a harness run.</summary>
internal sealed record HarnessOptions(int Nodes, TimeSpan Latency, double Speed)
{
    public static HarnessOptions Parse(IReadOnlyList<string> args)
    {
        double Value(string name, double fallback)
        {
            var at = args.ToList().IndexOf(name);
            return at >= 0 && at + 1 < args.Count ? double.Parse(args[at + 1], CultureInfo.InvariantCulture) : fallback;
        }

        return new((int)Value("--nodes", 50), TimeSpan.FromMilliseconds(Value("--latency", 0)), Value("--speed", 3000));
    }
}
