using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Simulator.Lifecycle;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>Two people run the whole line over the same nodes at the same time.</summary>
public sealed class TwoOperatorsTests
{
    private static readonly string[] Nodes = ["control01", "control02"];

    [Fact]
    public async Task Both_set_up_the_networks_and_neither_fails_at_what_the_other_has_made()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        using var session = await site.ConnectAsync("second");

        var both = await Task.WhenAll(Run(site.Session), Run(session));

        Assert.Empty(both.SelectMany(r => r).Where(r => r.Error is not null).Select(r => $"{r}: {r.Error!.Message}"));

        Task<IReadOnlyList<DrydockStepResult>> Run(MaasSession with) => SiteStepRun.Create(with, new SiteNetworkStepOptions(), site.Observer)
            .RunAsync(site.Design, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("second")]
    public async Task Every_machine_is_deployed_once_and_the_next_run_finds_nothing_to_do(string? user)
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareSiteAsync();
        using var session = await site.ConnectAsync(user ?? site.Session.User.Username);

        var both = await Task.WhenAll(site.ProvisionAsync(site.Session, Nodes), site.ProvisionAsync(session, Nodes));

        Assert.All(both.SelectMany(r => r).Where(r => r.Error is not null), r => Assert.IsAssignableFrom<MaasException>(r.Error));
        var again = await site.ProvisionAsync(site.Session, Nodes);
        Assert.Empty(again.Where(r => r.Error is not null).Select(r => $"{r}: {r.Error!.Message}"));
        Assert.All(Nodes, n => Assert.Equal(MachineStatus.Deployed, site.Look(n, m => m.Status)));
        Assert.Equal(Nodes.Length, site.Simulator.Requests.Count(r => r.Operation == "deploy" && r.Status < 300));
        Assert.DoesNotContain(site.Simulator.Requests, r => r.Operation == "release" && r.Status < 300);
        site.Simulator.ResetRequests();
        await site.ProvisionAsync(site.Session, Nodes);
        Assert.Equal(0, site.Writes);
    }
}
