using System.Globalization;
using Drydock.Maas.Provisioning.Tests.InProcess;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Provisioning.Tests.Convergence;

/// <summary>
/// 1,000 pairs of a machine as earlier designs and other people left it, and a design: the plan carried out leaves nothing to plan,
/// and so does any beginning of it followed by a new plan. A failure names its seed.
/// </summary>
public sealed class PairTests
{
    private const int PairsOfOneMachine = 20;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 50)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Every_plan_converges_whole_or_cut_short(int seed)
    {
        var random = new Random(seed);
        using var maas = await InProcessMaas.StartAsync(RandomSite.Hardware());
        maas.State.Nodes.OfType<SimulatedMachine>().First().BiosBootMethod = seed % 2 == 0 ? "uefi" : "pxe";
        maas.Commission();
        for (var pair = 1; pair <= PairsOfOneMachine; pair++)
        {
            try
            {
                await ConvergeAsync(maas, random);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                throw new InvalidOperationException(
                    string.Create(CultureInfo.InvariantCulture, $"seed {seed}, pair {pair}: {e.Message}"), e);
            }
        }
    }

    private static async Task ConvergeAsync(InProcessMaas maas, Random random)
    {
        var others = new OtherPeople(maas, random);
        for (var acts = random.Next(8); acts > 0; acts--)
            others.Act();

        var run = new PairRun(maas, RandomSite.Next(random));
        if (random.Next(5) == 0)
            await OutOfOrder.PassAsync(maas, run, random);
        if (random.Next(2) == 0)
            await CutShortAsync(run, random);
        await run.ApplySiteAsync();
        foreach (var kind in PairRun.Kinds)
            await run.ApplyAsync(kind);
        Assert.Empty(await run.RemainingAsync());
    }

    /// <summary>Each step as far as it comes, some of it twice.</summary>
    private static async Task CutShortAsync(PairRun run, Random random)
    {
        await run.ApplySiteAsync(count => random.Next(count + 1));
        await run.ApplySiteAsync();
        foreach (var kind in PairRun.Kinds)
        {
            await run.ApplyAsync(kind, count => random.Next(count + 1));
            await run.ApplyAsync(kind, count => random.Next(count + 1));
        }
    }
}
