using System.Globalization;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Tests.EndToEnd;
using Drydock.Maas.Provisioning.Tests.InProcess;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Provisioning.Tests.Convergence;

/// <summary>
/// An approved plan that was interrupted anywhere may be carried on: what is planned anew for the rest is within it, by what its operations say they
/// leave. A failure names its seed.
/// </summary>
public sealed class InterruptedPlanTests : IDisposable
{
    private const int PairsOfOneMachine = 12;

    private readonly string _file = Path.GetTempFileName();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 30)];

    public void Dispose() => File.Delete(_file);

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_rest_of_a_plan_is_within_it(int seed)
    {
        var random = new Random(seed);
        using var maas = await InProcessMaas.StartAsync(RandomSite.Hardware());
        maas.State.Nodes.OfType<SimulatedMachine>().First().BiosBootMethod = seed % 2 == 0 ? "uefi" : "pxe";
        maas.Commission();
        var failures = new List<string>();
        for (var pair = 1; pair <= PairsOfOneMachine; pair++)
        {
            var others = new OtherPeople(maas, random);
            for (var acts = random.Next(8); acts > 0; acts--)
                others.Act();
            var run = new PairRun(maas, RandomSite.Next(random));
            await InterruptAsync(run, random, why => failures.Add(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, pair {pair}: {why}")));
        }

        if (failures.Count > 0)
            Assert.Fail(string.Join("\n", failures));
    }

    private async Task InterruptAsync(PairRun run, Random random, Action<string> fail)
    {
        var site = Save(await run.RecordSiteAsync());
        for (var times = 0; times < 2; times++)
        {
            await run.ApplySiteAsync(count => random.Next(count + 1));
            Require(site, await run.RecordSiteAsync(), fail);
        }

        await run.ApplySiteAsync();
        foreach (var kind in PairRun.Kinds)
        {
            var planned = await run.RecordAsync(kind);
            // A group of another name is known by its volumes: once these are gone it is none any more, and its end was not approved.
            var isRenamed = planned.Changes.Any(c => c is { Kind: ResourceKind.VolumeGroup, Property: ChangeProperty.Name });
            var saved = Save([planned]);
            for (var times = 0; times < 3; times++)
            {
                await run.ApplyAsync(kind, count => random.Next(count + 1));
                if (!isRenamed)
                    Require(saved, [await run.RecordAsync(kind)], fail);
            }

            await run.ApplyAsync(kind);
        }
    }

    /// <summary>The plan as its file tells it.</summary>
    private DrydockPlan Save(IReadOnlyList<DrydockPlanPart> parts)
    {
        File.WriteAllText(_file, PlanFile.ToText(new() { DesignFingerprint = "F00D", MaasUrl = new("http://maas.example.com:5240/MAAS"), Parts = parts }));
        return PlanFile.Read(_file);
    }

    private static void Require(DrydockPlan saved, IReadOnlyList<DrydockPlanPart> now, Action<string> fail)
    {
        foreach (var part in now)
        {
            if (new ApprovedChanges(saved, part.Step, part.Target).FindExcess(part.Changes, part.SystemId) is { } excess)
                fail(excess.Message);
        }
    }
}
