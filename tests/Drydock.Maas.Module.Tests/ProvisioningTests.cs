using System.Management.Automation;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>The line an operator types, on the example site.</summary>
public sealed class ProvisioningTests
{
    private const string Line = SiteRunspace.Line;

    [Fact]
    public void Every_node_is_deployed_and_a_second_run_writes_nothing()
    {
        using var site = new SiteRunspace();
        var first = site.Run($"$site | Set-MaasSiteNetwork; $site | Get-DrydockNode | {Line}").Verify();
        Assert.All(first.Column("Status"), status => Assert.Equal("Changed", status));
        Assert.All(site.Run("Get-MaasMachine").Verify().Column("StatusName"), status => Assert.Equal("Deployed", status));

        var writes = site.Writes.Count;
        var second = site.Run($"$site | Set-MaasSiteNetwork; $site | Get-DrydockNode | {Line}").Verify();
        Assert.All(second.Column("Status"), status => Assert.Equal("Unchanged", status));
        Assert.Equal(writes, site.Writes.Count);
    }

    [Theory]
    [InlineData("$site | Set-MaasSiteNetwork -WhatIf")]
    [InlineData("$site | Get-DrydockNode | Set-MaasNodeIdentity -WhatIf")]
    [InlineData("$site | Get-DrydockNode | Invoke-MaasCommission -WhatIf")]
    [InlineData("$site | Get-DrydockNode | Set-MaasNodePlatform -WhatIf")]
    public void A_plan_is_made_without_a_write(string command)
    {
        using var site = new SiteRunspace();
        var results = site.Run(command).Verify();
        Assert.All(results.Column("Status"), status => Assert.Equal("Planned", status));
        Assert.Empty(site.Writes);
    }

    [Fact]
    public void The_whole_line_can_be_planned_on_a_site_that_has_networks()
    {
        using var site = new SiteRunspace();
        site.Run("$site | Set-MaasSiteNetwork; $site | Get-DrydockNode | Invoke-MaasCommission").Verify();
        var writes = site.Writes.Count;
        var plan = site.Run("$WhatIfPreference = $true; $site | Get-DrydockNode | " + Line).Verify();
        Assert.All(plan.Column("Status"), status => Assert.Equal("Planned", status));
        Assert.Equal(writes, site.Writes.Count);
    }

    [Fact]
    public void A_refusal_changes_nothing_and_says_so()
    {
        using var site = new SiteRunspace();
        site.Module.Host.Console.Choice = 2;
        var results = site.Run("$site | Get-DrydockNode control01, worker01 | Set-MaasNodeIdentity -Confirm").Verify();
        Assert.Equal(["Skipped", "Skipped"], results.Column("Status"));
        Assert.Empty(site.Writes);
        Assert.Contains(site.Module.Host.Console.Questions, q => q.Contains("Identity of control01, 2 changes:", StringComparison.Ordinal));
    }

    [Fact]
    public void An_approval_is_asked_for_once_a_node_and_step()
    {
        using var site = new SiteRunspace();
        site.Run("$site | Set-MaasSiteNetwork").Verify();
        var results = site.Run("$site | Get-DrydockNode control01, worker01 | Set-MaasNodeIdentity -Confirm").Verify();
        Assert.Equal(["Changed", "Changed"], results.Column("Status"));
        Assert.Equal(2, site.Module.Host.Console.Questions.Count);
    }

    [Fact]
    public void A_node_without_a_machine_fails_alone_and_is_skipped_afterwards()
    {
        using var whole = new SmallSite();
        using var part = new SmallSite().Only("control01");
        using var site = new SiteRunspace(part.Folder);
        site.Run("$global:site = Import-DrydockDesign $args[0]; $site | Set-MaasSiteNetwork | Out-Null", whole.Folder).Verify();
        var outcome = site.Run($"$site | Get-DrydockNode control01, worker01 | {Line}");
        Assert.Equal("MachineNotFound", outcome.ErrorId);
        Assert.Equal("worker01", outcome.Errors[0].TargetObject.ToString());
        Assert.Equal(["Changed", "Skipped"], outcome.Column("Status").Order());
    }

    [Fact]
    public async Task A_node_goes_on_while_another_is_still_being_commissioned()
    {
        using var site = new SiteRunspace();
        site.Run("$site | Set-MaasSiteNetwork | Out-Null; $null = $maas | Set-MaasSimulatorFault CommissioningHang -Machine control03").Verify();
        using var line = site.Module.Create($"$site | Get-DrydockNode control0* | {Line}");
        using var results = new PSDataCollection<PSObject>();

        var running = line.BeginInvoke<PSObject, PSObject>(null, results);
        await SiteRunspace.UntilAsync(() => results.Count == 2 || running.IsCompleted);
        await line.StopAsync(null, null);

        Assert.Equal(["control01 Changed", "control02 Changed"], results.Select(r => $"{r.Properties["Node"].Value} {r.Properties["Status"].Value}").Order());
        Assert.Equal(
            ["control01 Deployed", "control02 Deployed", "control03 Commissioning"],
            site.Run("Get-MaasMachine -Hostname control01, control02, control03 | ForEach-Object { \"$($_.Hostname) $($_.StatusName)\" }").Verify()
                .Texts.Order());
    }

