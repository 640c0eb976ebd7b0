using Drydock.Maas.Benchmarks;
using Drydock.Maas.Benchmarks.Chaos;
using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>
/// A few rounds of the chaos harness: whole tasks amid faults and other people's hands, then once more without; the end is that of a run nobody
/// disturbed, and nothing was deployed, released or removed on the way that was not to be.
/// </summary>
public sealed class ChaosTests
{
    private const double Speed = 3000;

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(13)]
    public async Task A_run_after_bad_luck_ends_as_one_that_nobody_disturbed(int seed)
    {
        var design = DesignReader.Read(
            [DesignSource.FromText("chaos.yaml", SiteGenerator.Generate(6))], null, TestContext.Current.CancellationToken);
        await using var round = new ChaosRound(design, Speed, seed, await ChaosRound.UndisturbedAsync(design, Speed));
        Assert.Empty(await round.RunAsync());
    }
}
