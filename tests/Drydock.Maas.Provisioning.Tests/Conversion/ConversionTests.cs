using Drydock.Maas.Api;
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

    [Fact]
    public async Task What_MAAS_chose_by_itself_is_left_out_and_told()
    {
        var design = ConversionSites.Read("example");
        await using var site = await SimulatedSite.StartAsync(design);
        await RunAsync(site, DrydockTaskAction.PrepareSite, DrydockTaskAction.PrepareNodes);
        var (converted, read) = await ConvertedSites.HoldAsync(site.Session);
        Assert.Equal(design.Nodes.Count, read.Nodes.Count);
        Assert.Contains(converted.Findings, f => f.Resource!.Contains("interface", StringComparison.Ordinal) && f.Message.Contains("mode auto", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Machines_that_nobody_commissioned_are_told_and_left_out()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        var (converted, read) = await ConvertedSites.HoldAsync(site.Session);
        Assert.Empty(read.Nodes);
        Assert.Single(converted.Findings, f => f.Property == "status" && f.Nodes.Count == site.Design.Nodes.Count);
    }

    [Fact]
    public async Task Names_that_a_document_cannot_have_are_kept_as_labels()
    {
        await using var site = await SimulatedSite.StartAsync(ConversionSites.Read("three nodes"));
        await RunAsync(site, DrydockTaskAction.PrepareSite);
        var client = site.Session.Client;
        var subnets = await client.Subnets.ListAsync(Token);
        foreach (var subnet in subnets)
            await client.Subnets.UpdateAsync(subnet.Id, SubnetUpdate.FromSubnet(subnet) with { Name = subnet.Cidr }, Token);
        var tagged = subnets.First(s => s.Vlan!.Vid != 0);
        await client.Vlans.UpdateAsync(tagged.Vlan!.FabricId, tagged.Vlan.Vid, new() { Name = "of somebody else" }, Token);
        var (_, read) = await ConvertedSites.HoldAsync(site.Session);
        Assert.All(read.Networks, n => Assert.Equal(n.Cidr, n.Labels["subnet_name"]));
        Assert.Equal("of somebody else", read.Networks.Single(n => n.Cidr == tagged.Cidr).Labels["vlan_name"]);
    }

    [Fact]
    public async Task Passwords_stay_in_MAAS_and_a_placeholder_is_not_sent()
    {
        var design = ConversionSites.Read("ten nodes");
        await using var site = await SimulatedSite.StartAsync(design);
        await RunAsync(site, DrydockTaskAction.PrepareSite, DrydockTaskAction.PrepareNodes);
        var (converted, read) = await ConvertedSites.HoldAsync(site.Session);
        Assert.All(read.Nodes, n => Assert.Equal(OobSettings.Placeholder, n.Oob.Credential!.Reveal()));
        Assert.Single(converted.Findings, f => f is { RuleId: "SecretLeftOut", Property: "power_pass" });
        site.Simulator.ResetRequests();
        var step = NodeStepRun.Create(site.Session, new Drydock.Maas.Provisioning.Nodes.Identity.IdentityStepOptions { UseNodeOobParameters = true, Timing = SimulatedSite.Timing }, site.Observer);
        Assert.Null((await step.RunAsync(new() { Node = read.Nodes[0] }, Token)).Error);
        Assert.Equal(0, site.Writes);
    }

    private static async Task RunAsync(SimulatedSite site, params DrydockTaskAction[] actions)
    {
        foreach (var action in actions)
        {
            using var run = TaskRun.Create(site.Session, Request(site.Design, action), new TaskTestObserver());
            var result = await run.RunAsync(Token);
            if (action != DrydockTaskAction.PrepareSite)
                Assert.Empty(result.Messages.Where(m => m.IsError).Select(m => $"{action}: {m}"));
        }
    }

    private static async Task HoldAsync(SiteDesign design, string? version = null)
    {
        await using var site = await SimulatedSite.StartAsync(design, version: version);
        await RunAsync(site, DrydockTaskAction.PrepareSite, DrydockTaskAction.PrepareNodes, DrydockTaskAction.DeployNodes);
        var (converted, read) = await ConvertedSites.HoldAsync(site.Session);
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
