using System.Text.Json.Nodes;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Nodes.Deploy;
using Drydock.Maas.Provisioning.Nodes.Release;
using Drydock.Maas.Provisioning.Site.Access;
using Drydock.Maas.Provisioning.Site.Network;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>A gateway answers a write in MAAS's stead: what MAAS made of it is looked at, nothing is done twice and no node is lost.</summary>
public sealed class GatewayTests
{
    private const string Node = "control01";

    [Theory]
    [InlineData(NodeStepKind.Commission, "commission")]
    [InlineData(NodeStepKind.Network, "create_bond")]
    [InlineData(NodeStepKind.Network, "link_subnet")]
    [InlineData(NodeStepKind.Storage, "set_storage_layout")]
    [InlineData(NodeStepKind.Storage, "format")]
    [InlineData(NodeStepKind.Deploy, "allocate")]
    [InlineData(NodeStepKind.Deploy, "deploy")]
    [InlineData(NodeStepKind.Release, "release")]
    public async Task A_write_that_a_gateway_answered_is_looked_at_and_planned_again(NodeStepKind step, string operation)
    {
        foreach (var passes in new[] { false, true })
        {
            await using var site = await SimulatedSite.ExampleAsync();
            if (step == NodeStepKind.Commission)
                await site.PrepareSiteAsync();
            else
                await site.PrepareAsync(step == NodeStepKind.Release ? NodeStepKind.Deploy : step - 1, Node);
            site.Gateway.Answer($"op={operation}", passes ? 504 : 502, passes);
            site.Simulator.ResetRequests();

            var result = await site.StepAsync(step, Node);

            Assert.Equal((StepStatus.Changed, null, 1), (result.Status, result.Error?.Message, site.Gateway.Hits));
            Assert.Contains(result.Changes, c => string.Equals($"{c.Action}", operation, StringComparison.OrdinalIgnoreCase) || step is NodeStepKind.Network or NodeStepKind.Storage);
            if (operation is not ("link_subnet" or "format"))
                Assert.Single(site.Simulator.Requests, r => r.Operation == operation && r.Status < 300);
            site.Simulator.ResetRequests();
            Assert.Equal(StepStatus.Unchanged, (await site.StepAsync(step, Node)).Status);
            Assert.Equal(0, site.Writes);
        }
    }

