using System.Diagnostics;
using System.Globalization;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Benchmarks;

/// <summary>
/// Kills the process that prepares and deploys a site at an instant of chance, resumes from its journal, and compares the end with that
/// of a run nobody disturbed: the same machines, each deployed once, none released or erased. The simulator runs in a process of its own.
/// </summary>
internal static class InterruptHarness
{
    public static async Task<int> RunAsync(HarnessOptions options)
    {
        var random = new Random(options.Seed);
        var folder = Directory.CreateTempSubdirectory("interrupt-").FullName;
        var worker = new InterruptWorker(options, folder);
        // The first run is slower than all others: files are read that lie in memory from then on.
        await UndisturbedAsync(options, worker, Path.Combine(folder, "first.journal"));
        var (whole, golden) = await UndisturbedAsync(options, worker, Path.Combine(folder, "golden.journal"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"undisturbed: {whole.TotalSeconds:0.0} s in {worker}; "
                + $"{options.Times} kills, seed {options.Seed}"));
        var (wrong, killed) = (0, 0);
        // One that has ended before its instant was not interrupted and does not count.
        for (var i = 1; killed < options.Times && i <= 3 * options.Times; i++)
        {
            await using var simulator = SimulatorProcess.Start(options);
            var journal = Path.Combine(folder, $"{i}.journal");
            var delay = whole * random.NextDouble();
            var cut = await KillAsync(worker, simulator, journal, delay);
            var stage = Stage(journal);
            killed += cut ? 1 : 0;
            var problem = await WorkAsync(worker, simulator, journal) is var code and not 0
                ? $"resume ended with {code}" : await CompareAsync(simulator, golden);
            wrong += problem is null ? 0 : 1;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{i,4}: {(cut ? "killed" : "ended ")} at {delay.TotalMilliseconds,6:0} ms, "
                    + $"{stage}: {problem ?? "as undisturbed"}"));
        }

        Console.WriteLine($"{killed} killed before their end, {wrong} wrong");
        Directory.Delete(folder, recursive: true);
        return wrong == 0 && killed == options.Times ? 0 : 1;
    }

    private static async Task<(TimeSpan Time, string State)> UndisturbedAsync(
        HarnessOptions options, InterruptWorker worker, string journal)
    {
        await using var simulator = SimulatorProcess.Start(options);
        using var process = worker.Start(simulator, journal);
        await InterruptWorker.BegunAsync(process);
        var clock = Stopwatch.StartNew();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (clock.Elapsed, await SnapshotAsync(simulator)) : throw new InvalidOperationException("The undisturbed run failed.");
    }

    private static async Task<bool> KillAsync(InterruptWorker worker, SimulatorProcess simulator, string journal, TimeSpan delay)
    {
        using var process = worker.Start(simulator, journal);
        await InterruptWorker.BegunAsync(process);
        await Task.Delay(delay);
        var cut = !process.HasExited;
        // A pwsh that came as a tool of dotnet is a launcher: the work is done by its child.
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        return cut;
    }

    private static async Task<int> WorkAsync(InterruptWorker worker, SimulatorProcess simulator, string journal)
    {
        using var process = worker.Start(simulator, journal);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            Console.WriteLine(output);
        return process.ExitCode;
    }

    private static string Stage(string journal)
    {
        var last = File.Exists(journal)
            ? JournalReader.Read(journal).FirstOrDefault(t => t.Result.Verdict != DrydockTaskVerdict.Success)?.Result : null;
        return last is null ? "between tasks" : $"in {last.Action} after {last.Steps.Sum(s => s.Results.Count)} steps";
    }

    private static async Task<string?> CompareAsync(SimulatorProcess simulator, string golden)
    {
        var harm = await simulator.FindHarmAsync();
        return harm.Length > 0 ? harm : await SnapshotAsync(simulator) == golden ? null : "another end state";
    }

    private static async Task<string> SnapshotAsync(SimulatorProcess simulator)
    {
        using var session = await simulator.ConnectAsync();
        return await SiteSnapshot.TakeAsync(session.Client);
    }
}
