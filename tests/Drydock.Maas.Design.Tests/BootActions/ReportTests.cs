using static Drydock.Maas.Design.Tests.BootActions.OneNode;

namespace Drydock.Maas.Design.Tests.BootActions;

/// <summary>Boot actions report to an address, and name the design they belong to.</summary>
public sealed class ReportTests
{
    private const string Reporting =
        "assets: [{type: file, path: /a, data: '{{ action.report_url }} {{ action.design_ref }}', data_pipeline: [template]}]";

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
        var finding = Assert.Single(Findings(Read("site.yaml", new DesignOptions())));
        Assert.Equal(ValidationSeverity.Warning, finding.Severity);
        Assert.Contains("Import-DrydockDesign -ReportUrl", finding.Message, StringComparison.Ordinal);
        var options = new DesignOptions { BootActions = new() { ReportUrl = "https://reports.example/" } };
        Assert.Empty(Findings(Read("site.yaml", options)));
    }

    private static Task<string> ReportAsync(BootActionSettings settings) =>
        ReadFirstAsync(Read("<text>", new DesignOptions { BootActions = settings }), "n1");

    private static SiteDesign Read(string name, DesignOptions options) =>
        DesignReader.Read([DesignSource.FromText(name, Text(Reporting))], options, [], TestContext.Current.CancellationToken);
}