    /// <summary>The first look after the lost answer still shows the machine as it was, and the release that is sent again is refused.</summary>
    [Fact]
    public async Task A_release_that_happened_late_and_refuses_the_one_sent_again_is_a_change()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Deploy, Node);
        var id = site.Look(Node, m => m.SystemId);
        var before = JsonNode.Parse((await site.Session.Client.SendAsync(new() { Path = $"machines/{id}/" }, TestContext.Current.CancellationToken)).Body.Span);
        site.Gateway.Answer("op=release", 504, passes: true);
        var isLate = false;
        // Erased disks would have the machine Ready, and one that is Ready may be released again.
        site.Gateway.Struck = _ =>
        {
            site.Time.Pause();
            isLate = true;
        };
        site.Gateway.Rewrite = (request, body) =>
        {
            if (!request.RequestUri!.Query.Contains("?id=", StringComparison.Ordinal))
                return body;
            if (!isLate)
            {
                site.Time.Resume();
                return body;
            }

            isLate = false;
            return $"[{before!.ToJsonString()}]";
        };
        site.Simulator.ResetRequests();

        var result = await site.StepAsync(new ReleaseStepOptions { QuickErase = true }, Node);

        Assert.Equal([200, 409], site.Simulator.Requests.Where(r => r.Operation == "release").Select(r => r.Status));
        Assert.Equal((StepStatus.Changed, null), (result.Status, result.Error?.Message));
        Assert.Equal(ChangeAction.Release, Assert.Single(result.Changes).Action);
    }

    [Theory]
    [InlineData(typeof(SiteNetworkStepOptions), "POST /MAAS/api/2.0/fabrics/")]
    [InlineData(typeof(SiteNetworkStepOptions), "POST /MAAS/api/2.0/subnets/")]
    [InlineData(typeof(SshKeyStepOptions), "POST /MAAS/api/2.0/account/prefs/sshkeys/")]
    [InlineData(typeof(RepositoryStepOptions), "POST /MAAS/api/2.0/package-repositories/")]
    [InlineData(typeof(TagDefinitionStepOptions), "POST /MAAS/api/2.0/tags/")]
    public async Task So_is_a_write_of_a_step_of_the_site(Type step, string write)
    {
        foreach (var passes in new[] { false, true })
        {
            await using var site = await SimulatedSite.StartAsync(SiteStepSite.Design());
            site.Gateway.Answer(write, 502, passes);

            var first = await SiteStepTests.RunAsync(site.Session, SiteStepSite.Steps.Where(s => s.GetType() == step), site.Design);
            site.Simulator.ResetRequests();
            var second = await SiteStepTests.RunAsync(site.Session, SiteStepSite.Steps.Where(s => s.GetType() == step), site.Design);

            Assert.Equal(1, site.Gateway.Hits);
            Assert.Empty(first.Concat(second).Where(r => r.Error is not null).Select(r => $"{r}: {r.Error!.Message}"));
            Assert.All(second, r => Assert.Equal(StepStatus.Unchanged, r.Status));
            Assert.Equal(0, site.Writes);
            Assert.NotEmpty(first.SelectMany(r => r.Changes));
            Assert.All(first.Where(r => r.Step != "SiteNetwork"), r => Assert.Equal(StepStatus.Changed, r.Status));
        }
    }

    [Fact]
    public async Task A_single_500_of_MAAS_itself_on_deploy_is_tried_again_as_asked_for()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Platform, Node);
        site.Gateway.Answer("op=deploy", 500, body: "deadlock detected");

        var result = await site.StepAsync(new DeployStepOptions { RetryCount = 1 }, Node);

        Assert.Equal(("Deployed", null), (result.Machine?.StatusName, result.Error?.Message));
        Assert.Contains(result.Messages, m => m.Contains("deadlock detected", StringComparison.Ordinal) && m.Contains("tried again, 1 of 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_retries_a_500_of_MAAS_is_the_nodes_error()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Platform, Node);
        site.Gateway.Answer("op=deploy", 500, body: "deadlock detected", count: 5);

        var result = await site.StepAsync(new DeployStepOptions { RetryCount = 0 }, Node);

        Assert.Equal(500, Assert.IsType<MaasApiException>(result.Error).StatusCode);
        Assert.Equal(1, site.Gateway.Hits);
    }

    [Theory]
    [InlineData(401, "Authorization Error: 'Invalid access token: x'", 12)]
    [InlineData(429, "slow down", 4)]
    [InlineData(200, "<html><title>Sign in</title></html>", 12)]
    public async Task Looks_at_a_deployment_that_are_not_answered_fail_no_node(int status, string body, int count)
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Platform, Node);
        site.Gateway.Answer("GET /MAAS/api/2.0/machines/?id=", status, count: count, body: body, after: "op=deploy");

        var result = await site.StepAsync(NodeStepKind.Deploy, Node);

        Assert.Equal(("Deployed", null), (result.Machine?.StatusName, result.Error?.Message));
        Assert.Equal(count, site.Gateway.Hits);
    }

    [Fact]
    public async Task A_gateway_that_answers_for_good_is_told_in_the_end()
    {
        await using var site = await SimulatedSite.ExampleAsync();
        await site.PrepareAsync(NodeStepKind.Platform, Node);
        site.Gateway.Answer("op=allocate", 502, count: 100);

        var error = Assert.IsType<MaasConnectionException>((await site.StepAsync(NodeStepKind.Deploy, Node)).Error);

        Assert.Equal("WriteUnanswered", error.ErrorId);
        Assert.InRange(site.Gateway.Hits, 2, 20);
    }
}
