using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Provisioning.Tests.EndToEnd;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Seeding;
using Drydock.Maas.Simulator.State;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tests.Tasks;

/// <summary>A machine that was destroyed comes back and is in use when the task that destroyed it is gone on with.</summary>
public sealed class ResumedDestructionTests : IDisposable
{
    private const string Node = "control01";
    private const string Other = "control02";
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("journal-").FullName, "task.journal");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public async Task It_is_left_alone_each_time_and_the_node_that_was_not_done_is_destroyed()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        site.Look(Other, m => m.Locked = true);
        var before = site.Look(Node, m => m.SystemId);
        Assert.Equal(DrydockTaskVerdict.PartialSuccess, (await DestroyAsync(site, resumed: false)).Verdict);
        site.Simulator.State.Nodes.OfType<SimulatedMachine>().First(m => m.Locked).Locked = false;
        lock (site.Simulator.State.Gate)
            Enlistment.Enlist(site.Simulator.State, site.Node(Node));
        await site.PrepareAsync(NodeStepKind.Deploy, Node);
        site.Simulator.ResetRequests();

        for (var run = 0; run < 3; run++)
        {
            var observer = new TaskTestObserver();
            var result = await DestroyAsync(site, resumed: true, observer);

            Assert.Equal(DrydockTaskVerdict.Success, result.Verdict);
            var left = Assert.Single(result.Steps[0].Results, r => r.Target == Node);
            Assert.Equal(StepStatus.Unchanged, left.Status);
            Assert.Contains("has come since and is left alone", Assert.Single(left.Messages), StringComparison.Ordinal);
            Assert.Contains(observer.Warnings, w => w.Contains(Node, StringComparison.Ordinal));
        }

        var machine = site.Look(Node, m => (m.SystemId, m.Status));
        Assert.NotEqual(before, machine.SystemId);
        Assert.Equal(MachineStatus.Deployed, machine.Status);
        Assert.DoesNotContain(site.Simulator.Requests, r => r.IsWrite && r.Path.Contains(machine.SystemId, StringComparison.Ordinal));
        Assert.Single(site.Simulator.Requests, r => r.Method == "DELETE" && r.Status == 204);
    }

    /// <summary>The process ended after the machine was gone and before its step was recorded.</summary>
    [Fact]
    public async Task What_was_begun_is_known_though_its_end_was_never_recorded()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await DestroyAsync(site, resumed: false);
        File.WriteAllLines(_path, File.ReadAllLines(_path).Where(l => !l.Contains("\"kind\":\"step\"", StringComparison.Ordinal) && !l.Contains("\"kind\":\"end\"", StringComparison.Ordinal)));
        lock (site.Simulator.State.Gate)
            Enlistment.Enlist(site.Simulator.State, site.Node(Node));

        var result = await DestroyAsync(site, resumed: true);

        Assert.Equal(StepStatus.Unchanged, result.Steps[0].Results.Single(r => r.Target == Node).Status);
        Assert.Contains(site.Simulator.State.Nodes.OfType<SimulatedMachine>(), m => m.PowerParameters["power_address"]?.ToString() == site.Node(Node).Oob.Address);
    }

    [Fact]
    public async Task A_machine_that_was_not_done_yet_is_still_destroyed()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        site.Look(Node, m => m.Locked = true);
        await DestroyAsync(site, resumed: false);
        site.Look(Node, m => m.Locked = false);

        var result = await DestroyAsync(site, resumed: true);

        Assert.Equal(StepStatus.Changed, result.Steps[0].Results.Single(r => r.Target == Node).Status);
    }

    private async Task<DrydockTaskResult> DestroyAsync(SimulatedSite site, bool resumed, TaskTestObserver? observer = null)
    {
        var request = new TaskRequest
        {
            BootActionRenderer = new BootActionRenderer(),
            Settings = new TaskSettings { Action = DrydockTaskAction.DestroyNodes },
            Site = site.Design,
            Nodes = [site.Node(Node), site.Node(Other)],
            Timing = SimulatedSite.Timing,
            JournalPath = _path,
        };
        if (resumed)
            request = request with { Machines = JournalReader.Read(_path)[^1].Machines };
        using var run = TaskRun.Create(site.Session, request, observer ?? new TaskTestObserver());
        return await run.RunAsync(TestContext.Current.CancellationToken);
    }
}
