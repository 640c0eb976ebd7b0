using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Drydock.Maas.Api;
using Drydock.Maas.Client;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Models;

namespace Drydock.Maas.Benchmarks;

/// <summary>
/// Reading a long list of machines: time to the first one, time in all and
/// peak memory, beside a plain System.Text.Json read of the same bytes.
/// </summary>
internal static class ListHarness
{
    private const int Rounds = 3;
    private static readonly JsonSerializerOptions Plain = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static async Task<int> RunAsync(int machines)
    {
        using var server = new ListServer(machines);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{machines} machines, {server.Bytes / 1e6:0.0} MB"));
        Console.WriteLine($"{"",-28} {"first ms",9} {"total ms",9} {"peak heap MB",13}");
        var (ours, plain) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            ours = Math.Min(ours, await MeasureAsync("Machines.StreamAsync", started => StreamAsync(server, machines, started)));
            plain = Math.Min(plain, await MeasureAsync("plain System.Text.Json", started => ReadPlainAsync(server, machines, started)));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"best of {Rounds}: {ours / plain:0.00} times the plain read"));
        return 0;
    }

    private static async Task<double> MeasureAsync(string what, Func<Stopwatch, Task<double>> read)
    {
        GC.Collect();
        using var memory = new PeakMemory();
        var watch = Stopwatch.StartNew();
        var first = await read(watch);
        var total = watch.Elapsed.TotalMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-28} {first,9:0.0} {total,9:0} {memory.Megabytes,13:0.0}"));
        return total;
    }

    private static async Task<double> StreamAsync(ListServer server, int machines, Stopwatch watch)
    {
        var options = new MaasConnectionOptions { Url = server.Url, ApiKey = "a:b:c" };
        using var session = await MaasConnector.ConnectAsync(options, CancellationToken.None);
        watch.Restart();
        var (first, count) = (0.0, 0);
        await foreach (var machine in session.Client.Machines.StreamAsync(new MachineFilter(), CancellationToken.None))
        {
            if (count++ == 0)
                first = watch.Elapsed.TotalMilliseconds;
            Check(machine);
        }

        return count == machines ? first : throw new InvalidOperationException($"{count} of {machines} machines came.");
    }

    private static async Task<double> ReadPlainAsync(ListServer server, int machines, Stopwatch watch)
    {
        using var http = new HttpClient();
        watch.Restart();
        await using var body = await http.GetStreamAsync(new Uri($"{server.Url}/api/2.0/machines/"));
        var (first, count) = (0.0, 0);
        await foreach (var machine in JsonSerializer.DeserializeAsyncEnumerable<PlainMachine>(body, Plain))
        {
            if (count++ == 0)
                first = watch.Elapsed.TotalMilliseconds;
            ArgumentNullException.ThrowIfNull(machine?.SystemId);
        }

        return count == machines ? first : throw new InvalidOperationException($"{count} of {machines} machines came.");
    }

    private static void Check(Machine machine)
    {
        if (machine.SystemId.Length == 0 || machine.Interfaces.Count == 0 || machine.BlockDevices.Count == 0)
            throw new InvalidOperationException("A machine came in part.");
    }

    /// <summary>A machine as somebody would read it who has no models: parts as they are.</summary>
    private sealed record PlainMachine(
        string SystemId,
        string Hostname,
        string StatusName,
        List<string> TagNames,
        List<JsonElement> InterfaceSet,
        List<JsonElement> BlockdeviceSet);
}
