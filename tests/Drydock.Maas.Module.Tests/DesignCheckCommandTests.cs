using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>Test-DrydockDesign and Get-DrydockBootAction, as a person types them.</summary>
public sealed class DesignCheckCommandTests : IDisposable
{
    private readonly ModuleRunspace _runspace = new();
    private readonly SmallSite _site = new();

    public void Dispose()
    {
        _runspace.Dispose();
        _site.Dispose();
    }

    [Theory]
    [InlineData("", "PlatformSelection")]
    [InlineData("-Suppress DD3001", "")]
    [InlineData("-Severity @{ PlatformSelection = 'Suppress' }", "")]
    [InlineData("-Severity @{ PlatformSelection = 'Error' } -Quiet", "False")]
    [InlineData("-Quiet", "True")]
    public void A_design_is_looked_through(string parameters, string expected) => Assert.Equal(
        expected.Split(',', StringSplitOptions.RemoveEmptyEntries),
        _runspace.Run(
            $"Import-DrydockDesign $args[0] | Test-DrydockDesign {parameters} | ForEach-Object {{ if ($_ -is [bool]) "
                + $"{{ $_ }} else {{ $_.RuleId }} }}", _site.Folder)
            .Verify().Texts);

    [Fact]
    public void A_severity_nobody_knows_is_told_with_those_there_are()
    {
        var outcome = _runspace.Run(
            "Import-DrydockDesign $args[0] | Test-DrydockDesign -Severity @{ PlatformSelection = 'Fatal' }", _site.Folder);
        Assert.Equal("InvalidSeverity", outcome.ErrorId);
        Assert.Contains("\"Fatal\" is no severity for PlatformSelection; there are Error, Warning, Info and Suppress.",
            outcome.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("packages", "packages")]
    [InlineData("-Name pack*", "packages")]
    [InlineData("packages -Node control01 -Render", "pkg_list")]
    public void Boot_actions_are_selected_and_rendered(string parameters, string expected) => Assert.Equal(
        expected,
        Assert.Single(_runspace.Run(
            $"Import-DrydockDesign $args[0] | Get-DrydockBootAction {parameters} | ForEach-Object {{ if ($_.Type) {{ "
                + $"$_.Type }} else {{ $_.Name }} }}", _site.Folder)
                .Verify().Texts));

    [Fact]
    public void A_boot_action_that_is_not_there_is_told() =>
        Assert.Equal(
            "BootActionNotFound", _runspace.Run("Import-DrydockDesign $args[0] | Get-DrydockBootAction nothing", _site.Folder).ErrorId);

    [Theory]
    [InlineData("reports/here")]
    [InlineData("ftp://reports.example/")]
    public void An_address_to_report_to_that_is_none_is_told(string url)
    {
        var outcome = _runspace.Run("Import-DrydockDesign $args[0] -ReportUrl $args[1]", _site.Folder, url);
        Assert.Equal("InvalidUrl", outcome.ErrorId);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void A_MAAS_that_cannot_be_read_is_told_and_no_finding_is_given()
    {
        using var site = new SiteRunspace(_site.Folder);
        site.Run("$maas | Set-MaasSimulatorFault Unavailable -Path boot-resources/ -RetryAfter 0").Verify();
        var outcome = site.Run("$site | Test-DrydockDesign -Online");
        Assert.Equal("OnlineReadFailed", outcome.ErrorId);
        Assert.Contains("was not compared with MAAS", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public void A_node_that_is_a_rack_controller_is_told_by_the_connected_MAAS()
    {
        using var site = new SiteRunspace(_site.Folder);
        var outcome = site.Run(
            """
            $node = $site | Get-DrydockNode | Select-Object -First 1
            Invoke-MaasApi "machines/$(($node | Resolve-MaasNode).Machine.SystemId)/" -Method DELETE -Confirm:$false | Out-Null
            $text = (Get-ChildItem "$($args[0])/*.yaml" | Get-Content -Raw) -join "`n---`n"
            Import-DrydockDesign $text.Replace($node.Name, (Get-MaasRackController)[0].Hostname) | Test-DrydockDesign -Online |
                Where-Object RuleId -EQ LiveNames | ForEach-Object { "$($_.Severity) $($_.Message)" }
            """,
            _site.Folder);
        Assert.Contains("is rack controller", Assert.Single(outcome.Verify().Texts), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_nobody_knows_is_told() =>
        Assert.Equal(
            "UnknownRule", _runspace.Run("Import-DrydockDesign $args[0] | Test-DrydockDesign -Suppress Nothing", _site.Folder).ErrorId);
}
