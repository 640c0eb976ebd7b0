using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Nodes.Commission;
using Drydock.Maas.Provisioning.Nodes.Interrogate;
using Drydock.Maas.Provisioning.Tests.EndToEnd;
using Drydock.Maas.Simulation;
using Microsoft.Extensions.Time.Testing;

namespace Drydock.Maas.Provisioning.Tests.Nodes.Interrogate;

/// <summary>What scripts printed on machines whose commissioning ends at the same time comes in one answer, and whole.</summary>
public sealed class SharedBuildDataTests
{
    private const string Shared = "/commissioning-results/";
    private static readonly string[] Nodes = ["control01", "worker01", "worker02"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Machines_asked_about_at_the_same_time_are_in_one_answer_with_what_lshw_saw()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        var machines = await CommissionAsync(site);
        site.Simulator.ResetRequests();

        var time = new HeldTime();
        var reader = new BuildDataReader(site.Session, time);
        var asked = machines.Select(m => reader.ReadAsync(site.Node(m.Hostname), m, [ScriptOutput.Commissioning], Cancel)).ToList();
        await time.LetPassAsync();
        var data = await Task.WhenAll(asked);

        Assert.All(data, texts => Assert.Contains(texts, d => d is { Generator: "lshw", DataFormat: "text/xml" }));
        Assert.EndsWith(Shared, Assert.Single(site.Simulator.Requests).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_about_many_machines_tells_what_the_one_about_a_machine_tells()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        var machine = (await CommissionAsync(site))[0];
        var reader = new BuildDataReader(site.Session, TimeProvider.System);
        string[] kinds = [ScriptOutput.Commissioning, ScriptOutput.Testing];

        var shared = await reader.ReadAsync(site.Node(Nodes[0]), machine, kinds, Cancel);
        var single = await reader.ReadAsync(site.Node(Nodes[0]), machine, [.. kinds, ScriptOutput.Installation], Cancel);

        Assert.NotEmpty(shared);
        Assert.Equal(Texts(single), Texts(shared));
    }

    [Fact]
    public async Task A_machine_whose_tests_failed_is_asked_about_by_itself()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareSiteAsync();
        site.Simulator.SetFault(new() { Kind = SimulatorFaultKind.TestingFailure });
        var result = await site.StepAsync(new CommissionStepOptions { RetryCount = 0 }, Nodes[0]);

        Assert.Equal(ErrorIds.CommissioningFailed, Assert.IsType<NodeException>(result.Error).ErrorId);
        Assert.Contains(result.BuildData, d => d.Generator.StartsWith("testing:", StringComparison.Ordinal));
        Assert.Contains(result.BuildData, d => d.Generator == "lshw");
        Assert.DoesNotContain(site.Simulator.Requests, r => r.Path.EndsWith(Shared, StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<Machine>> CommissionAsync(SimulatedSite site)
    {
        await site.PrepareAsync(NodeStepKind.Commission, Nodes);
        return await site.Session.Client.Machines.ListAsync(new() { Hostnames = Nodes }, Cancel);
    }

    /// <summary>A clock on which nothing passes before all have asked.</summary>
    private sealed class HeldTime : FakeTimeProvider
    {
        private readonly TaskCompletionSource _waits = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task LetPassAsync()
        {
            await _waits.Task.WaitAsync(Cancel);
            Advance(TimeSpan.FromSeconds(1));
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _waits.TrySetResult();
            return timer;
        }
    }

    private static IEnumerable<(string, string)> Texts(IEnumerable<BuildData> data) => data.Select(d => (d.Generator, d.DataElement)).Order();
}
