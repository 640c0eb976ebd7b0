using Drydock.Maas.Client;
using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Drift;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Site.Access;
using Drydock.Maas.Provisioning.Tests.EndToEnd;

namespace Drydock.Maas.Provisioning.Tests.Drift;

/// <summary>What a comparison asks MAAS for: each list once, and of single machines as few as it can.</summary>
public sealed class ComparisonReadTests
{
    private static readonly string[] Nodes = ["worker01", "worker02", "worker03"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_site_as_designed_takes_each_list_once_and_lshw_of_one_machine_of_a_hardware_profile()
    {
        await using var site = await DeployedAsync();
        using var session = await AnotherAsync(site);

        Assert.Empty(await CompareAsync(session, site.Design));

        var reads = site.Simulator.Requests.Select(r => $"{r.Path}{(r.Operation is null ? "" : $"?op={r.Operation}")}").ToList();
        Assert.Single(reads, r => r.EndsWith("op=details", StringComparison.Ordinal));
        Assert.All(
            reads.Where(r => !r.EndsWith("/machines/", StringComparison.Ordinal)).GroupBy(r => r), list => Assert.Single(list));
        Assert.True(reads.Count <= 14, string.Join('\n', reads));
    }

    /// <summary>The machines would fit if the alias meant the other disk of theirs; it does not.</summary>
    [Fact]
    public async Task An_alias_that_means_another_device_now_is_found_on_every_machine()
    {
        await using var site = await DeployedAsync();
        var swapped = ExampleDesign.Read(Nodes, text => text.Replace("2:0.0.0", "2:0.9.9", StringComparison.Ordinal)
            .Replace("2:0.1.0", "2:0.0.0", StringComparison.Ordinal)
            .Replace("2:0.9.9", "2:0.1.0", StringComparison.Ordinal));
        using var session = await AnotherAsync(site);

        var drift = await CompareAsync(session, swapped);

        Assert.Equal(Nodes, drift.Where(d => d.Property == ChangeProperty.StorageLayout).Select(d => d.Target).Distinct().Order());
        Assert.Equal(Nodes.Length, site.Simulator.Requests.Count(r => r.Operation == "details"));
    }

    private static async Task<SimulatedSite> DeployedAsync()
    {
        var site = await SimulatedSite.StartAsync(ExampleDesign.Read(Nodes));
        Assert.DoesNotContain(await site.ProvisionAsync([.. Nodes.Select(site.Node)]), r => r.Error is not null);
        foreach (var step in new SiteStepOptions[] { new SshKeyStepOptions(), new RepositoryStepOptions(), new TagDefinitionStepOptions() })
            await SiteStepRun.Create(site.Session, step, site.Observer).RunAsync(site.Design, Cancel);
        return site;
    }

    /// <summary>Another session: the one that provisioned has read lshw already.</summary>
    private static async Task<MaasSession> AnotherAsync(SimulatedSite site)
    {
        var session = await MaasConnector.ConnectAsync(new() { Url = site.Simulator.Url.ToString(), ApiKey = site.Simulator.ApiKey }, Cancel);
        site.Simulator.ResetRequests();
        return session;
    }

    private static Task<IReadOnlyList<DesignDrift>> CompareAsync(MaasSession session, SiteDesign design) =>
        DesignComparison.Create(session, new()).CompareAsync(design, null, Cancel);
}
