using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>What ends machines: asked about, planned, protected.</summary>
public sealed class ReleaseTests
{
    [Theory]
    [InlineData("Invoke-MaasRelease", "release Machine control01: it is Deployed with jammy")]
    [InlineData("Remove-MaasNode", "delete Machine control01")]
    public void Each_node_is_asked_about(string command, string words)
    {
        using var site = Deployed();
        site.Module.Host.Console.Choice = 2;
        var results = site.Run($"$site | Get-DrydockNode control01 | {command}").Verify();
        Assert.Equal(["Skipped"], results.Column("Status"));
        Assert.Contains(words, Assert.Single(site.Module.Host.Console.Questions), StringComparison.Ordinal);
        Assert.Equal(["Deployed"], site.Run("Get-MaasMachine control01").Column("StatusName"));
    }

    [Fact]
    public void A_runbook_is_not_asked()
    {
        using var site = Deployed();
        var results = site.Run("$site | Get-DrydockNode control01 | Invoke-MaasRelease -Confirm:$false | Remove-MaasNode -Confirm:$false")
            .Verify();
        Assert.Equal(["Changed"], results.Column("Status"));
        Assert.Empty(site.Module.Host.Console.Questions);
        Assert.Empty(site.Run("Get-MaasMachine control01 -ErrorAction SilentlyContinue").Output);
    }

    [Fact]
    public void A_plan_of_a_removal_is_destructive_and_writes_nothing()
    {
        using var site = Deployed();
        var writes = site.Writes.Count;
        var changes = site.Run("($site | Get-DrydockNode control01 | Remove-MaasNode -WhatIf).Changes").Verify();
        Assert.Equal(["Destructive", "Destructive"], changes.Column("Severity"));
        Assert.Equal(writes, site.Writes.Count);
    }

    [Theory]
    [InlineData("Invoke-MaasRelease")]
    [InlineData("Remove-MaasNode")]
    public void A_protecting_tag_refuses(string command)
    {
        using var site = Deployed();
        var outcome = site.Run($"$site | Get-DrydockNode control01 | {command} -ProtectTag control -Confirm:$false -Force");
        Assert.Equal("MachineProtected", outcome.ErrorId);
        Assert.Equal(["Deployed"], site.Run("Get-MaasMachine control01").Column("StatusName"));
    }

    [Fact]
    public void Only_what_changes_something_takes_Force()
    {
        using var module = new ModuleRunspace();
        var forced = module.Run(
            "Get-Command -Module Drydock.Maas | Where-Object { $_.Parameters.Node -and $_.Parameters.Force } | ForEach-Object Name")
            .Verify().Texts;
        Assert.Contains("Remove-MaasNode", forced);
        Assert.DoesNotContain("Resolve-MaasNode", forced);
    }

    private static SiteRunspace Deployed()
    {
        var site = new SiteRunspace();
        site.Run($"$site | Set-MaasSiteNetwork | Out-Null; $site | Get-DrydockNode control01 | {SiteRunspace.Line} | Out-Null").Verify();
        return site;
    }
}
