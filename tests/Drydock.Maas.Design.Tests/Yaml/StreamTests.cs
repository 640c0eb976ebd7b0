using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Yaml;

/// <summary>Everything YAML allows between and within documents.</summary>
public sealed class StreamTests
{
    private const string Network = "schema: drydock/Network/v1\nmetadata: {name: a}\ndata: {cidr: 10.0.0.0/24}\n";
    private const string Other = "schema: drydock/Network/v1\nmetadata: {name: b}\ndata: {cidr: 10.0.1.0/24}\n";

    [Theory]
    [InlineData(Network + "---\n" + Other)]
    [InlineData("---\n" + Network + "...\n---\n" + Other + "...\n")]
    [InlineData("# first\n---\n" + Network + "...\n# between\n---\n---\n" + Other)]
    [InlineData("%YAML 1.1\n---\n" + Network + "...\n---\n" + Other)]
    [InlineData("\uFEFF" + Network + "---\n" + Other)]
    public void Documents_follow_each_other(string text) => Assert.Equal(["a", "b"], TestDesign.Read(text).Networks.Select(n => n.Name));

    [Fact]
    public void Lines_may_end_as_on_Windows() =>
        Assert.Equal(["a", "b"],
            TestDesign.Read((Network + "---\n" + Other).Replace("\n", "\r\n", StringComparison.Ordinal)).Networks.Select(n => n.Name));

    [Fact]
    public void Documents_of_others_are_passed_over() =>
        Assert.Single(TestDesign.Read(
            Network
                + "---\nschema: armada/Chart/v1\nmetadata: {name: c}\ndata: {}\n---\napiVersion: promenade/v1\nkind: Genesis\n").Networks);

    [Fact]
    public void Aliases_stand_for_what_they_name()
    {
        var site = TestDesign.Read(
            TestDesign.Document("Network", "a", "cidr: &net 10.0.0.0/24\nroutes:\n- &r {subnet: *net, gateway: 10.0.0.1}\n- *r"));
        Assert.Equal(["10.0.0.0/24", "10.0.0.0/24"], site.Networks[0].Routes.Select(r => r.Subnet));
    }

    [Fact]
    public void Anchors_end_with_their_document()
    {
        var problem = TestDesign.Problem(
            "---\nschema: &s drydock/Network/v1\nmetadata: {name: a}\ndata: {cidr: 10.0.0.0/24}\n---\nschema: *s\n");
        Assert.Equal(("InvalidYaml", 6, 9), (problem.ErrorId, problem.Location!.Line, problem.Location.Column));
    }

    [Fact]
    public void Own_keys_win_over_merged_ones_and_earlier_over_later_ones()
    {
        var site = TestDesign.Read(TestDesign.Document(
            "Network", "a", "labels: &l {x: one, y: one}\ndns: {domain: d}\ncidr: 10.0.0.0/24"),
            TestDesign.Document("Network", "b",
                "cidr: 10.0.1.0/24\nlabels:\n  <<: [{x: first, y: first}, {x: second, z: second}]\n  x: own"));
        Assert.Equal(["own", "first", "second"], new[] { "x", "y", "z" }.Select(k => site.FindNetwork("b")!.Labels[k]));
    }

    [Fact]
    public void A_merge_key_takes_only_mappings() =>
        Assert.Equal("InvalidMergeKey",
            TestDesign.Problem(TestDesign.Document("Network", "a", "cidr: 10.0.0.0/24\nlabels: {<<: text}")).ErrorId);

    [Fact]
    public void A_key_given_twice_is_an_error_at_the_second()
    {
        var problem = TestDesign.Problem(
            "schema: drydock/Network/v1\nmetadata: {name: a}\ndata:\n  cidr: 10.0.0.0/24\n  cidr: 10.0.1.0/24\n");
        Assert.Equal(("DuplicateKey", "site.yaml:5:3"), (problem.ErrorId, problem.Location!.ToString()));
        Assert.Contains("first in line 4", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cidr: 10.0.0.0/24", "cidr: '10.0.0.0/24'")]
    [InlineData("labels: {a: '1', b: '2'}", "labels: {b: '2', a: '1'}")]
    public void A_key_given_twice_with_the_same_value_is_a_warning(string first, string second)
    {
        var site = TestDesign.Read($"schema: drydock/Network/v1\nmetadata: {{name: a}}\ndata:\n  cidr: 10.0.0.0/24\n  {first}\n  {second}\n"
            .Replace("  cidr: 10.0.0.0/24\n  cidr", "  cidr", StringComparison.Ordinal));
        var warning = Assert.Single(site.Warnings);
        Assert.Equal("RepeatedKey", warning.ErrorId);
        Assert.Contains("a second time; first in line", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tab_for_indentation_is_an_error_with_its_line()
    {
        var problem = TestDesign.Problem("schema: drydock/Network/v1\nmetadata:\n\tname: a\n");
        Assert.Equal(("InvalidYaml", 3), (problem.ErrorId, problem.Location!.Line));
    }

    [Fact]
    public void A_removal_without_quotes_is_a_tag_and_an_error_that_says_so()
    {
        var problem = TestDesign.Problem(TestDesign.Profile("p", "metadata: {tags: [!quay ]}"));
        Assert.Equal("UnknownTag", problem.ErrorId);
        Assert.Contains("'!quay'", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{a: b}: c")]
    [InlineData("labels: {: c}")]
    [InlineData("? [a]\n: c")]
    public void A_key_that_is_no_text_is_an_error(string line) =>
        Assert.Contains(TestDesign.Problems(TestDesign.Document("Network", "a", $"cidr: 10.0.0.0/24\n{line}")), p =>
            p.ErrorId == "InvalidKey");
}
