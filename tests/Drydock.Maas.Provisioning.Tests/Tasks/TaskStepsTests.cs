using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tests.Tasks;

/// <summary>Which steps a task takes, and in what time.</summary>
public sealed class TaskStepsTests
{
    [Theory]
    [InlineData(null, "", "Network Storage Platform Deploy")]
    [InlineData("Storage", "", "Storage Platform Deploy")]
    [InlineData("ApplyNodePlatform", "", "Platform Deploy")]
    [InlineData(null, "deploy network", "Network Deploy")]
    [InlineData("Platform", "Network Deploy", "Deploy")]
    public void Steps_are_chosen_by_our_names_and_Drydocks(string? startAt, string only, string expected)
    {
        var settings = new TaskSettings { Action = DrydockTaskAction.DeployNodes, StartAt = startAt, Only = Words(only) };
        Assert.Equal(expected, string.Join(' ', TaskSteps.Choose(settings).Select(s => s.Name)));
    }

    [Theory]
    [InlineData(null, "", "", "SiteNetwork SiteSshKey SiteRepository SiteTag")]
    [InlineData(null, "", "CreateBootMedia", "SiteNetwork SiteSshKey SiteRepository SiteTag SiteBootMedia")]
    [InlineData(null, "SiteBootMedia SiteTag", "", "SiteTag SiteBootMedia")]
    [InlineData(null, "SiteTag", "SiteBootMedia", "SiteTag SiteBootMedia")]
    [InlineData("SiteTag", "", "", "SiteTag")]
    [InlineData("SiteBootMedia", "", "", "SiteBootMedia")]
    public void Boot_media_are_prepared_when_somebody_names_them(string? startAt, string only, string include, string expected)
    {
        var settings =
            new TaskSettings { Action = DrydockTaskAction.PrepareSite, StartAt = startAt, Only = Words(only), Include = Words(include) };
        Assert.Equal(expected, string.Join(' ', TaskSteps.Choose(settings).Select(s => s.Name)));
    }

    [Fact]
    public void A_step_the_action_does_not_have_is_told_with_those_it_has()
    {
        var error =
            Assert.Throws<MaasException>(() => TaskSteps.Choose(new() { Action = DrydockTaskAction.PrepareNodes, StartAt = "Deploy" }));
        Assert.Equal(("UnknownStep", "PrepareNodes has no step Deploy; it has Enlist, Identity, Commission."), (error.ErrorId, error.Message));
    }

    [Fact]
    public void Every_action_has_steps_with_a_known_time_limit()
    {
        var steps = Enum.GetValues<DrydockTaskAction>().Select(action => TaskSteps.Choose(new() { Action = action })).ToList();
        Assert.All(steps, Assert.NotEmpty);
        Assert.All(
            steps.SelectMany(s => s), s => Assert.True(new TaskTimeouts(new Dictionary<string, double>())[s.Timeout] > TimeSpan.Zero));
    }

    [Fact]
    public void Limits_are_Drydocks_unless_given()
    {
        var timeouts = new TaskTimeouts(new Dictionary<string, double> { ["deploy_node"] = 90 });
        Assert.Equal((TimeSpan.FromMinutes(90), TimeSpan.FromMinutes(30)), (timeouts["deploy_node"], timeouts["configure_hardware"]));
    }

    [Theory]
    [InlineData("deploy_nodes", 5)]
    [InlineData("deploy_node", 0)]
    [InlineData("deploy_node", double.NaN)]
    public void A_limit_that_means_nothing_is_refused(string name, double minutes) =>
        Assert.Equal("InvalidTimeout",
            Assert.Throws<MaasException>(() => new TaskTimeouts(new Dictionary<string, double> { [name] = minutes })).ErrorId);

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
