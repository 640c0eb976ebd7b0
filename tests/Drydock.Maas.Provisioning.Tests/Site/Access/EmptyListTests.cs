using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Site.Access;
using Drydock.Maas.Provisioning.Tests.EndToEnd;
using Drydock.Maas.Provisioning.Tests.InProcess;

namespace Drydock.Maas.Provisioning.Tests.Site.Access;

/// <summary>Repositories without components or distributions, which MAAS takes no empty text for.</summary>
public sealed class EmptyListTests
{
    [Fact]
    public async Task A_repository_without_components_and_distributions_is_made_and_stays_as_it_is()
    {
        using var maas = await InProcessMaas.StartAsync(Designed([], [], []));

        var first = await RunAsync(maas);
        var second = await RunAsync(maas);

        Assert.Equal((StepStatus.Changed, null), (first.Status, first.Error?.Message));
        Assert.Equal((StepStatus.Unchanged, null), (second.Status, second.Error?.Message));
    }

    [Fact]
    public async Task Components_and_distributions_that_the_design_no_longer_has_are_cleared()
    {
        using var maas = await InProcessMaas.StartAsync(Designed(["jammy"], ["stable", "edge"], ["amd64"]));
        await RunAsync(maas);
        maas.Design = Designed([], [], ["arm64"]);

        var cleared = await RunAsync(maas);

        Assert.Equal((StepStatus.Changed, null), (cleared.Status, cleared.Error?.Message));
        var kept = maas.State.PackageRepositories.Single(r => r.Name == "plain");
        Assert.Empty(kept.Components);
        Assert.Empty(kept.Distributions);
        Assert.Equal(["arm64"], kept.Arches);
        Assert.Equal(StepStatus.Unchanged, (await RunAsync(maas)).Status);
    }

    private static async Task<DrydockStepResult> RunAsync(InProcessMaas maas) => Assert.Single(
        await SiteStepRun.Create(maas.Session, new RepositoryStepOptions(), new QuietObserver())
            .RunAsync(maas.Design, TestContext.Current.CancellationToken));

    private static SiteDesign Designed(string[] distributions, string[] components, string[] architectures) => new([], [], [])
    {
        Region = new Region
        {
            Name = "harbour",
            Repositories =
            [
                new RepositoryDefinition
                {
                    Name = "plain",
                    RepositoryType = "apt",
                    Url = "https://mirror.example/debian",
                    Distributions = distributions,
                    Components = components,
                    Architectures = architectures,
                    GpgKey = "",
                },
            ],
        },
    };
}