    [Fact]
    public void A_site_whose_networks_are_missing_is_told_what_to_do()
    {
        using var site = new SiteRunspace();
        var outcome = site.Run("$site | Get-DrydockNode control01 | Set-MaasNodeIdentity");
        Assert.Equal("DomainNotFound", outcome.ErrorId);
        Assert.Contains("Set-MaasSiteNetwork", outcome.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_in_the_wrong_state_is_told_and_left_alone()
    {
        using var site = new SiteRunspace();
        site.Run("$site | Set-MaasSiteNetwork | Out-Null").Verify();
        var writes = site.Writes.Count;
        var outcome = site.Run("$site | Get-DrydockNode control01 | Invoke-MaasDeploy");
        Assert.Equal("WrongMachineState", outcome.ErrorId);
        Assert.Equal(writes, site.Writes.Count);
    }

    [Theory]
    [InlineData("$site | Set-MaasSiteNetwork")]
    [InlineData("$site | Get-DrydockNode | Invoke-MaasCommission")]
    public void A_design_with_errors_is_refused_unless_its_check_is_skipped(string command)
    {
        using var faulty = new SmallSite().Only("control01").Replace("networks.yaml", "gateway: 10.62.0.1,", "gateway: 10.99.0.1,");
        using var site = new SiteRunspace(faulty.Folder);
        var outcome = site.Run(command);
        Assert.Equal("DesignInvalid", outcome.ErrorId);
        Assert.Contains("10.99.0.1", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("-SkipDesignCheck goes on all the same", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Empty(site.Writes);
        Assert.DoesNotContain(
            site.Run(command + " -SkipDesignCheck").Errors, e => e.FullyQualifiedErrorId.StartsWith("DesignInvalid", StringComparison.Ordinal));
    }

    [Fact]
    public void An_error_of_a_node_stops_neither_the_site_nor_other_nodes()
    {
        using var faulty = new SmallSite().Only("control01", "control02").Replace("nodes-rack1.yaml", "10.62.0.21", "10.99.0.21");
        using var site = new SiteRunspace(faulty.Folder);
        site.Run("$site | Set-MaasSiteNetwork | Out-Null").Verify();
        var outcome = site.Run(
            "$site | Get-DrydockNode | Invoke-MaasCommission -SkipBmcConfig | ForEach-Object { \"$($_.Node) $($_.Status)\" }");
        Assert.Equal("DesignInvalid", outcome.ErrorId);
        Assert.Contains("The design of node control01 has an error", outcome.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(["control01 Failed", "control02 Changed"], outcome.Texts.Order(StringComparer.Ordinal));
        var task = site.Run(
            "try { Invoke-DrydockTask PrepareNodes -Design $site | Out-Null } catch { } "
                + "(Get-DrydockTask -Last).Nodes | ForEach-Object { \"$($_.Name) $($_.Verdict)\" }");
        Assert.Contains("control01 Failure", task.Texts);
        Assert.Contains("control02 Success", task.Texts);
    }

    [Fact]
    public void A_faulty_design_after_a_sound_one_fails_its_own_nodes_only()
    {
        using var sound = new SmallSite().Only("control01");
        using var faulty = new SmallSite().Only("control02").Replace("nodes-rack1.yaml", "10.62.0.22", "10.99.0.22");
        using var site = new SiteRunspace(sound.Folder);
        site.Run("$site | Set-MaasSiteNetwork | Out-Null; $global:both = @($site) + (Import-DrydockDesign $args[0])", faulty.Folder);
        var outcome = site.Run(
            "$both | Get-DrydockNode | Invoke-MaasCommission -SkipBmcConfig | Resolve-MaasNode | ForEach-Object "
                + "{ \"$($_.Node) $($_.Status)\" }");
        Assert.Equal("DesignInvalid", outcome.ErrorId);
        Assert.Contains("control01 Unchanged", outcome.Texts);
        Assert.Contains("control02 Skipped", outcome.Texts);
    }

    [Fact]
    public void ErrorAction_Stop_ends_the_pipeline()
    {
        using var whole = new SmallSite();
        using var part = new SmallSite().Only("control01");
        using var site = new SiteRunspace(part.Folder);
        site.Run("$global:site = Import-DrydockDesign $args[0]", whole.Folder).Verify();
        var outcome = site.Run("$site | Get-DrydockNode worker01 | Resolve-MaasNode -ErrorAction Stop; 'not reached'");
        Assert.Equal("MachineNotFound", outcome.ErrorId);
        Assert.DoesNotContain("not reached", outcome.Texts);
    }

    [Fact]
    public void Two_nodes_with_one_address_match_one_machine_and_are_told()
    {
        using var part = new SmallSite().Only("control01", "control02");
        using var site = new SiteRunspace(part.Folder);
        using var twins = new SmallSite().Only("control01", "control02").Replace("nodes-rack1.yaml", "10.60.0.22", "10.60.0.21");
        site.Run("$global:site = Import-DrydockDesign $args[0]", twins.Folder);
        var outcome = site.Run("$site | Get-DrydockNode | Resolve-MaasNode");
        Assert.All(outcome.Errors, e => Assert.StartsWith("AmbiguousMachine", e.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.NotEmpty(outcome.Errors);
    }
}
