using System.Management.Automation;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>Whole tasks as an operator and a runbook see them.</summary>
public sealed class TaskTests : IDisposable
{
    private const string Waves = "@{ groups = @("
        + "@{ name = 'control'; critical = $true; depends_on = @(); selectors = @(@{ node_names = @('control01') }); "
        + "success_criteria = @{ percent_successful_nodes = 100 } }, "
        + "@{ name = 'workers'; critical = $false; depends_on = @('control'); selectors = @(@{ node_names = @('worker01') }); "
        + "success_criteria = @{ maximum_failed_nodes = 0 } }) }";

    private readonly string _journal = Path.Combine(Directory.CreateTempSubdirectory("task-").FullName, "task.journal");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_journal)!, recursive: true);

    [Fact]
    public void A_site_is_provisioned_and_destroyed_by_whole_tasks()
    {
        using var small = new SmallSite().Only("control01", "worker01");
        using var site = new SiteRunspace(small.Folder);
        var results = site.Run(
            "'VerifySite', 'PrepareSite', 'PrepareNodes', 'VerifyNodes', 'DeployNodes' | ForEach-Object { $site | Invoke-DrydockTask $_ }")
            .Verify();
        Assert.All(results.Column("Verdict"), verdict => Assert.Equal("Success", verdict));
        Assert.All(site.Run("Get-MaasMachine").Column("StatusName"), status => Assert.Equal("Deployed", status));

        var writes = site.Writes.Count;
        site.Run("$site | Invoke-DrydockTask PrepareNodes; $site | Invoke-DrydockTask DeployNodes").Verify();
        Assert.Equal(writes, site.Writes.Count);

        site.Run("$site | Invoke-DrydockTask DestroyNodes -Confirm:$false").Verify();
        Assert.Empty(site.Run("Get-MaasMachine").Output);
    }

    [Fact]
    public void A_boot_action_of_Airship_is_left_out_or_left_to_Drydock()
    {
        using var small = new SmallSite().Only("control01", "worker01");
        File.WriteAllText(
            Path.Combine(small.Folder, "join.yaml"),
            "---\nschema: drydock/BootAction/v1\nmetadata: {name: join}\n"
                + "data: {assets: [{type: file, path: /opt/join.sh, permissions: '555', location: 'promenade+http://promenade/join'}]}\n");
        using var site = new SiteRunspace(small.Folder);
        site.Run("'PrepareSite', 'PrepareNodes' | ForEach-Object { $site | Invoke-DrydockTask $_ }").Verify();

        var refused = site.Run("$site | Invoke-DrydockTask DeployNodes control01 -ErrorAction Continue");
        Assert.Contains("-SkipBootAction", string.Join('\n', refused.Errors.Select(e => e.ToString())), StringComparison.Ordinal);
        site.Run("$site | Invoke-DrydockTask DeployNodes control01 -SkipBootAction join").Verify();
        site.Run("$site | Invoke-DrydockTask DeployNodes worker01 -BootActionTag").Verify();
        Assert.Equal(["Deployed", "Deployed"], site.Run("Get-MaasMachine").Column("StatusName"));
        Assert.Single(site.Run("Get-MaasTag worker01__baid__*").Output);
        Assert.Empty(site.Run("Get-MaasTag control01__baid__*").Output);
    }

    [Fact]
    public void A_plan_writes_nothing_and_counts_its_changes()
    {
        using var site = new SiteRunspace();
        var plan = site.Run("$site | Invoke-DrydockTask PrepareNodes -WhatIf -JournalPath $args[0]", _journal).Verify();
        Assert.Equal(["True"], plan.Column("IsPlan"));
        Assert.Equal(["Planned"], plan.Column("Verdict"));
        Assert.All(site.Run("(Get-DrydockTask -Last).Steps; (Get-DrydockTask -Last).Nodes").Column("Verdict"), v => Assert.Equal("Planned", v));
        Assert.Equal(["24"], plan.Column("ChangeCount"));
        Assert.Empty(site.Writes);
        Assert.False(File.Exists(_journal));
    }

    [Fact]
    public void Only_what_is_told_to_commission_again_does_and_a_resumed_task_does_no_node_twice()
    {
        using var small = new SmallSite().Only("control01", "worker01");
        using var site = new SiteRunspace(small.Folder);
        site.Run("$site | Invoke-DrydockTask PrepareSite; $site | Invoke-DrydockTask PrepareNodes").Verify();
        var writes = site.Writes.Count;
        site.Run("$site | Invoke-DrydockTask PrepareNodes -SkipDesignCheck -AllowOtherOwner -IgnoreFailedRelease").Verify();
        Assert.Equal(writes, site.Writes.Count);

        site.Run("$site | Invoke-DrydockTask PrepareNodes -Recommission -JournalPath $args[0]", _journal).Verify();
        Assert.Equal(2, Commissionings());
        File.WriteAllLines(_journal, File.ReadLines(_journal).Where(l => !l.Contains("\"end\"", StringComparison.Ordinal)
            && !(l.Contains("Commission", StringComparison.Ordinal) && l.Contains("worker01", StringComparison.Ordinal))).ToList());
        site.Run("Resume-DrydockTask $args[0]", _journal).Verify();
        Assert.Equal(3, Commissionings());
        site.Run("Resume-DrydockTask $args[0] -WarningAction SilentlyContinue", _journal).Verify();
        Assert.Equal(3, Commissionings());

        int Commissionings() => site.Writes.Skip(writes).Count(w => w.Contains("op=commission", StringComparison.Ordinal));
    }

    [Fact]
    public void Criteria_that_are_not_met_end_the_statement_with_the_result_as_target()
    {
        using var site = new SiteRunspace();
        var outcome = site.Run(
            $"try {{ $site | Invoke-DrydockTask DeployNodes -Strategy {Waves} -ErrorAction SilentlyContinue; "
                + $"'not reached' }} catch {{ $_ }}");
        Assert.Equal("DeployNodes of harbour: Failure", outcome.Texts[0]);
        var error = Assert.IsType<ErrorRecord>(outcome.Output[1].BaseObject);
        Assert.StartsWith("TaskFailed", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(outcome.Texts[0], $"{error.TargetObject}");
        Assert.Contains("group control", error.ToString(), StringComparison.Ordinal);
        var groups = site.Run("(Get-DrydockTask -Last).Groups");
        Assert.Equal(["control: Failure", "workers: Incomplete"], groups.Texts);
    }

    [Fact]
    public void Each_node_that_fails_is_an_error_of_its_own()
    {
        using var site = new SiteRunspace();
        var outcome = site.Run("$site | Invoke-DrydockTask DeployNodes control01, control02");
        Assert.Equal(["control01", "control02"],
            outcome.Errors.Where(e => e.FullyQualifiedErrorId.StartsWith("WrongMachineState", StringComparison.Ordinal))
                .Select(e => $"{e.TargetObject}")
                .Order());
    }

    [Fact]
    public void With_ErrorAction_Stop_a_task_ends_as_its_criteria_say_with_one_error_that_tells_all()
    {
        using var site = new SiteRunspace();
        var outcome = site.Run(
            "try { $site | Invoke-DrydockTask DeployNodes control01, control02 -JournalPath $args[0] -ErrorAction "
                + "Stop } catch { $_ }; $Error.Count", _journal);
        var error = Assert.IsType<ErrorRecord>(outcome.Output[1].BaseObject);
        Assert.StartsWith("TaskFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        var lines = error.Exception.Message.Split(Environment.NewLine);
        Assert.Equal("DeployNodes of harbour: Failure; 0 succeeded, 2 failed.", lines[0]);
        Assert.StartsWith("control01, Network: Machine ", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("control02, Network: Machine ", lines[2], StringComparison.Ordinal);
        Assert.Contains($"Resume-DrydockTask '{_journal}' goes on with the rest", lines[3], StringComparison.Ordinal);
        Assert.Equal("1", outcome.Texts[2]);
        Assert.Equal(2, outcome.Warnings.Count(w => w.Contains(", Network: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_strategy_lets_fail_does_not_end_a_script_that_stops_at_errors()
    {
        using var site = new SiteRunspace();
        var outcome = site.Run(
            "$ErrorActionPreference = 'Stop'; ($site | Invoke-DrydockTask DeployNodes -Strategy @{ groups = @(@{ "
                + "name = 'all'; critical = $false; "
                + "depends_on = @(); selectors = @(); success_criteria = @{ maximum_failed_nodes = 99 } }) }).Verdict; 'reached'");
        Assert.Equal(["Failure", "reached"], outcome.Texts);
    }

    [Fact]
    public async Task Ctrl_C_ends_it_at_once_and_the_journal_resumes_it()
    {
        using var small = new SmallSite().Only("control01");
        using var site = new SiteRunspace(small.Folder);
        site.Run("$site | Invoke-DrydockTask PrepareSite; $site | Invoke-DrydockTask PrepareNodes").Verify();
        dynamic maas = site.Run("$maas").Output[0].BaseObject;
        using var deploy = site.Module.Create("$site | Invoke-DrydockTask DeployNodes -PollIntervalSec 600 -JournalPath $args[0]");
        deploy.AddArgument(_journal);
        var running = deploy.BeginInvoke();
        await SiteRunspace.UntilAsync(
            () => ((IReadOnlyList<string>)maas.Requests).Any(r => r.Contains("op=deploy", StringComparison.Ordinal)));
        await CtrlC.StopAtOnceAsync(deploy, running);

        Assert.Equal(["Stopped"], site.Run("Get-DrydockTask $args[0]", _journal).Verify().Column("Verdict"));
        Assert.Equal(["Stopped", "control01: Platform Incomplete"],
            site.Run("$last = Get-DrydockTask -Last; $last.Verdict; $last.Nodes | ForEach-Object ToString").Verify().Texts);
        Assert.Equal(["Success"], site.Run("Resume-DrydockTask $args[0]", _journal).Verify().Column("Verdict"));
        Assert.Single(site.Writes, w => w.Contains("op=deploy", StringComparison.Ordinal));
    }

    [Fact]
    public void A_changed_design_is_said_on_resuming()
    {
        using var small = new SmallSite().Only("control01", "control02");
        using var site = new SiteRunspace(small.Folder);
        site.Run(
            "$site | Invoke-DrydockTask PrepareSite; $site | Invoke-DrydockTask PrepareNodes control02 -JournalPath $args[0]", _journal)
            .Verify();
        small.Only("control02").Replace("profiles.yaml", "mountpoint: /var/log", "mountpoint: /var/lib");
        var resumed = site.Run("Resume-DrydockTask $args[0]", _journal).Verify();
        Assert.Contains(resumed.Warnings, w => w.StartsWith("The design is not what it was", StringComparison.Ordinal));
        Assert.Equal(["PrepareNodes of harbour: Success"], resumed.Texts);
    }

    [Fact]
    public void A_task_is_not_resumed_with_the_design_of_another_site()
    {
        using var small = new SmallSite().Only("control01");
        using var site = new SiteRunspace(small.Folder);
        site.Run("$site | Invoke-DrydockTask PrepareSite -Only SiteTag -JournalPath $args[0]", _journal).Verify();
        small.Replace("region.yaml", "name: harbour\n", "name: cove\n");
        var writes = site.Writes.Count;
        Assert.Equal("OtherSite", site.Run("Resume-DrydockTask $args[0]", _journal).ErrorId);
        Assert.Equal(writes, site.Writes.Count);
    }

    [Fact]
    public void A_task_is_not_resumed_on_another_MAAS_by_mistake()
    {
        using var small = new SmallSite().Only("control01");
        using var site = new SiteRunspace(small.Folder);
        var before = site.Run("$site | Invoke-DrydockTask PrepareSite -Only SiteTag -JournalPath $args[0] | Out-Null; $maas.Url", _journal)
            .Verify().Texts[0];
        var other = site.Run("$other = Start-MaasSimulator -Design $site; $other | Connect-Maas | Out-Null; $other.Url").Verify().Texts[0];

        var refused = site.Run("try { Resume-DrydockTask $args[0] } catch { $_ }; $other.WriteCount", _journal);
        var error = Assert.IsType<ErrorRecord>(refused.Output[0].BaseObject);
        Assert.StartsWith("OtherServer", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"is of a task on {before}, this connection is to {other}", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("begin a new task", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("0", refused.Texts[1]);
        site.Run("Stop-MaasSimulator $other").Verify();
    }

    [Fact]
    public void What_was_destroyed_and_has_come_back_is_not_destroyed_by_resuming()
    {
        using var small = new SmallSite().Only("control01");
        using var site = new SiteRunspace(small.Folder);
        site.Run("$site | Invoke-DrydockTask DestroyNodes -Confirm:$false -JournalPath $args[0]", _journal).Verify();
        Assert.Equal("TaskEnded", site.Run("Resume-DrydockTask $args[0] -Confirm:$false", _journal).ErrorId);
    }

    [Fact]
    public void Resuming_reports_to_the_address_the_task_was_begun_with()
    {
        using var small = new SmallSite().Only("control01");
        using var site = new SiteRunspace(small.Folder);
        site.Run(
            "Import-DrydockDesign $args[0] -ReportUrl https://reports.example/ | Invoke-DrydockTask VerifySite -JournalPath $args[1]",
            small.Folder, _journal).Verify();
        site.Run("Resume-DrydockTask $args[0]", _journal).Verify();
        Assert.Equal(2, File.ReadAllText(_journal).Split("https://reports.example/").Length - 1);
    }

    [Theory]
    [InlineData("-StartAt Commission", "UnknownStep")]
    [InlineData("-Timeout @{ deploy = 5 }", "InvalidTimeout")]
    [InlineData("-Timeout @{ deploy_node = 'long' }", "InvalidTimeout")]
    [InlineData("-Name nobody", "NodeNotFound")]
    [InlineData("-Filter @{ node_name = 'x' }", "InvalidFilter")]
    [InlineData("-Strategy missing", "UnknownStrategy")]
    [InlineData("-Strategy 5", "InvalidStrategy")]
    [InlineData("-Strategy @{ groups = @(@{ name = 'a'; critical = $true; depends_on = @('b'); selectors = @() }) }", "UnknownGroup")]
    public void What_means_nothing_is_refused_before_anything_is_asked_of_MAAS(string parameters, string errorId)
    {
        using var site = new SiteRunspace();
        Assert.Equal(errorId, site.Run($"$site | Invoke-DrydockTask DeployNodes {parameters}").ErrorId);
    }

    [Fact]
    public void Destroying_asks_for_each_node()
    {
        using var small = new SmallSite().Only("control01");
        using var site = new SiteRunspace(small.Folder);
        site.Module.Host.Console.Choice = 2;
        var outcome = site.Run("$site | Invoke-DrydockTask DestroyNodes");
        Assert.Contains(site.Module.Host.Console.Questions, q => q.Contains("Remove of control01", StringComparison.Ordinal));
        Assert.Empty(site.Writes);
        Assert.Equal("TaskFailed", outcome.ErrorId);
        Assert.Equal(["Declined"], outcome.Column("Verdict"));
    }

    [Fact]
    public void A_site_task_that_is_declined_is_no_success()
    {
        using var site = new SiteRunspace();
        site.Module.Host.Console.Choice = 2;
        var outcome = site.Run("$site | Invoke-DrydockTask PrepareSite -Only SiteTag -Confirm");
        Assert.Equal("TaskFailed", outcome.ErrorId);
        Assert.Equal(["Declined"], outcome.Column("Verdict"));
        Assert.Empty(site.Writes);
    }

    [Theory]
    [InlineData("-Rack r9", "RackNotFound")]
    [InlineData("-Tag nope", "TagNotFound")]
    [InlineData("-Tag control, nope", "TagNotFound")]
    [InlineData("-SkipBootAction promjoin", "BootActionNotFound")]
    public void A_name_that_nothing_has_is_an_error(string parameters, string errorId)
    {
        using var site = new SiteRunspace();
        Assert.Equal(errorId, site.Run($"$site | Invoke-DrydockTask DeployNodes {parameters}").ErrorId);
        Assert.Empty(site.Writes);
    }

    [Theory]
    [InlineData("-Rack r9*", "r9*")]
    [InlineData("-Tag nope*", "nope*")]
    [InlineData("-Name nobody*", "nobody*")]
    [InlineData("-Tag control -Name worker01", "No node is selected")]
    public void A_task_without_nodes_has_a_verdict_of_its_own_and_a_warning(string parameters, string warning)
    {
        using var site = new SiteRunspace();
        var outcome = site.Run($"$site | Invoke-DrydockTask DeployNodes {parameters}").Verify();
        Assert.Equal(["NothingSelected"], outcome.Column("Verdict"));
        Assert.Contains(outcome.Warnings, w => w.Contains(warning, StringComparison.Ordinal));
        Assert.Contains(outcome.Warnings, w => w.StartsWith("No node is selected", StringComparison.Ordinal));
        Assert.Empty(site.Writes);
    }

    [Fact]
    public void Nodes_that_no_group_of_a_strategy_takes_are_told_by_name()
    {
        using var site = new SiteRunspace();
        var typo = Waves.Replace("node_names = @('control01')", "node_tags = @('contrl')", StringComparison.Ordinal)
            .Replace("node_names = @('worker01')", "node_tags = @('wrkr')", StringComparison.Ordinal);
        var outcome = site.Run($"$site | Invoke-DrydockTask DeployNodes control01, worker02 -Strategy {typo}").Verify();
        Assert.Equal(["NothingSelected"], outcome.Column("Verdict"));
        Assert.Contains(outcome.Warnings, w => w.Contains("control01, worker02", StringComparison.Ordinal));
    }

    [Fact]
    public void Boot_actions_are_left_out_by_wildcards()
    {
        using var small = new SmallSite().Only("control01");
        using var site = new SiteRunspace(small.Folder);
        site.Run("'PrepareSite', 'PrepareNodes' | ForEach-Object { $site | Invoke-DrydockTask $_ }").Verify();
        var all = site.Run("(($site | Invoke-DrydockTask DeployNodes -WhatIf).Nodes.Results | Where-Object Step -eq Deploy).Changes").Texts;
        Assert.Contains(all, c => c.Contains("with 1 file", StringComparison.Ordinal));
        var outcome = site.Run("(($site | Invoke-DrydockTask DeployNodes -SkipBootAction '*', 'prom*' -WhatIf).Nodes.Results | Where-Object Step -eq Deploy).Changes");
        Assert.DoesNotContain(outcome.Texts, c => c.Contains("with 1 file", StringComparison.Ordinal));
        Assert.Contains(outcome.Warnings, w => w.Contains("No boot action of the design fits prom*", StringComparison.Ordinal));
        Assert.Equal("BootActionNotFound", site.Run("$site | Get-DrydockNode | Invoke-MaasDeploy -SkipBootAction promjoin").ErrorId);
        var piped = site.Run("($site | Get-DrydockNode | Invoke-MaasDeploy -SkipBootAction * -WhatIf).Changes").Verify();
        Assert.DoesNotContain(piped.Texts, c => c.Contains("with 1 file", StringComparison.Ordinal));
    }

    [Fact]
    public void What_has_drifted_has_a_status_a_verdict_and_an_error()
    {
        using var small = new SmallSite().Only("control01", "worker01");
        using var site = new SiteRunspace(small.Folder);
        site.Run("'PrepareSite', 'PrepareNodes', 'DeployNodes' | ForEach-Object { $site | Invoke-DrydockTask $_ }").Verify();
        small.Replace("nodes-rack1.yaml", "10.62.0.21", "10.62.0.29");
        site.Run("$global:site = Import-DrydockDesign $args[0]", small.Folder).Verify();
        var writes = site.Writes.Count;

        var step = site.Run("$site | Get-DrydockNode | Set-MaasNodeNetwork");
        Assert.Equal("NodeDrifted", step.ErrorId);
        Assert.Equal(["control01 Drifted", "worker01 Unchanged"], step.Output.Select(o => $"{o.Properties["Target"].Value} {o.Properties["Status"].Value}").Order());
        Assert.Equal("NodeDrifted", site.Run("$site | Get-DrydockNode control01 | Set-MaasNodeNetwork -ErrorAction Stop; 'not reached'").ErrorId);

        var task = site.Run("$site | Invoke-DrydockTask DeployNodes");
        Assert.Equal("NodeDrifted", task.ErrorId);
        Assert.Equal(["Drifted"], task.Column("Verdict"));
        Assert.Equal(["True"], task.Column("MeetsCriteria"));
        Assert.Equal(["control01: Deploy Drifted", "worker01: Deploy Success"], site.Run("(Get-DrydockTask -Last).Nodes").Texts.Order());
        Assert.Equal(["Network: Drifted", "Storage: Success", "Platform: Success", "Deploy: Success"], site.Run("(Get-DrydockTask -Last).Steps").Texts);
        Assert.NotEmpty(site.Run("((Get-DrydockTask -Last).Nodes | Where-Object Name -eq control01).Results[0].Drift.Blocker").Texts);
        var stopped = site.Run("$site | Invoke-DrydockTask DeployNodes -ErrorAction Stop; 'not reached'");
        Assert.Equal("TaskDrifted", stopped.ErrorId);
        Assert.Equal(writes, site.Writes.Count);
    }

    [Theory]
    [InlineData("profiles.yaml", "image: jammy", "image: nosuch", "ImageNotFound")]
    [InlineData("profiles.yaml", "kernel: ga-22.04", "kernel: ga-99.04", "ImageNotFound")]
    public void An_image_or_kernel_that_is_not_offered_is_told_before_anything_is_written(string file, string text, string by, string errorId)
    {
        using var small = new SmallSite().Only("control01", "worker01");
        using var site = new SiteRunspace(small.Folder);
        site.Run("'PrepareSite', 'PrepareNodes' | ForEach-Object { $site | Invoke-DrydockTask $_ }").Verify();
        small.Replace(file, text, by);
        site.Run("$global:site = Import-DrydockDesign $args[0]", small.Folder).Verify();
        var writes = site.Writes.Count;
        var outcome = site.Run("$site | Invoke-DrydockTask DeployNodes");
        Assert.Equal([errorId, errorId, "TaskFailed"], outcome.Errors.Select(e => e.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal(writes, site.Writes.Count);
        Assert.Equal(["control01: Deploy Failure", "worker01: Deploy Failure"], site.Run("(Get-DrydockTask -Last).Nodes").Texts.Order());
    }

    [Fact]
    public void A_boot_action_that_cannot_be_fetched_fails_its_node_before_it_is_written_to_and_no_other()
    {
        using var small = new SmallSite().Only("control01", "worker01");
        File.WriteAllText(
            Path.Combine(small.Folder, "lost.yaml"),
            "---\nschema: drydock/BootAction/v1\nmetadata: {name: lost}\n"
                + "data: {node_filter: {filter_set_type: union, filter_set: [{filter_type: union, node_names: [control01]}]}, "
                + "assets: [{type: file, path: /opt/lost.sh, permissions: '555', location: 'file:///nowhere/lost.sh'}]}\n");
        using var site = new SiteRunspace(small.Folder);
        site.Run("'PrepareSite', 'PrepareNodes' | ForEach-Object { $site | Invoke-DrydockTask $_ }").Verify();
        var id = site.Run("(Get-MaasMachine control01).SystemId").Texts[0];
        var writes = site.Writes.Count;
        var outcome = site.Run("$site | Invoke-DrydockTask DeployNodes");
        Assert.StartsWith("AssetNotFetched", outcome.Errors[0].FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Writes.Skip(writes), w => w.Contains(id, StringComparison.Ordinal));
        Assert.Equal(["PartialSuccess"], outcome.Column("Verdict"));
        Assert.Equal(["Deployed"], site.Run("Get-MaasMachine worker01").Column("StatusName"));
    }

    [Fact]
    public void What_was_not_prepared_is_not_deployed_unless_told_to()
    {
        using var small = new SmallSite().Only("control01");
        using var site = new SiteRunspace(small.Folder);
        site.Run("'PrepareSite', 'PrepareNodes' | ForEach-Object { $site | Invoke-DrydockTask $_ }").Verify();
        var writes = site.Writes.Count;
        var outcome = site.Run("$site | Get-DrydockNode | Invoke-MaasDeploy");
        Assert.Equal("NodeNotPrepared", outcome.ErrorId);
        var text = outcome.Errors[0].ToString();
        Assert.Contains("in network", text, StringComparison.Ordinal);
        Assert.Contains("Set-MaasNodeStorage first", text, StringComparison.Ordinal);
        Assert.Contains("-AllowUnprepared", text, StringComparison.Ordinal);
        var task = site.Run("$site | Invoke-DrydockTask DeployNodes -Only Deploy");
        Assert.StartsWith("NodeNotPrepared", task.Errors[0].FullyQualifiedErrorId, StringComparison.Ordinal);
        var plan = site.Run("$site | Get-DrydockNode | Invoke-MaasDeploy -WhatIf").Verify();
        Assert.Contains("not set up as designed", $"{plan.Output[0].Properties["Messages"].Value}", StringComparison.Ordinal);
        Assert.Equal(writes, site.Writes.Count);

        site.Run("$site | Get-DrydockNode | Set-MaasNodeNetwork").Verify();
        var half = site.Run("$site | Get-DrydockNode | Invoke-MaasDeploy").Errors[0].ToString();
        Assert.DoesNotContain("in network", half, StringComparison.Ordinal);
        Assert.Contains("in storage", half, StringComparison.Ordinal);
        Assert.Equal(["Changed"], site.Run("$site | Get-DrydockNode | Invoke-MaasDeploy -AllowUnprepared").Verify().Column("Status"));
    }

    [Fact]
    public void A_result_reads_well()
    {
        using var small = new SmallSite().Only("control01");
        using var site = new SiteRunspace(small.Folder);
        var lines = site.Module.Show("$site | Invoke-DrydockTask PrepareSite; $site | Invoke-DrydockTask PrepareNodes");
        Assert.Contains(lines, l => l.StartsWith("Verdict     : Success: 1 succeeded, 0 failed", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("Commission       Success         1 taken, 0 failed", StringComparison.Ordinal));
        Assert.All(lines, l => Assert.True(l.Length <= 120, l));
    }

    [Fact]
    public void Boot_media_are_taken_on_request()
    {
        using var site = new SiteRunspace();
        var taken = site.Run("(($site | Invoke-DrydockTask PrepareSite -Include SiteBootMedia -WhatIf).Steps).Name").Verify();
        Assert.Equal(["SiteNetwork", "SiteSshKey", "SiteRepository", "SiteTag", "SiteBootMedia"], taken.Texts);
        Assert.Empty(site.Writes);
    }

    [Fact]
    public void Steps_of_the_action_given_are_completed()
    {
        using var module = new ModuleRunspace();
        const string Line = "Invoke-DrydockTask PrepareNodes -StartAt ";
        var found = module.Run($"(TabExpansion2 '{Line}' {Line.Length}).CompletionMatches.CompletionText").Verify();
        Assert.Equal(["Commission", "Enlist", "Identity"], found.Texts);
    }
}
