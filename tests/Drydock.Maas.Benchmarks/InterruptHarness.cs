using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Drydock.Maas.Api;
using Drydock.Maas.Client;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Simulator;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Benchmarks;

/// <summary>
/// Kills the process that prepares and deploys a site at an instant of chance, resumes from its journal, and compares the end with that of a run nobody
/// disturbed: the same machines, each deployed once, none released or erased.
/// </summary>
internal static class InterruptHarness
{
    private static readonly DrydockTaskAction[] Actions =
        [DrydockTaskAction.PrepareSite, DrydockTaskAction.PrepareNodes, DrydockTaskAction.DeployNodes];

    public static async Task<int> RunAsync(HarnessOptions options)
    {
        var site = TaskHarness.Generate(options.Nodes);
        var random = new Random(options.Seed);
        var folder = Directory.CreateTempSubdirectory("interrupt-").FullName;
        var (whole, golden) = await UndisturbedAsync(options, site, folder);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"undisturbed: {whole.TotalSeconds:0.0} s; {options.Times} kills, seed {options.Seed}"));
        var (wrong, killed) = (0, 0);
        // One that has ended before its instant was not interrupted and does not count.
        for (var i = 1; killed < options.Times && i <= 3 * options.Times; i++)
        {
            await using var simulator = Start(options, site);
            var journal = Path.Combine(folder, $"{i}.journal");
            var delay = whole * random.NextDouble();
            var cut = await KillAsync(simulator, options, journal, delay);
            killed += cut ? 1 : 0;
            var problem = await ResumeAsync(simulator, options, journal) is var code and not 0
                ? $"resume ended with {code}" : await CompareAsync(simulator, golden);
            wrong += problem is null ? 0 : 1;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{i,4}: {(cut ? "killed" : "ended ")} at {delay.TotalMilliseconds,6:0} ms, {Stage(journal)}: {problem ?? "as undisturbed"}"));
        }

        Console.WriteLine($"{killed} killed before their end, {wrong} wrong");
        Directory.Delete(folder, recursive: true);
        return wrong == 0 ? 0 : 1;
    }

    /// <summary>What is killed: prepares and deploys, going on where the journal ends.</summary>
    public static async Task<int> WorkAsync(IReadOnlyList<string> args)
    {
        var (url, key, nodes, journal) = (args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture), args[3]);
        var site = TaskHarness.Generate(nodes);
        using var session = await MaasConnector.ConnectAsync(new MaasConnectionOptions { Url = url, ApiKey = key }, CancellationToken.None);
        Console.WriteLine("begins");
        var last = File.Exists(journal) && JournalReader.Read(journal) is [.., var newest] ? newest : null;
        foreach (var action in Actions.SkipWhile(a => last is not null && a != last.Settings.Action))
        {
            using var run = TaskHarness.Create(session, site, action, 64, journal);
            var result = await run.RunAsync(CancellationToken.None);
            if (result.MeetsCriteria)
                continue;
            foreach (var message in result.Messages.Where(m => m.IsError))
                await Console.Error.WriteLineAsync(message.ToString());
            return 1;
        }

        return 0;
    }

    private static MaasSimulator Start(HarnessOptions options, Design.SiteDesign site) =>
        MaasSimulator.Start(new SimulatorOptions { Design = site, Speed = options.Speed, Latency = options.Latency });

    private static async Task<(TimeSpan Time, string State)> UndisturbedAsync(HarnessOptions options, Design.SiteDesign site, string folder)
    {
        await using var simulator = Start(options, site);
        using var worker = Work(simulator, options, Path.Combine(folder, "golden.journal"));
        await worker.StandardOutput.ReadLineAsync();
        var clock = Stopwatch.StartNew();
        await worker.WaitForExitAsync();
        return worker.ExitCode == 0
            ? (clock.Elapsed, await StateAsync(simulator)) : throw new InvalidOperationException("The undisturbed run failed.");
    }

    private static async Task<bool> KillAsync(MaasSimulator simulator, HarnessOptions options, string journal, TimeSpan delay)
    {
        using var worker = Work(simulator, options, journal);
        await worker.StandardOutput.ReadLineAsync();
        await Task.Delay(delay);
        var cut = !worker.HasExited;
        worker.Kill();
        await worker.WaitForExitAsync();
        return cut;
    }

    private static async Task<int> ResumeAsync(MaasSimulator simulator, HarnessOptions options, string journal)
    {
        using var worker = Work(simulator, options, journal);
        await worker.StandardOutput.ReadToEndAsync();
        await worker.WaitForExitAsync();
        return worker.ExitCode;
    }

    private static Process Work(MaasSimulator simulator, HarnessOptions options, string journal)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
            start.ArgumentList.Add(typeof(InterruptHarness).Assembly.Location);
        foreach (var argument in (string[])["worker", simulator.Url.ToString(), simulator.ApiKey, options.Nodes.ToString(CultureInfo.InvariantCulture), journal])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static string Stage(string journal)
    {
        var last = File.Exists(journal)
            ? JournalReader.Read(journal).FirstOrDefault(t => t.Result.Verdict != DrydockTaskVerdict.Success)?.Result : null;
        return last is null ? "between tasks" : $"in {last.Action} after {last.Steps.Sum(s => s.Results.Count)} steps";
    }

    private static async Task<string?> CompareAsync(MaasSimulator simulator, string golden)
    {
        var deployed = simulator.Requests.Where(r => r is { Operation: "deploy", Status: < 300 }).GroupBy(r => r.Path).Where(g => g.Count() > 1).ToList();
        if (deployed.Count > 0)
            return $"{deployed.Count} machines deployed twice";
        if (simulator.Requests.Any(r => r.Operation is "release" or "set_default_storage" || (r.Method == "DELETE" && r.Path.Contains("/machines/", StringComparison.Ordinal))))
            return "machines released or removed";
        return await StateAsync(simulator) == golden ? null : "another end state";
    }

    /// <summary>What MAAS holds of the site, without ids and times of chance.</summary>
    private static async Task<string> StateAsync(MaasSimulator simulator)
    {
        using var session = await MaasConnector.ConnectAsync(new MaasConnectionOptions { Url = simulator.Url.ToString(), ApiKey = simulator.ApiKey }, CancellationToken.None);
        var client = session.Client;
        var machines = await client.Machines.ListAsync(new MachineFilter(), CancellationToken.None);
        var subnets = await client.Subnets.ListAsync(CancellationToken.None);
        var fabrics = await client.Fabrics.ListAsync(CancellationToken.None);
        return JsonSerializer.Serialize(new
        {
            Machines = machines.OrderBy(m => m.Hostname, StringComparer.Ordinal).Select(Describe),
            Subnets = subnets.OrderBy(s => s.Cidr, StringComparer.Ordinal).Select(s => new { s.Cidr, s.Name, s.GatewayIP, s.DnsServers, Vlan = s.Vlan?.ToString() }),
            Vlans = fabrics.Where(f => machines.Any(m => m.Interfaces.Any(i => i.Vlan?.Fabric == f.Name))).OrderBy(f => f.Name, StringComparer.Ordinal)
                .Select(f => new { f.Name, Vlans = f.Vlans.OrderBy(v => v.Vid).Select(v => $"{v.Vid} {v.Name} {v.Mtu} {v.DhcpOn}") }),
            Ranges = (await client.IPRanges.ListAsync(CancellationToken.None)).Select(r => $"{r.Type} {r.StartIP}-{r.EndIP}").Order(StringComparer.Ordinal),
            Tags = (await client.Tags.ListAsync(CancellationToken.None)).OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => $"{t.Name} {t.KernelOpts}"),
        });
    }

    private static object Describe(Machine machine) => new
    {
        machine.Fqdn,
        machine.StatusName,
        machine.DistroSeries,
        machine.HweKernel,
        machine.Owner,
        Tags = machine.TagNames.Order(StringComparer.Ordinal),
        Annotations = machine.WorkloadAnnotations.OrderBy(a => a.Key, StringComparer.Ordinal),
        Interfaces = machine.Interfaces.OrderBy(i => i.Name, StringComparer.Ordinal).Select(i =>
            new { i.Name, i.Type, Vlan = i.Vlan?.ToString(), i.EffectiveMtu, Parents = i.Parents.Order(StringComparer.Ordinal), Links = i.Links.Select(l => $"{l.Mode} {l.IPAddress}") }),
        Disks = machine.BlockDevices.OrderBy(d => d.Name, StringComparer.Ordinal).Select(d =>
            new { d.Name, d.Size, d.UsedFor, d.Filesystem?.MountPoint, Partitions = d.Partitions.Select(p => $"{p.Size} {p.Filesystem?.Fstype} {p.Filesystem?.MountPoint}") }),
    };
}
