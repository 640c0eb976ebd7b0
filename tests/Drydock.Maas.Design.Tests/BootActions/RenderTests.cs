using System.Net;
using System.Text;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Design.Tests.Support;
using Drydock.Maas.Design.Validation;

namespace Drydock.Maas.Design.Tests.BootActions;

/// <summary>Boot actions are rendered for one node at a time: context, pipelines, locations, package lists.</summary>
public sealed class RenderTests : IDisposable
{
    private static readonly BootActionSettings Settings = new()
    {
        ActionId = (node, action) => $"id-{node}-{action}",
        ActionKey = node => $"key-{node}",
        DesignReference = "file:///site.yaml",
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("boot-actions").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("{{ node.hostname }}.{{ node.domain }}", "n1.example.com")]
    [InlineData("{{ node.tags | join(' ') }}", "gpu a")]
    [InlineData("{{ node.labels.role }}", "compute")]
    [InlineData("{{ node.network.oam.ip }} {{ node.network.oam.cidr }} {{ node.network.oam.dns_suffix }}", "10.0.0.5 10.0.0.0/24 example.com")]
    [InlineData("{{ node.network.default.ip }}", "10.0.0.5")]
    [InlineData("{{ node.interfaces.p1.sriov }} {{ node.interfaces.p1.vf_count }} {{ node.interfaces.p1.trustedmode }}", "True 8 True")]
    [InlineData("{{ node.interfaces.p2.sriov }}{{ node.interfaces.p2.vf_count | default(' none') }}", "False none")]
    [InlineData("{{ action.action_id }} {{ action.action_key }} {{ action.design_ref }}", "id-n1-a key-n1 file:///site.yaml")]
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
    [InlineData("location: promenade+http://promenade/join?ip={{ node.none }}", "", "UnsupportedAssetLocation", "The scheme promenade+http asks a service of Airship")]
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

    [Fact]
    public async Task A_file_of_this_machine_is_fetched_and_piped()
    {
        var file = Path.Combine(_folder, "n1.txt");
        await System.IO.File.WriteAllTextAsync(file, "I am {{ node.hostname }}\n", TestContext.Current.CancellationToken);
        var location = new Uri(_folder).AbsoluteUri + "/{{ node.hostname }}.txt";
        var asset = await RenderAsync($"{{type: file, path: /a, location: '{location}', location_pipeline: [template], data_pipeline: [utf8_decode, template]}}");
        Assert.Equal(("I am n1", new Uri(file).AbsoluteUri), (asset.Text, asset.Source));
    }

    [Fact]
    public async Task Http_is_fetched_with_the_user_of_the_location_who_is_never_shown()
    {
        var web = new Web(HttpStatusCode.OK, "from the web");
        var asset = Assert.Single(await RenderAllAsync("assets: [{type: file, path: /a, location: 'http://joe:s%20cret@files.example/a'}]", web));
        Assert.Equal(("from the web", "http://files.example/a"), (asset.Text, asset.Source));
        Assert.Equal("Basic " + Convert.ToBase64String("joe:s cret"u8), web.Asked!.Headers.Authorization!.ToString());
        Assert.Equal("http://files.example/a", web.Asked.RequestUri!.AbsoluteUri);
    }

