using System.Diagnostics;
using System.Globalization;

namespace Drydock.Maas.Benchmarks.Chaos;

/// <summary>
/// Rounds of bad luck: every kind of fault the simulator has and other people's hands, by chance; each has to end as a run that nobody disturbed.
/// </summary>
internal static class ChaosHarness
{
    public static async Task<int> RunAsync(HarnessOptions options)
    {
        var design = TaskHarness.Generate(options.Nodes);
        var golden = await ChaosRound.UndisturbedAsync(design, options.Speed);
        Console.WriteLine($"{options.Nodes} nodes, {options.Times} rounds from seed {options.Seed}");
        var wrong = 0;
        for (var seed = options.Seed; seed < options.Seed + options.Times; seed++)
        {
            var clock = Stopwatch.StartNew();
            await using var round = new ChaosRound(design, options.Speed, seed, golden);
            var problems = await round.RunAsync();
            wrong += problems.Count > 0 ? 1 : 0;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seed,4}: {clock.Elapsed.TotalSeconds,5:0.0} s {(problems.Count == 0 ? "as undisturbed" : "WRONG")}: {round}"));
            foreach (var error in options.Errors ? round.Errors : [])
                Console.WriteLine($"      {error}");
            foreach (var problem in problems.Take(8))
                Console.WriteLine($"      {problem}");
        }

        Console.WriteLine($"{options.Times} rounds, {wrong} wrong");
        return wrong == 0 ? 0 : 1;
    }
}
