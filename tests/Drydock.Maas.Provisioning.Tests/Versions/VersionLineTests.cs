using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Tests.EndToEnd;
using Drydock.Maas.Simulator;

namespace Drydock.Maas.Provisioning.Tests.Versions;

/// <summary>The whole line comes to the same on every version of MAAS that can be played, and a second run writes nothing.</summary>
public sealed class VersionLineTests
{
    private static readonly string Golden = Path.Combine(TestFolders.Contract, "endstate", "design.yaml");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Versions => [.. MaasSimulator.Versions];

    [Theory]
    [MemberData(nameof(Versions))]
    public Task Three_nodes_are_deployed(string version) => RunAsync(ThreeNodes.File, version);

    [Theory]
    [MemberData(nameof(Versions))]
    public Task The_recorded_site_is_deployed(string version)
    {
        Assert.SkipUnless(File.Exists(Golden), $"The design of the recorded run is no part of the repository; it is looked for at {Golden}.");
        return RunAsync(Golden, version);
    }

    [Fact]
    public async Task The_end_is_the_same()
    {
        var states = new List<string>();
        foreach (var version in MaasSimulator.Versions)
        {
            await using var site = await SimulatedSite.StartAsync(ThreeNodes.File, version);
            await site.ProvisionAsync();
            states.Add((await EndState.ReadAsync(site.Session.Client, Token)).ToJsonString());
        }

        Assert.Single(states.Distinct());
    }

    private static async Task RunAsync(string design, string version)
    {
        await using var site = await SimulatedSite.StartAsync(design, version);
        Assert.StartsWith(version + ".", site.Session.Version.Version, StringComparison.Ordinal);
        var first = await site.ProvisionAsync();
        Assert.Empty(first.Where(r => r.Status == StepStatus.Failed).Select(r => $"{r}: {r.Error?.Message}"));
        site.Simulator.ResetRequests();

        var second = await site.ProvisionAsync();

        Assert.Empty(second.Where(r => r.Status != StepStatus.Unchanged).Select(r => $"{r}: {r.Error?.Message}"));
        Assert.Equal(0, site.Writes);
    }
}