    [Fact]
    public async Task A_refusal_says_what_the_server_answered()
    {
        var error = await Assert.ThrowsAsync<DesignException>(
            () => RenderAllAsync("assets: [{type: file, path: /a, location: 'http://joe:secret@files.example/a'}]", new Web(HttpStatusCode.NotFound, "")));
        Assert.Contains("http://files.example/a cannot be fetched: the server answers 404", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_large_is_refused()
    {
        var error = await Assert.ThrowsAsync<DesignException>(
            () => RenderAllAsync("assets: [{type: file, path: /a, location: 'http://files.example/a'}]", new Web(HttpStatusCode.OK, new string('x', AssetFetcher.MostBytes + 1))));
        Assert.Equal("AssetNotFetched", error.ErrorId);
    }

    [Theory]
    [InlineData("htop: '1.0-1'\ncurl: null\n")]
    [InlineData("{\"htop\": \"1.0-1\", \"curl\": null}")]
    public async Task A_package_list_is_fetched_as_YAML_or_JSON(string content)
    {
        var asset = Assert.Single(await RenderAllAsync("assets: [{type: pkg_list, location: 'http://files.example/p'}]", new Web(HttpStatusCode.OK, content)));
        Assert.Equal([new("htop", "1.0-1"), new("curl", null)], asset.Packages);
    }

    [Theory]
    [InlineData("- htop")]
    [InlineData("htop: 1.0")]
    [InlineData("htop: '1.0'")]
    [InlineData("htop: latest")]
    [InlineData("a: [b")]
    public async Task A_list_that_is_none_is_an_error(string content) => Assert.Equal("InvalidPackageList", (await Assert.ThrowsAsync<DesignException>(
        () => RenderAllAsync("assets: [{type: pkg_list, location: 'http://files.example/p'}]", new Web(HttpStatusCode.OK, content)))).ErrorId);

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
    public async Task Identifiers_stay_the_same_in_one_session_and_differ_by_node_and_action()
    {
        var site = Site("assets: [{type: file, path: /a, data: '{{ action.action_id }} {{ action.action_key }}', data_pipeline: [template]}]");
        var node = site.FindNode("n1")!;
        var first = (await site.BootActionRenderer!.RenderAsync(node, TestContext.Current.CancellationToken))[0].Text!;
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{26} [0-9a-f]{64}$", first);
        Assert.Equal(first, (await site.BootActionRenderer.RenderAsync(node, TestContext.Current.CancellationToken))[0].Text);
    }

    [Fact]
    public async Task Report_URL_and_design_reference_are_as_given()
    {
        var settings = new BootActionSettings { ReportUrl = "https://reports.example/", DesignReference = "rev 7" };
        Assert.Equal("https://reports.example/ rev 7", await ReportAsync(settings));
    }

    [Fact]
    public async Task A_design_from_a_text_is_called_by_the_name_of_its_site() =>
        Assert.Equal("http://localhost:9000/api/v1.0/bootactions/ urn:drydock:design:site", await ReportAsync(new BootActionSettings()));

    [Fact]
    public void Reports_that_nobody_hears_are_warned_of_once_for_nodes_that_are_alike()
    {
        var site = DesignReader.Read([DesignSource.FromText("site.yaml", Text(Reporting))], new DesignOptions(), [], TestContext.Current.CancellationToken);
        var finding = Assert.Single(Findings(site));
        Assert.Equal(ValidationSeverity.Warning, finding.Severity);
        Assert.Contains("Import-DrydockDesign -ReportUrl", finding.Message, StringComparison.Ordinal);
        var options = new DesignOptions { BootActions = new() { ReportUrl = "https://reports.example/" } };
        Assert.Empty(Findings(DesignReader.Read([DesignSource.FromText("site.yaml", Text(Reporting))], options, [], TestContext.Current.CancellationToken)));
    }

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
    public void A_site_without_boot_actions_has_nothing_to_render() => Assert.Null(TestDesign.Read(TestDesign.Hardware).BootActionRenderer);

    private static string File(string content, string steps) => $"{{type: file, path: /a, {content.Replace("location: ", "location: '", StringComparison.Ordinal)}{(content.StartsWith("location", StringComparison.Ordinal) ? "'" : "")}, data_pipeline: [{steps}]}}";

    private static async Task<RenderedAsset> RenderAsync(string asset) => Assert.Single(await RenderAllAsync($"assets:\n  - {asset}"));

    private static async Task<IReadOnlyList<RenderedAsset>> RenderAllAsync(string action, HttpMessageHandler? web = null, params string[] skip)
    {
        var site = Site(action);
        var renderer = new BootActionRenderer(site.BootActions, "", Settings, new AssetFetcher(web));
        return await renderer.RenderAsync(site.FindNode("n1")!, skip, TestContext.Current.CancellationToken);
    }

    private const string Reporting =
        "assets: [{type: file, path: /a, data: '{{ action.report_url }} {{ action.design_ref }}', data_pipeline: [template]}]";

    private static async Task<string> ReportAsync(BootActionSettings settings)
    {
        var options = new DesignOptions { BootActions = settings };
        var site = DesignReader.Read([DesignSource.FromText("<text>", Text(Reporting))], options, [], TestContext.Current.CancellationToken);
        var rendered = await site.BootActionRenderer!.RenderAsync(site.FindNode("n1")!, TestContext.Current.CancellationToken);
        return rendered[0].Text!;
    }

    private static IEnumerable<ValidationFinding> Findings(SiteDesign site) =>
        DesignValidator.Validate(site, new ValidationOptions(), TestContext.Current.CancellationToken).Where(f => f.Code == "DD4105");

    private static SiteDesign Site(string action) => TestDesign.Read(Text(action));

    private static string Text(string action) => string.Concat(
        TestDesign.Hardware,
        TestDesign.Document("NetworkLink", "l", "allowed_networks: [pxe, oam]"),
        TestDesign.Document("Network", "pxe", "cidr: 10.1.0.0/24"),
        TestDesign.Document("Network", "oam", "cidr: 10.0.0.0/24\ndns: {domain: example.com}"),
        TestDesign.Document("BaremetalNode", "n1", """
            hardware_profile: generic
            primary_network: oam
            addressing: [{network: pxe, address: dhcp}, {network: oam, address: 10.0.0.5}]
            interfaces:
              p1: {device_link: l, slaves: [eno1], networks: [pxe], sriov: {vf_count: 8, trustedmode: true}}
              p2: {device_link: l, slaves: [eno2], networks: [oam]}
            metadata: {tags: [gpu, a], owner_data: {role: compute}}
            """),
        TestDesign.Document("BootAction", "a", action));

    private sealed class Web(HttpStatusCode status, string content) : HttpMessageHandler
    {
        public HttpRequestMessage? Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = request;
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(content, Encoding.UTF8) });
        }
    }
}
