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
        var outcome = site.Run($"$site | Get-DrydockNode control01 | {command} -ProtectTag control -Confirm:$false -AllowOtherOwner");
        Assert.Equal("MachineProtected", outcome.ErrorId);
        Assert.Equal(["Deployed"], site.Run("Get-MaasMachine control01").Column("StatusName"));
    }

    [Fact]
    public void Each_switch_is_where_it_has_its_meaning_and_none_has_several()
    {
        using var module = new ModuleRunspace();
        Assert.Empty(With("Force"));
        Assert.Equal(["Invoke-DrydockTask", "Invoke-MaasRelease", "Remove-MaasNode", "Resume-DrydockTask"], With("AllowOtherOwner"));
        Assert.Equal(["Invoke-DrydockTask", "Remove-MaasNode", "Resume-DrydockTask"], With("IgnoreFailedRelease"));
        Assert.Equal(["Invoke-DrydockTask", "Invoke-MaasCommission"], With("Recommission"));
        Assert.Equal(["ConvertTo-DrydockDesign", "New-DrydockDesign", "Set-MaasSiteScript"], With("Overwrite"));
        string[] checking = ["Invoke-DrydockTask", "Invoke-MaasDeploy", "Set-MaasNodeNetwork", "Set-MaasSiteNetwork"];
        Assert.Equal(checking, With("SkipDesignCheck").Intersect(checking));
        Assert.Empty(With("SkipDesignCheck").Intersect(["Invoke-MaasRelease", "Remove-MaasNode", "Resolve-MaasNode"]));

        List<string> With(string name) => module.Run(
            "$name = $args[0]; Get-Command -Module Drydock.Maas | Where-Object { $_.Parameters.ContainsKey($name) } | ForEach-Object Name", name)
            .Verify().Texts.Order(StringComparer.Ordinal).ToList();
    }

    [Theory]
    [InlineData("$site | Get-DrydockNode control01 | Invoke-MaasRelease -Confirm:$false", "Ready")]
    [InlineData("$site | Get-DrydockNode control01 | Remove-MaasNode -Confirm:$false", null)]
    [InlineData("$site | Invoke-DrydockTask DestroyNodes control01 -Confirm:$false", null)]
    public void A_design_with_errors_is_enough_to_give_machines_back(string command, string? status)
    {
        using var faulty = new SmallSite().Replace("nodes-rack1.yaml", "10.62.0.22", "10.99.0.22");
        using var site = Deployed();
        site.Run("$global:site = Import-DrydockDesign $args[0]", faulty.Folder).Verify();
        Assert.NotEmpty(site.Run("$site | Test-DrydockDesign").Verify().Output);
        site.Run(command).Verify();
        Assert.Equal(status is null ? [] : [status], site.Run("Get-MaasMachine control01*").Column("StatusName"));
    }

    [Theory]
    [InlineData("$site | Get-DrydockNode control01 | Invoke-MaasRelease -Confirm:$false")]
    [InlineData("$site | Get-DrydockNode control01 | Remove-MaasNode -Confirm:$false -IgnoreFailedRelease")]
    [InlineData("$site | Invoke-DrydockTask DestroyNodes control01 -Confirm:$false -SkipDesignCheck -IgnoreFailedRelease")]
    public void A_machine_of_another_user_is_given_back_with_its_own_switch_only(string command)
    {
        using var site = Prepared();
        site.AllocateToAnother("control01");
        var outcome = site.Run(command);
        Assert.StartsWith("WrongMachineState", outcome.Errors[0].FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-AllowOtherOwner", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(["Allocated"], site.Run("Get-MaasMachine control01").Column("StatusName"));
        site.Run(command + " -AllowOtherOwner").Verify();
        Assert.DoesNotContain("Allocated", site.Run("Get-MaasMachine control01*").Column("StatusName"));
    }

    [Fact]
    public void No_other_switch_releases_a_machine_of_another_user_on_the_way_to_a_deployment()
    {
        using var site = Prepared();
        site.AllocateToAnother("control01");
        var outcome = site.Run("$site | Get-DrydockNode control01 | Invoke-MaasDeploy -SkipDesignCheck -Confirm:$false");
        Assert.Equal("WrongMachineState", outcome.ErrorId);
        Assert.DoesNotContain("-AllowOtherOwner", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(["Allocated"], site.Run("Get-MaasMachine control01").Column("StatusName"));
    }

    private static SiteRunspace Prepared()
    {
        var site = new SiteRunspace();
        site.Run("$site | Set-MaasSiteNetwork | Out-Null; $site | Get-DrydockNode control01 | Invoke-MaasCommission | Out-Null").Verify();
        return site;
    }

    private static SiteRunspace Deployed()
    {
        var site = new SiteRunspace();
        site.Run($"$site | Set-MaasSiteNetwork | Out-Null; $site | Get-DrydockNode control01 | {SiteRunspace.Line} | Out-Null").Verify();
        return site;
    }
}
