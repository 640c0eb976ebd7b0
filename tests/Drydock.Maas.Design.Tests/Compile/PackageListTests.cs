using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Compile;

/// <summary>Package lists of all boot actions of a node make one.</summary>
public sealed class PackageListTests
{
    [Fact]
    public void The_later_version_wins_and_null_is_any()
    {
        var node = TestDesign.Compile(
            TestDesign.Node("n1", ""), Packages("a", "{htop: '1.0-1', curl: null}"), Packages("b", "{htop: '2.0-1'}"));
        Assert.Equal(("2.0-1", null), (node.Packages["htop"], node.Packages["curl"]));
    }

    [Fact]
    public void Only_targets_get_them() => Assert.Empty(TestDesign.Compile(
        TestDesign.Node("n1", ""),
        TestDesign.Document("BootAction", "a",
            "assets: [{type: pkg_list, data: {htop: null}}]\nnode_filter: {filter_set_type: union, filter_set: "
                + "[{filter_type: union, node_names: [n2]}]}")).Packages);

    [Theory]
    [InlineData("{htop: 1.0}", "$.assets[0].data.htop")]
    [InlineData("[htop]", "$.assets[0].data")]
    [InlineData("htop", "$.assets[0].data")]
    public void Packages_are_a_mapping_to_versions_in_quotes(string data, string path) =>
        Assert.Equal(path, TestDesign.Problem(Packages("a", data)).Path);

    private static string Packages(string name, string data) =>
        TestDesign.Document("BootAction", name, $"assets: [{{type: pkg_list, data: {data}}}]");
}
