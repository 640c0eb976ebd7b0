using System.Globalization;
using Drydock.Maas.Provisioning.Tests.Convergence;
using Drydock.Maas.Provisioning.Tests.InProcess;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Provisioning.Tests.Conversion;

/// <summary>
/// Whatever designs by chance and other people have made of a MAAS, it is described by a design by which nothing differs. A failure names its seed.
/// </summary>
public sealed class RandomConversionTests
{
    private const int RoundsOfOneMaas = 5;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task What_designs_and_other_people_made_is_described(int seed)
    {
        var random = new Random(seed);
        using var maas = await InProcessMaas.StartAsync(RandomSite.Hardware());
        maas.State.Nodes.OfType<SimulatedMachine>().First().BiosBootMethod = seed % 2 == 0 ? "uefi" : "pxe";
        maas.Commission();
        for (var round = 1; round <= RoundsOfOneMaas; round++)
        {
            try
            {
                await DescribeAsync(maas, random);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, round {round}: {e.Message}"), e);
            }
        }
    }

    private static async Task DescribeAsync(InProcessMaas maas, Random random)
    {
        var run = new PairRun(maas, RandomSite.Next(random));
        await run.ApplySiteAsync();
        foreach (var kind in PairRun.Kinds)
            await run.ApplyAsync(kind);
        await ConvertedSites.HoldAsync(maas.Session);
        var others = new OtherPeople(maas, random);
        for (var acts = random.Next(6); acts > 0; acts--)
            others.Act();
        await ConvertedSites.HoldAsync(maas.Session);
    }
}
