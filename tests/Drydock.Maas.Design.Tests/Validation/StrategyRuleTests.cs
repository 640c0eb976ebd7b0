namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>Strategies of a site are looked at with its other documents.</summary>
public sealed class StrategyRuleTests
{
    private const string Sound = "groups: [{name: all, critical: true, depends_on: [], selectors: []}]";

    [Fact]
    public void A_sound_strategy_is_found_nothing_of() => Check(Sound).FoundNothing("DeploymentStrategies");

    [Theory]
    [InlineData("depends_on: []", "depends_on: [none]", "There is no group none")]
    [InlineData("depends_on: []", "depends_on: [all]", "These groups wait for each other: all -> all")]
    [InlineData("name: all", "name: ''", "This has to be a text")]
    [InlineData("name: all", "name: yes", "true or false (True): write it in quotes")]
    [InlineData("selectors: []", "selectors: [{}]", "There is nothing in it")]
    [InlineData("selectors: []", "selectors: [], success_criteria: {percent_sucessful_nodes: 90}", "There is no such key here")]
    [InlineData("selectors: []", "selectors: [], success_criteria: {percent_successful_nodes: 66.6}", "a whole number from 0 to 100")]
    [InlineData("selectors: []", "selectors: [], success_criteria: {}", "There is nothing in it")]
    public void What_Shipyard_refuses_is_an_error_with_its_line(string text, string by, string message)
    {
        var findings = Check(Sound.Replace(text, by, StringComparison.Ordinal));
        findings.FoundError("DeploymentStrategies", message, "DeploymentStrategy s");
        Assert.Equal(SoundSite.Text.Split('\n').Length + 4, findings.First(f => f.RuleId == "DeploymentStrategies").Line);
    }

    [Theory]
    [InlineData("critical: true", "critical: 7", "This has to be true or false, not the number 7.")]
    [InlineData("critical: true", "critical: 'true'", "This has to be true or false, not \"true\": write it without quotes.")]
    [InlineData("name: all", "name: 7", "This has to be a text, not the number 7: write it in quotes.")]
    [InlineData("selectors: []", "selectors: [], success_criteria: {percent_successful_nodes: 190}",
        "This has to be a whole number from 0 to 100, not the number 190.")]
    [InlineData("selectors: []", "selectors: [], success_criteria: {maximum_failed_nodes: true}",
        "This has to be a whole number, 0 or more, not true or false (True).")]
    public void Quotes_are_advised_where_they_help(string text, string by, string message) =>
        Check(Sound.Replace(text, by, StringComparison.Ordinal)).FoundError("DeploymentStrategies", message, "DeploymentStrategy s");

    [Fact]
    public void A_group_without_nodes_and_nodes_without_a_group_are_warned_of()
    {
        var findings = Check(Sound.Replace("selectors: []", "selectors: [{node_tags: [nobody]}]", StringComparison.Ordinal));
        findings.FoundWarning("DeploymentStrategies", "Group all of strategy s selects no node", "DeploymentStrategy s");
        Assert.Equal(["node1", "node2"], findings.Last(f => f.RuleId == "DeploymentStrategies").Nodes);
    }

    [Theory]
    [InlineData("s", null)]
    [InlineData("all-at-once", null)]
    [InlineData("waves", "c names deployment strategy waves, which no document defines.")]
    public void The_strategy_that_is_chosen_is_defined(string name, string? message)
    {
        var text = $"{SoundSite.Text}\n---\nschema: shipyard/DeploymentStrategy/v1\nmetadata: {{name: s}}\ndata: {{{Sound}}}\n"
            + $"---\nschema: shipyard/DeploymentConfiguration/v1\nmetadata: {{name: c}}\ndata: {{physical_provisioner: {{deployment_strategy: {name}}}}}\n";
        var site = Support.TestDesign.Read(text);
        var findings = DesignValidator.Validate(site, new ValidationOptions(), TestContext.Current.CancellationToken);
        if (message is null)
            findings.FoundNothing("DeploymentStrategies");
        else
            findings.FoundError("DeploymentStrategies", message, "DeploymentConfiguration c");
        if (name == "all-at-once")
            Assert.Null(Drydock.Maas.Design.Strategy.StrategyReader.Find(site, null));
    }

    private static IReadOnlyList<ValidationFinding> Check(string data)
    {
        var text = $"{SoundSite.Text}\n---\nschema: shipyard/DeploymentStrategy/v1\nmetadata: {{name: s}}\ndata: {{{data}}}\n";
        return DesignValidator.Validate(Support.TestDesign.Read(text), new ValidationOptions(), TestContext.Current.CancellationToken);
    }
}
