using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Design.Tests.Support;
using static Drydock.Maas.Design.Tests.BootActions.OneNode;

namespace Drydock.Maas.Design.Tests.BootActions;

/// <summary>Boot actions are rendered for one node at a time: context, pipelines, permissions.</summary>
public sealed class RenderTests
{
    private const string Identifiers =
        "assets: [{type: file, path: /a, data: '{{ action.action_id }} {{ action.action_key }}', data_pipeline: [template]}]";

    [Theory]
    [InlineData("{{ node.hostname }}.{{ node.domain }}", "n1.example.com")]
    [InlineData("{{ node.tags | join(' ') }}", "gpu a")]
    [InlineData("{{ node.labels.role }}", "compute")]
    [InlineData(
        "{{ node.network.oam.ip }} {{ node.network.oam.cidr }} {{ node.network.oam.dns_suffix }}", "10.0.0.5 10.0.0.0/24 example.com")]
    [InlineData("{{ node.network.default.ip }}", "10.0.0.5")]
    [InlineData("{{ node.interfaces.p1.sriov }} {{ node.interfaces.p1.vf_count }} {{ node.interfaces.p1.trustedmode }}", "True 8 True")]
    [InlineData("{{ node.interfaces.p2.sriov }}{{ node.interfaces.p2.vf_count | default(' none') }}", "False none")]
    [InlineData("{{ action.report_url }}", "http://localhost:9000/api/v1.0/bootactions/")]
    public async Task The_context_is_what_Drydock_documents(string template, string expected) =>
        Assert.Equal(expected, (await RenderAsync(File($"data: \"{template}\"", "template"))).Text);

    [Theory]
    [InlineData("hello {{ x }}", "", "hello {{ x }}")]
    [InlineData("aGk=", "base64_decode", "hi")]
    [InlineData("hi", "base64_encode", "aGk=")]
    [InlineData("e3sgbm9kZS5ob3N0bmFtZSB9fQ==", "base64_decode, utf8_decode, template", "n1")]
    [InlineData("e3sgbm9kZS5ob3N0bmFtZSB9fQ==", "base64_decode, template, base64_encode", "bjE=")]
    [InlineData("{{ node.hostname }}", "utf8_decode, template, utf8_encode, base64_encode", "bjE=")]
    [InlineData("é", "utf8_decode", "é")]
    public async Task Pipelines_run_in_order(string data, string steps, string expected) =>
        Assert.Equal(expected, (await RenderAsync(File($"data: '{data}'", steps))).Text);

    [Theory]
    [InlineData("data: '{{ node.labels.other }}'", "template", "TemplateNotRendered", "node.labels.other is not defined")]
    [InlineData("data: '{{ node.network.pxe.ip }}'", "template", "TemplateNotRendered", "the address of node n1 on pxe is not static")]
    [InlineData("data: '{{ node.network.store.ip }}'", "template", "TemplateNotRendered", "node n1 has no address on a network store")]
    [InlineData("data: '!!!'", "base64_decode", "AssetNotBase64", "no base64")]
    [InlineData("data: '/w=='", "base64_decode, utf8_decode", "AssetNotText", "not UTF-8")]
    [InlineData("location: promenade+http://promenade/join?ip={{ node.none }}", "", "UnsupportedAssetLocation",
        "The scheme promenade+http asks a service of Airship")]
    [InlineData("location: deckhand+http://deckhand/", "", "UnsupportedAssetLocation", "deckhand+http")]
    [InlineData("location: ftp://files/a", "", "UnsupportedAssetLocation", "The scheme ftp is not supported")]
    [InlineData("location: files/a", "", "InvalidAssetLocation", "is no URI")]
    [InlineData("location: file:///no/such/file", "", "AssetNotFetched", "there is no such file")]
    public async Task What_cannot_be_rendered_names_node_place_and_reason(string content, string steps, string id, string message)
    {
        var error = await Assert.ThrowsAsync<DesignException>(() => RenderAsync(File(content, steps)));
        var problem = Assert.Single(error.Problems);
        Assert.Equal(id, problem.ErrorId);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains("node n1", problem.Message, StringComparison.Ordinal);
        Assert.Equal(("BootAction a", "site.yaml"), (problem.Document, problem.Location?.File));
        Assert.True(problem.Location!.Line > 1);
        Assert.StartsWith("$.assets[0].", problem.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once()
    {
        var error = await Assert.ThrowsAsync<DesignException>(() => RenderAllAsync("""
            assets:
              - {type: file, path: /a, data: '{{ x }}', data_pipeline: [template]}
              - {type: file, path: /b, location: 'deckhand+http://d/'}
            """));
        Assert.Equal(["$.assets[0].data", "$.assets[1].location"], error.Problems.Select(p => p.Path));
    }

    [Theory]
    [InlineData("", "0600")]
    [InlineData(", permissions: '644'", "0644")]
    [InlineData(", permissions: '0755'", "0755")]
    public async Task Permissions_have_four_digits(string given, string expected) =>
        Assert.Equal(expected, (await RenderAsync($"{{type: file, path: /a, data: a{given}}}")).Permissions);

    [Fact]
    public async Task A_boot_action_can_be_left_out() => Assert.Empty(
        await RenderAllAsync("assets: [{type: file, path: /b, location: 'deckhand+http://d/'}]", null, "A"));

    [Fact]
    public async Task Identifiers_stay_the_same_for_one_site_whoever_renders_them_and_differ_by_node_and_site()
    {
        var text = string.Concat(Text(Identifiers), TestDesign.Node("n2", ""));
        var site = TestDesign.Read(text);
        var first = await ReadFirstAsync(site, "n1");
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{26} [0-9a-f]{64}$", first);
        Assert.Equal(first, await ReadFirstAsync(site, "n1"));
        string[] texts = [first, await ReadFirstAsync(site, "n2"), await ReadFirstAsync(TestDesign.Read(text), "n1")];
        Assert.Equal(6, texts.SelectMany(t => t.Split(' ')).Distinct().Count());
    }

    [Fact]
    public void A_site_is_data_and_carries_nothing_that_fetches() =>
        Assert.DoesNotContain(typeof(SiteDesign).GetProperties(), p => p.PropertyType.GetMethods().Any(m => m.ReturnType.IsAssignableTo(typeof(Task))));

    [Fact]
    public void A_template_that_fails_is_told_once_for_nodes_that_are_alike_and_names_them()
    {
        var site = TestDesign.Read(string.Concat(
            Text("assets: [{type: file, path: /a, data: '{{ node.network.oam.ip }}', data_pipeline: [template]}]"),
            TestDesign.Node("n2", ""),
            TestDesign.Node("n3", "")));
        var finding = Assert.Single(Findings(site));
        Assert.Contains("For node n2", finding.Message, StringComparison.Ordinal);
        Assert.EndsWith("Nodes like it: n3.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_without_boot_actions_has_nothing_to_render()
    {
        var node = TestDesign.Read(string.Concat(TestDesign.Hardware, TestDesign.Node("n1", ""))).Nodes[0];
        Assert.Empty(await new BootActionRenderer().RenderAsync(node, [], TestContext.Current.CancellationToken));
    }

    private static string File(string content, string steps)
    {
        var quoted = content.StartsWith("location: ", StringComparison.Ordinal) ? $"location: '{content["location: ".Length..]}'" : content;
        return $"{{type: file, path: /a, {quoted}, data_pipeline: [{steps}]}}";
    }
}
