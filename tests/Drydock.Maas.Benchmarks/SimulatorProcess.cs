using System.Diagnostics;
using System.Globalization;
using Drydock.Maas.Client;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator;
using Drydock.Maas.Simulator.Seeding;

namespace Drydock.Maas.Benchmarks;

/// <summary>A simulator of a generated site in a process of its own, told and asked line by line.</summary>
internal sealed class SimulatorProcess : IAsyncDisposable
{
    private readonly Process _process;

    private SimulatorProcess(Process process, string url, string key) => (_process, Url, Key) = (process, url, key);

    public string Url { get; }

    public string Key { get; }

    public double PeakMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / 1e6;
        }
    }

    public static SimulatorProcess Start(HarnessOptions options)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
            start.ArgumentList.Add(typeof(SimulatorProcess).Assembly.Location);
        var latency = Text(options.Latency.TotalMilliseconds);
        string[] arguments = ["simulator", "--nodes", Text(options.Nodes), "--speed", Text(options.Speed), "--latency", latency];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        return new(process, process.StandardOutput.ReadLine()!, process.StandardOutput.ReadLine()!);
    }

    /// <summary>The other side: serves until its input ends.</summary>
    public static async Task<int> ServeAsync(HarnessOptions options)
    {
        var site = TaskHarness.Generate(options.Nodes);
        await using var simulator = MaasSimulator.Start(
            new SimulatorOptions { Design = site, Speed = options.Speed, Latency = options.Latency });
        Console.WriteLine(simulator.Url);
        Console.WriteLine(simulator.ApiKey);
        while (await Console.In.ReadLineAsync() is { } command)
        {
            var requests = simulator.Requests;
            Console.WriteLine(command switch
            {
                "count" => $"{requests.Count(r => !r.IsWrite)} {requests.Count(r => r.IsWrite)}",
                "harm" => Harm(requests),
                "reads" => string.Join(", ",
                    requests.Where(r => !r.IsWrite).GroupBy(Kind).OrderByDescending(g => g.Count()).Select(g => $"{g.Count()} {g.Key}")),
                _ => "",
            });
            if (command == "reset")
                simulator.ResetRequests();
        }

        return 0;
    }

    public Task<MaasSession> ConnectAsync() =>
        MaasConnector.ConnectAsync(new MaasConnectionOptions { Url = Url, ApiKey = Key }, CancellationToken.None);

    public Task ResetAsync() => AskAsync("reset");

    public async Task<(int Reads, int Writes)> CountAsync()
    {
        if (Environment.GetEnvironmentVariable("HARNESS_READS") is not null)
            Console.WriteLine($"    {await AskAsync("reads")}");
        var counts = (await AskAsync("count")).Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList();
        return (counts[0], counts[1]);
    }

    /// <summary>What no run that only prepares and deploys may do; empty when nothing was.</summary>
    public Task<string> FindHarmAsync() => AskAsync("harm");

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Harm(IReadOnlyList<SimulatedRequest> requests)
    {
        var twice = requests.Where(r => r is { Operation: "deploy", Status: < 300 }).GroupBy(r => r.Path).Count(g => g.Count() > 1);
        var undone = requests.Count(r => r.Operation is "release" or "set_default_storage"
            || (r.Method == "DELETE" && r.Path.Contains("/machines/", StringComparison.Ordinal)));
        return twice > 0 ? $"{twice} machines deployed twice" : undone > 0 ? $"{undone} machines released, erased or removed" : "";
    }

    private async Task<string> AskAsync(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        return await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The simulator has ended.");
    }

    private static string Kind(SimulatedRequest request)
    {
        var path =
            request.Path[(request.Path.IndexOf("2.0/", StringComparison.Ordinal) + 4)..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        var filter = request.Query.Split('&')[0].Split('=')[0];
        return string.Join('/', path.Select((part, i) => i == 1 ? "*" : part)) + (request.Operation is { } op ? $" {op}" : filter.Length > 0
            ? $" by {filter}" : "");
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
