using System.Diagnostics;
using System.Globalization;
using Drydock.Maas.Design;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Benchmarks;

/// <summary>
/// Whole tasks over a generated site: requests, time and memory of each, a second run in a new session, and at the end all nodes
/// destroyed.
/// </summary>
internal static class TaskHarness
{
    private static readonly DrydockTaskAction[] Cycle =
    [
        DrydockTaskAction.VerifySite, DrydockTaskAction.PrepareSite, DrydockTaskAction.PrepareNodes, DrydockTaskAction.VerifyNodes,
        DrydockTaskAction.DeployNodes,
    ];

    public static async Task<int> RunAsync(HarnessOptions options)
    {
        var site = Generate(options.Nodes);
        Console.WriteLine(
            Text($"{options.Nodes} nodes, {options.Latency.TotalMilliseconds:0} ms latency, ")
            + Text($"clock x{options.Speed:0}, {options.Throttle} at once"));
        await using var simulator = SimulatorProcess.Start(options);
        var failed = 0;
        using (var session = await simulator.ConnectAsync())
        {
            await PassAsync("cycle", Cycle);
            var changes = await PassAsync(
                "same session again", [DrydockTaskAction.PrepareSite, DrydockTaskAction.PrepareNodes, DrydockTaskAction.DeployNodes]);
            Console.WriteLine(Text($"{changes} changes the second time"));

            async Task<int> PassAsync(string name, DrydockTaskAction[] actions) => await RunAllAsync(session, name, actions);
        }

        using (var session = await simulator.ConnectAsync())
        {
            await RunAllAsync(
                session, "new session", [DrydockTaskAction.PrepareSite, DrydockTaskAction.PrepareNodes, DrydockTaskAction.DeployNodes]);
            await RunAllAsync(session, "destroy", [DrydockTaskAction.DestroyNodes]);
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(
            Text($"peak working set {process.PeakWorkingSet64 / 1e6:0} MB; ")
            + Text($"the simulator, in a process of its own, {simulator.PeakMegabytes:0} MB"));
        return failed == 0 ? 0 : 1;

        async Task<int> RunAllAsync(MaasSession session, string name, DrydockTaskAction[] actions)
        {
            var (reads, writes, changes, clock) = (0, 0, 0, Stopwatch.StartNew());
            foreach (var action in actions)
            {
                var result = await RunAsync(session, site, action, options, simulator);
                failed += result.Failed;
                changes += result.ChangeCount;
                reads += result.Reads;
                writes += result.Writes;
            }

            Console.WriteLine(
                Text($"{name,-22} {reads + writes,7} requests ({reads} reads, {writes} writes) {clock.Elapsed.TotalSeconds,8:0.0} s"));
            return changes;
        }
    }

    public static SiteDesign Generate(int nodes) =>
        DesignReader.Read([DesignSource.FromText("bench.yaml", SiteGenerator.Generate(nodes))], null, CancellationToken.None);

    public static TaskRun Create(MaasSession session, SiteDesign site, DrydockTaskAction action, int throttle, string? journal) =>
        TaskRun.Create(
        session,
        new TaskRequest
        {
            Settings = new() { Action = action, ThrottleLimit = throttle, NoErase = action == DrydockTaskAction.DestroyNodes },
            Site = site,
            Nodes = site.Nodes,
            Timing = new() { PollInterval = TimeSpan.FromMilliseconds(300) },
            JournalPath = journal,
            BootActionRenderer = new BootActionRenderer(),
        },
        new HarnessObserver());

    private static async Task<Outcome> RunAsync(
        MaasSession session, SiteDesign site, DrydockTaskAction action, HarnessOptions options, SimulatorProcess simulator)
    {
        await simulator.ResetAsync();
        var clock = Stopwatch.StartNew();
        using var run = Create(session, site, action, options.Throttle, null);
        var result = await run.RunAsync(CancellationToken.None);
        var (reads, writes) = await simulator.CountAsync();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(
            Text($"  {action,-20} {result.Verdict,-14} {reads + writes,7} requests ({reads} reads, {writes} writes) ")
            + Text($"{clock.Elapsed.TotalSeconds,8:0.0} s, {process.WorkingSet64 / 1e6:0} MB"));
        foreach (var node in result.Nodes.Where(n => n.Verdict != DrydockTaskVerdict.Success).Take(5))
            Console.WriteLine($"    {node}: {node.Reason}");
        foreach (var message in result.Messages.Where(m => m.IsError).Take(result.Nodes.Count == 0 ? 5 : 0))
            Console.WriteLine($"    {message}");
        return new(reads, writes, result.ChangeCount, result.MeetsCriteria ? 0 : 1);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Outcome(int Reads, int Writes, int ChangeCount, int Failed);
}
