using System.Collections;
using Drydock.Maas.Design.Strategy;
using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Strategy;

/// <summary>Shipyard's document.</summary>
public sealed class StrategyTests
{
    private const string Head = "---\nschema: shipyard/DeploymentStrategy/v1\nmetadata: {name: rollout}\ndata:\n  groups:\n";

    [Fact]
    public void Everything_in_the_document_is_read()
    {
        var strategy = Read("""
            - name: control
              critical: true
              depends_on: [ntp]
              selectors:
                - {node_names: [n1], node_labels: ["role: control"], node_tags: [a, b], rack_names: [r1]}
              success_criteria: {percent_successful_nodes: 90, minimum_successful_nodes: 3, maximum_failed_nodes: 1}
            - {name: ntp, critical: false, depends_on: [], selectors: []}
            """);
        var group = strategy.Groups[0];
        Assert.Equal(("rollout", "control", true, "ntp"), (strategy.Name, group.Name, group.IsCritical, Assert.Single(group.DependsOn)));
        Assert.Equal(
            new SuccessCriteria { PercentSuccessfulNodes = 90, MinimumSuccessfulNodes = 3, MaximumFailedNodes = 1 }, group.Criteria);
        Assert.Equal(KeyValuePair.Create("role", "control"), Assert.Single(group.Selectors[0].NodeLabels));
    }

    [Theory]
    [InlineData("{node_names: [n1]}", true)]
    [InlineData("{node_names: [n2]}", false)]
    [InlineData("{node_names: [n1], rack_names: [r2]}", false)]
    [InlineData("{node_tags: [x, a]}", true)]
    [InlineData("{node_labels: ['role: control']}", true)]
    [InlineData("{node_labels: ['role: control', 'zone: 1']}", false)]
    [InlineData("{node_names: [], node_tags: []}", true)]
    public void A_selector_is_an_intersection_of_what_it_gives(string selector, bool selects)
    {
        var node =
            new DrydockNode { Name = "n1", Rack = "r1", Tags = ["a"], OwnerData = new Dictionary<string, string> { ["role"] = "control" } };
        var strategy = Read($"- {{name: g, critical: true, depends_on: [], selectors: [{selector}]}}");
        Assert.Equal(selects, strategy.Groups[0].Selects(node));
    }

    [Theory]
    [InlineData("- {name: a, critical: true, depends_on: [b], selectors: []}", "UnknownGroup", "There is no group b; there are a.")]
    [InlineData("- {name: a, critical: true, depends_on: [a], selectors: []}", "GroupCycle", "a -> a")]
    [InlineData("- {name: a, critical: true, depends_on: [], selectors: []}\n- {name: a, critical: true, depends_on: [], selectors: []}",
        "DuplicateGroup", "a already")]
    [InlineData("- {name: a, depends_on: [], selectors: []}", "InvalidStrategy", "true or false")]
    [InlineData("- {name: a, critical: true, depends_on: [], selectors: [{node_name: [x]}]}", "InvalidStrategy", "no such key")]
    [InlineData("- {name: a, critical: true, depends_on: [], selectors: [{node_labels: [x]}]}", "InvalidStrategy", "key: value")]
    [InlineData("- {name: a, critical: true, depends_on: [], selectors: [], success_criteria: {percent_successful_nodes: 101}}",
        "InvalidStrategy", "0 to 100")]
    public void What_is_wrong_is_told_with_the_document(string groups, string errorId, string part)
    {
        var error = Assert.Throws<DesignException>(() => Read(groups));
        Assert.Equal(errorId, error.ErrorId);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.Contains("DeploymentStrategy rollout", error.Message, StringComparison.Ordinal);
        Assert.Contains("site.yaml", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cycle_is_told_as_far_as_it_goes_round()
    {
        var error = Assert.Throws<DesignException>(() => Read("""
            - {name: a, critical: true, depends_on: [b], selectors: []}
            - {name: b, critical: true, depends_on: [c], selectors: []}
            - {name: c, critical: true, depends_on: [b], selectors: []}
            """));
        Assert.Contains("b -> c -> b", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_the_configuration_names_one()
    {
        var two = Document("one") + Document("two");
        Assert.Equal("AmbiguousStrategy", Assert.Throws<DesignException>(() => StrategyReader.Find(Site(two), null)).ErrorId);
        Assert.Equal("one", StrategyReader.Find(Site(two), "one")!.Name);
        const string Configuration =
            "---\nschema: shipyard/DeploymentConfiguration/v1\nmetadata: {name: c}\ndata: "
                + "{physical_provisioner: {deployment_strategy: two}}\n";
        Assert.Equal("two", StrategyReader.Find(Site(two + Configuration), null)!.Name);
    }

    [Fact]
    public void A_site_without_one_has_none() => Assert.Null(StrategyReader.Find(Site(""), null));

    [Fact]
    public void A_plain_mapping_will_do()
    {
        var group = new Hashtable
        {
            ["name"] = "all",
            ["critical"] = true,
            ["depends_on"] = Array.Empty<object>(),
            ["selectors"] = Array.Empty<object>(),
        };
        Assert.Equal("all", StrategyReader.Read(new Hashtable { ["groups"] = new[] { group } }).Groups[0].Name);
    }

    private static DeploymentStrategy Read(string groups) => StrategyReader.Find(Site(Head + Indent(groups) + "\n"), null)!;

    private static SiteDesign Site(string more) => TestDesign.Read(TestDesign.Hardware + more);

    private static string Document(string name) =>
        Head.Replace("rollout", name, StringComparison.Ordinal) + "    - {name: a, critical: true, depends_on: [], selectors: []}\n";

    private static string Indent(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => "    " + l));
}
