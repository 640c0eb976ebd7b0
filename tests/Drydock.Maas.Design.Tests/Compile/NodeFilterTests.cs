using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Compile;

/// <summary>Node filters of boot actions, after Drydock's rules.</summary>
public sealed class NodeFilterTests
{
    private static readonly string[] Nodes =
    [
        TestDesign.Node("n3", "metadata: {rack: r1, tags: [a, b], owner_data: {x: '1', y: '1'}}"),
        TestDesign.Node("n1", "metadata: {rack: r1, tags: [a], owner_data: {x: '1'}}"),
        TestDesign.Node("n2", "metadata: {rack: r2, tags: [b], owner_data: {y: '1'}}"),
        TestDesign.Node("n4", "metadata: {owner_data: {flag: 'True'}}"),
        TestDesign.Hardware,
    ];

    [Theory]
    [InlineData("null", "n3,n1,n2,n4")]
    [InlineData("{filter_set_type: union, filter_set: []}", "")]
    [InlineData("{filter_set_type: intersection}", "")]
    public void No_filter_selects_all_and_an_empty_one_none(string filter, string expected) =>
        Assert.Equal(expected, Targets(filter == "null" ? "" : $"node_filter: {filter}"));

    [Theory]
    [InlineData("{filter_type: union, node_names: [n2, n1]}", "n1,n2")]
    [InlineData("{filter_type: union, node_tags: [a]}", "n3,n1")]
    [InlineData("{filter_type: union, node_tags: [a, b]}", "n3,n1,n2")]
    [InlineData("{filter_type: union, rack_names: [r2]}", "n2")]
    [InlineData("{filter_type: union, node_labels: {x: '1'}}", "n3,n1")]
    [InlineData("{filter_type: union, node_labels: {x: '1', y: '1'}}", "n3,n1,n2")]
    [InlineData("{filter_type: union, node_labels: {flag: true}}", "n4")]
    [InlineData("{filter_type: union, node_names: [n4], rack_names: [r2]}", "n2,n4")]
    [InlineData("{filter_type: intersection, node_tags: [b], rack_names: [r1]}", "n3")]
    [InlineData("{filter_type: intersection, node_tags: [a, b], rack_names: [r1]}", "n3,n1")]
    [InlineData("{filter_type: intersection, node_labels: {x: '1', y: '1'}}", "n3")]
    [InlineData("{filter_type: intersection, node_names: [], node_tags: [a]}", "n3,n1")]
    [InlineData("{filter_type: intersection}", "")]
    [InlineData("{filter_type: union}", "")]
    public void One_filter_selects_by_its_criteria_in_design_order(string filter, string expected) =>
        Assert.Equal(expected, Targets($"node_filter: {{filter_set_type: union, filter_set: [{filter}]}}"));

    [Theory]
    [InlineData("union", "{filter_type: union, node_names: [n1]}, {filter_type: union, node_names: [n2]}", "n1,n2")]
    [InlineData("intersection", "{filter_type: union, node_tags: [a]}, {filter_type: union, node_tags: [b]}", "n3")]
    [InlineData("intersection", "{filter_type: union, node_tags: [a]}, {filter_type: intersection}", "n3,n1")]
    [InlineData("intersection", "{filter_type: union, node_tags: [a]}, {filter_type: union}", "")]
    public void Filters_of_a_set_are_united_or_intersected(string type, string filters, string expected) =>
        Assert.Equal(expected, Targets($"node_filter: {{filter_set_type: {type}, filter_set: [{filters}]}}"));

    [Fact]
    public void Labels_are_inherited_before_they_are_asked_for()
    {
        var site = TestDesign.Read(
            TestDesign.Profile("p", "metadata: {owner_data: {x: '1'}}"),
            TestDesign.Node("n1", "host_profile: p"),
            TestDesign.Hardware,
            Action("node_filter: {filter_set_type: union, filter_set: [{filter_type: union, node_labels: {x: '1'}}]}"));
        Assert.Equal(["n1"], site.BootActions[0].TargetNodes);
    }

    private static string Action(string filter) => TestDesign.Document("BootAction", "act", $"assets: []\n{filter}");

    private static string Targets(string filter) =>
        string.Join(',', TestDesign.Read([.. Nodes, Action(filter)]).BootActions[0].TargetNodes);
}
