using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Site.Access;
using Drydock.Maas.Provisioning.Site.BootMedia;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Simulation;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>
/// The steps of a site on the simulator: what they make, that they make it once, and that they finish what was interrupted.
/// </summary>
public sealed class SiteStepTests
{
    [Fact]
    public async Task A_site_is_set_up_whole_and_a_second_run_writes_nothing()
    {
        await using var site = await SimulatedSite.StartAsync(SiteStepSite.Design());
        Assert.All(await RunAllAsync(site), r => Assert.True(r.Status == StepStatus.Changed, $"{r}: {r.Error?.Message}"));
        site.Simulator.ResetRequests();

        Assert.All(await RunAllAsync(site), r => Assert.True(r.Status == StepStatus.Unchanged, $"{r}: {string.Join("; ", r.Changes)}"));
        Assert.Equal(0, site.Writes);
    }

    [Fact]
    public async Task A_run_that_is_interrupted_after_any_write_is_finished_by_the_next()
    {
        var steps = SiteStepSite.Steps.Where(s => s is not BootMediaStepOptions).ToList();
        for (var writes = 0; ; writes++)
        {
            await using var site = await SimulatedSite.StartAsync(SiteStepSite.Design());
            var interrupted = InterruptingMaas.Wrap(site.Session.Client, writes);
            using var session = new MaasSession(interrupted, site.Session.Version, site.Session.User, site.Session.ConnectedAt);
            var first = await RunAsync(session, steps, site.Design);

            var second = await RunAsync(site.Session, steps, site.Design);
            Assert.Empty(second.Where(r => r.Error is not null).Select(r => $"after {writes} writes: {r}: {r.Error!.Message}"));
            site.Simulator.ResetRequests();
            await RunAsync(site.Session, steps, site.Design);
            Assert.Equal(0, site.Writes);
            if (first.All(r => r.Error is null))
                break;
        }
    }

    [Fact]
    public async Task WhatIf_shows_every_change_and_writes_nothing()
    {
        await using var site = await SimulatedSite.StartAsync(SiteStepSite.Design());
        site.Simulator.ResetRequests();
        var observer = new QuietObserver { PlanOnly = true };
        foreach (var step in SiteStepSite.Steps.Where(s => s is not BootMediaStepOptions))
        {
            var results = await SiteStepRun.Create(site.Session, step, observer)
                .RunAsync(site.Design, TestContext.Current.CancellationToken);
            Assert.All(results, r => Assert.Equal(StepStatus.Planned, r.Status));
        }

        Assert.Equal(0, site.Writes);
    }

    [Fact]
    public async Task An_image_that_MAAS_does_not_offer_is_selected_imported_and_waited_for()
    {
        await using var site = await SimulatedSite.StartAsync(SiteStepSite.Design());
        var design = new SiteDesign([], [], [new DrydockNode { Name = "n1", Image = "noble", Kernel = "ga-24.04" }]);

        var result = Assert.Single(await RunAsync(site.Session, [SiteStepSite.Step<BootMediaStepOptions>()], design));
        Assert.True(result.Status == StepStatus.Changed, result.Error?.Message);
        Assert.Equal(
            ["create BootSourceSelection ubuntu/noble: amd64", "import BootResource ubuntu/noble: amd64/ga-24.04"],
            result.Changes.Select(c => c.ToString()));
        site.Simulator.ResetRequests();

        await RunAsync(site.Session, [SiteStepSite.Step<BootMediaStepOptions>()], design);
        Assert.Equal(0, site.Writes);
    }

    [Fact]
    public async Task An_image_that_no_source_has_is_an_error_that_says_so()
    {
        await using var site = await SimulatedSite.StartAsync(SiteStepSite.Design());
        var design = new SiteDesign([], [], [new DrydockNode { Name = "n1", Image = "jammy", Kernel = "lowlatency" }]);
        var result = Assert.Single(await RunAsync(site.Session, [SiteStepSite.Step<BootMediaStepOptions>()], design));
        Assert.Equal(ErrorIds.ImageNotFound, Assert.IsType<NodeException>(result.Error).ErrorId);
    }

    [Fact]
    public async Task Pruning_leaves_foreign_fabrics_alone_and_removes_the_rest()
    {
        await using var site = await SimulatedSite.StartAsync(SiteStepSite.Design());
        await RunAllAsync(site);
        var token = TestContext.Current.CancellationToken;
        var client = site.Session.Client;
        var fabrics = await client.Fabrics.ListAsync(token);
        var vlan = await client.Vlans.CreateAsync(fabrics.First(f => f.Name == "gp").Id, new VlanUpdate { Vid = 7, Name = "old" }, token);
        await client.Subnets.CreateAsync(new SubnetUpdate { Cidr = "10.7.0.0/24", Name = "old", VlanId = vlan.Id }, token);
        var before = await client.Subnets.ListAsync(token);

        var results = await RunAsync(site.Session, [SiteStepSite.Step<SiteNetworkStepOptions>() with { Prune = true }], site.Design);
        Assert.Equal(
            ["delete Subnet 10.7.0.0/24: old", "delete Vlan gp/7: old"],
            Assert.Single(results, r => r.Target == "fabric gp").Changes.Select(c => c.ToString()));
        var after = await client.Subnets.ListAsync(token);
        Assert.Equal(before.Select(s => s.Cidr).Except(["10.7.0.0/24"]).Order(), after.Select(s => s.Cidr).Order());
    }

    [Fact]
    public async Task No_key_is_pruned_while_the_designs_own_could_not_be_made()
    {
        await using var site = await SimulatedSite.StartAsync(SiteStepSite.Design());
        var token = TestContext.Current.CancellationToken;
        await site.Session.Client.SshKeys.CreateAsync(
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICgpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZH bob", token);
        var before = await site.Session.Client.SshKeys.ListAsync(token);
        site.Simulator.SetFault(new() { Kind = SimulatorFaultKind.ServerError, Path = "*sshkeys*", Method = "POST" });

        var results = await RunAsync(site.Session, [SiteStepSite.Step<SshKeyStepOptions>() with { Prune = true }], site.Design);
        Assert.Equal([StepStatus.Failed, StepStatus.Skipped], results.Select(r => r.Status));
        Assert.Equal(before.Select(k => k.Id), (await site.Session.Client.SshKeys.ListAsync(token)).Select(k => k.Id));
    }

    internal static async Task<IReadOnlyList<DrydockStepResult>> RunAsync(
        MaasSession session, IEnumerable<SiteStepOptions> steps, SiteDesign design)
    {
        var results = new List<DrydockStepResult>();
        foreach (var step in steps)
            results.AddRange(
                await SiteStepRun.Create(session, step, new QuietObserver()).RunAsync(design, TestContext.Current.CancellationToken));
        return results;
    }

    private static Task<IReadOnlyList<DrydockStepResult>> RunAllAsync(SimulatedSite site) =>
        RunAsync(site.Session, SiteStepSite.Steps, site.Design);
}
