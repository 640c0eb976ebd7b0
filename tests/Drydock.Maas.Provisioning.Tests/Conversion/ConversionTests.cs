using Drydock.Maas.Design;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Design.Validation;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Provisioning.Tests.Convergence;
using Drydock.Maas.Provisioning.Tests.EndToEnd;
using Drydock.Maas.Provisioning.Tests.Tasks;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tests.Conversion;

/// <summary>A MAAS that was set up by a design is described by another one, by which nothing differs.</summary>
public sealed class ConversionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Sites => [.. ConversionSites.Names];

    [Theory]
    [MemberData(nameof(Sites))]
    public async Task A_deployed_site_is_described_by_a_design_that_differs_from_it_in_nothing(string name) => await HoldAsync(ConversionSites.Read(name));

    [Theory]
    [InlineData("designs/deckhand_fullsite.yaml")]
    [InlineData("sites/v1.8-prime-stl1/rendered.yaml")]
    [InlineData("sites/v1.9-seaworthy/rendered.yaml")]
    public async Task A_published_site_is_described_once_it_is_deployed(string design)
    {
        var file = Path.Combine(TestFolders.Corpus, design);
        Assert.SkipUnless(File.Exists(file), $"Published designs are no part of the repository: DRYDOCK_MAAS_CORPUS names their folder, now {TestFolders.Corpus}.");
        await HoldAsync(DesignReader.Read([DesignSource.FromFile(file)], null, Token));
    }

    [Theory]
    [InlineData("3.7")]
    public async Task A_site_of_a_later_MAAS_is_described(string version) => await HoldAsync(ConversionSites.Read("example"), version);

    private static async Task HoldAsync(SiteDesign design, string? version = null)
    {
        await using var site = await SimulatedSite.StartAsync(design, version: version);
        foreach (var action in new[] { DrydockTaskAction.PrepareSite, DrydockTaskAction.PrepareNodes, DrydockTaskAction.DeployNodes })
        {
            using var run = TaskRun.Create(site.Session, Request(design, action), new TaskTestHost());
            var result = await run.RunAsync(Token);
            if (action != DrydockTaskAction.PrepareSite)
                Assert.Empty(result.Messages.Where(m => m.IsError).Select(m => $"{action}: {m}"));
        }

        var (converted, read) = await ConvertedSites.HoldAsync(site.Session);
        foreach (var file in Drydock.Maas.Design.Export.AuthoredDesign.Write(converted.Design))
            TestContext.Current.TestOutputHelper!.WriteLine($"### {file.Name}\n{file.Text}");
        foreach (var finding in converted.Findings)
            TestContext.Current.TestOutputHelper!.WriteLine(finding.ToString());
        Assert.Equal(design.Nodes.Count, read.Nodes.Count);
        Assert.Empty(DesignValidator.Validate(read, new ValidationOptions(), Token).Where(f => f.Severity == ValidationSeverity.Error).Select(f => f.ToString()));
    }

    private static TaskRequest Request(SiteDesign design, DrydockTaskAction action) => new()
    {
        BootActionRenderer = new BootActionRenderer(),
        Settings = new() { Action = action, UseNodeOobParameters = true },
        Site = design,
        Nodes = TaskSteps.IsOfNodes(action) ? design.Nodes : [],
        Timing = SimulatedSite.Timing,
        SkipBootActions = [.. design.BootActions.Select(b => b.Name)],
    };
}
