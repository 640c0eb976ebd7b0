using System.Text.RegularExpressions;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>A machine is what MAAS has: rows are resolved there, all of a pipeline in one read, and what it holds now decides.</summary>
public sealed class MachineInputTests : IDisposable
{
    private const string Serialised =
        "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_, 1))";

    private readonly SiteRunspace _site = new();

    public MachineInputTests() => _site.Run(
        "$site | Set-MaasSiteNetwork | Out-Null; $site | Get-DrydockNode control01, worker01, worker02 | Set-MaasNodeIdentity | Out-Null")
        .Verify();

    public static TheoryData<string> Rows => new(
        "[pscustomobject]@{ Hostname = 'control01' }",
        "[pscustomobject]@{ hostname = 'control01'; Name = 'worker01' }",
        "[pscustomobject]@{ Fqdn = (Get-MaasMachine control01).Fqdn }",
        "[pscustomobject]@{ SystemId = (Get-MaasMachine control01).SystemId }",
        "@{ system_id = (Get-MaasMachine control01).SystemId }",
        "[ordered]@{ Hostname = 'CONTROL01' }",
        "'control01'",
        "Get-MaasMachine control01 | ForEach-Object { " + Serialised + " }",
        "Invoke-MaasApi \"machines/$((Get-MaasMachine control01).SystemId)/\"");

    public void Dispose() => _site.Dispose();

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_is_resolved_at_the_server(string row)
    {
        Assert.Equal(["control01"], _site.Run($"{row} | Set-MaasMachine -Description x").Verify().Column("Hostname"));
        Assert.Equal(["x"], _site.Run("(Get-MaasMachine control01).Description").Verify().Texts);
        Assert.Equal(["True"], _site.Run($"@({row} | Get-MaasInterface).Count -gt 0").Verify().Texts);
    }

    [Fact]
    public void Rows_are_resolved_in_one_read()
    {
        _site.Run("New-MaasTag t | Out-Null").Verify();
        var before = _site.Requests.Count;

        _site.Run("'control01', 'worker01', 'worker02', 'worker01' | ForEach-Object { [pscustomobject]@{ Hostname = $_ } } | Add-MaasTagMember t")
            .Verify();

        Assert.Equal(2, _site.Requests.Count - before);
        Assert.Equal(["3"], _site.Run("@(Get-MaasMachine -Tag t).Count").Verify().Texts);
    }

    [Theory]
    [InlineData("Stop-MaasMachine -Confirm:$false")]
    [InlineData("Set-MaasMachine -Description x")]
    [InlineData("Get-MaasInterface")]
    [InlineData("Get-MaasEvent")]
    [InlineData("Get-MaasMachineDetail")]
    public void Every_row_that_leads_nowhere_is_an_error_of_its_own(string command)
    {
        var outcome = _site.Run(
            "@(@{ Hostname = 'nosuch' }; @{ Hostname = '' }; @{ SystemId = 'nosuch' }; @{ Name = 'control01' }; @{ Hostname = 'nosuch' }) "
                + $"| ForEach-Object {{ [pscustomobject]$_ }} | {command} -ErrorAction SilentlyContinue -ErrorVariable global:failed; "
                + "$failed | ForEach-Object { $_.FullyQualifiedErrorId.Split(',')[0] }");

        Assert.Equal(
            ["MachineNotNamed", "MachineNotNamed", "MachineNotFound", "MachineNotFound", "MachineNotFound"],
            outcome.Texts.Order(StringComparer.Ordinal).Reverse());
        Assert.DoesNotContain(_site.Writes, w => w.Contains("//", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$site | Get-DrydockNode control01")]
    [InlineData("Get-MaasMachine control01 | Get-MaasInterface")]
    [InlineData("Get-MaasRackController")]
    [InlineData("Get-MaasMachine control01 | Get-MaasInterface | ForEach-Object { " + Serialised + " }")]
    [InlineData("17")]
    public void What_is_another_kind_of_thing_is_refused(string input)
    {
        var before = _site.Writes.Count;

        Assert.All(
            _site.Run($"{input} | Set-MaasMachine -Description x").Errors,
            e => Assert.StartsWith("ParameterArgumentTransformationError", e.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Equal(before, _site.Writes.Count);
    }

    [Fact]
    public void A_row_whose_id_and_name_are_of_two_machines_is_refused()
    {
        const string Row = "[pscustomobject]@{ SystemId = (Get-MaasMachine control01).SystemId; Hostname = 'worker01' }";

        Assert.Equal("AmbiguousMachine", _site.Run($"{Row} | Set-MaasMachine -Description x").ErrorId);
    }

    [Fact]
    public void What_was_renamed_is_still_the_object_in_the_variable()
    {
        _site.Run("$m = Get-MaasMachine worker02; Set-MaasMachine worker02 -NewHostname renamed | Out-Null").Verify();

        Assert.Equal(["renamed"], _site.Run("$m | Set-MaasMachine -Description x").Verify().Column("Hostname"));
    }

    [Fact]
    public void What_MAAS_holds_now_decides()
    {
        _site.Run($"$global:m = Get-MaasMachine control01; $site | Get-DrydockNode control01 | {SiteRunspace.Line} | Out-Null")
            .Verify();
        Assert.NotEqual("on", _site.Run("$m.PowerState").Verify().Texts[0]);

        _site.Run("$m | Stop-MaasMachine -Confirm:$false; $m | Lock-MaasMachine; $m | Lock-MaasMachine; $m | Unlock-MaasMachine").Verify();

        Assert.Equal(["power_off", "lock", "unlock"], Operations("power_off", "lock", "unlock"));
    }

    [Fact]
    public void A_tag_is_set_by_what_MAAS_has_not_by_what_the_object_says()
    {
        _site.Run("New-MaasTag t | Out-Null; $global:m = Get-MaasMachine control01; $m | Add-MaasTagMember t; $m | Remove-MaasTagMember t").Verify();

        Assert.Equal(["0"], _site.Run("@(Get-MaasMachine -Tag t).Count").Verify().Texts);
    }

    [Fact]
    public void A_machine_that_runs_unseen_is_not_switched_on()
    {
        _site.Run($$"""
            $site | Get-DrydockNode control01 | {{SiteRunspace.Line}} | Out-Null
            $global:fault = $maas | Set-MaasSimulatorFault PowerFailure -Machine control01
            Stop-MaasMachine control01 -Confirm:$false | Out-Null
            """).Verify();
        SpinWait.SpinUntil(() => _site.Run("(Get-MaasMachine control01).PowerState").Texts[0] == "unknown", TimeSpan.FromSeconds(20));

        Assert.Equal("PowerNotCertain", _site.Run("Start-MaasMachine control01").ErrorId);
        _site.Run("$maas | Clear-MaasSimulatorFault; Start-MaasMachine control01").Verify();
        Assert.Empty(Operations("power_on"));
    }

    [Theory]
    [InlineData("unknown", true)]
    [InlineData("error", false)]
    public void A_machine_without_power_control_is_asked_about_where_somebody_was_asked_before(string state, bool isSent)
    {
        var file = Path.GetTempFileName();
        try
        {
            _site.Run("$maas | Save-MaasSimulator $args[0] -Confirm:$false | Out-Null", file).Verify();
            File.WriteAllText(file, Regex.Replace(
                File.ReadAllText(file), "\"powerType\":\"[a-z]+\",\"powerState\":\"[a-z]+\"", $"\"powerType\":\"manual\",\"powerState\":\"{state}\""));
            _site.Run("$maas | Stop-MaasSimulator; $global:maas = Start-MaasSimulator -State $args[0]; $maas | Connect-Maas | Out-Null", file).Verify();

            Assert.Equal(!isSent, _site.Run("Start-MaasMachine control01").ErrorId == "PowerNotCertain");
            Assert.Equal(isSent, Operations("power_on").Count > 0);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Whoever_insists_switches_on_what_nobody_knows_about()
    {
        _site.Run($"$site | Get-DrydockNode control01 | {SiteRunspace.Line} | Out-Null").Verify();
        _site.Run("Stop-MaasMachine control01 -Confirm:$false | Out-Null; $maas | Set-MaasSimulatorFault PowerFailure -Machine control01 | Out-Null").Verify();
        _site.Run("Invoke-MaasApi \"machines/$((Get-MaasMachine control01).SystemId)/\" -Operation query_power_state | Out-Null").Verify();

        Assert.Equal("PowerNotCertain", _site.Run("Start-MaasMachine control01").ErrorId);
        Assert.Empty(Operations("power_on"));
        _site.Run("Start-MaasMachine control01 -AllowUnknownPower").Verify();
        Assert.Equal(["power_on"], Operations("power_on"));
    }

    [Fact]
    public void An_allocated_machine_is_not_deployed_by_switching_it_on()
    {
        _site.Run("$site | Get-DrydockNode control01 | Invoke-MaasCommission | Out-Null").Verify();
        _site.Run("Invoke-MaasApi machines/ -Method POST -Operation allocate -Parameter @{ system_id = (Get-MaasMachine control01).SystemId } | Out-Null").Verify();

        Assert.Equal("WrongMachineState", _site.Run("Start-MaasMachine control01 -AllowUnknownPower").ErrorId);
        Assert.Empty(Operations("power_on"));
    }

    [Fact]
    public void A_machine_that_is_switched_by_hand_is_not_asked_and_has_nothing_to_be_told()
    {
        _site.Run("Add-MaasMachine byhand -MacAddress 52:54:00:aa:00:78 -PowerType manual | Out-Null").Verify();

        Assert.Equal(["byhand"], _site.Run("Stop-MaasMachine byhand -Confirm:$false").Verify().Column("Hostname"));
        _site.Run("Start-MaasMachine byhand");

        Assert.Empty(Operations("query_power_state"));
        Assert.Single(Operations("power_on"));
    }

    [Fact]
    public void One_name_is_not_given_to_several_machines()
    {
        var before = _site.Writes.Count;

        Assert.Equal("AmbiguousMachine", _site.Run("Get-MaasMachine control01, worker01 | Set-MaasMachine -NewHostname x").ErrorId);
        Assert.Equal(before, _site.Writes.Count);
    }

    [Theory]
    [InlineData("@() | Get-MaasMachine")]
    [InlineData("Get-MaasMachine -Status Deployed | Get-MaasMachine")]
    [InlineData("'nosuch' | Get-MaasMachine -ErrorAction Ignore | Get-MaasMachine")]
    [InlineData("[pscustomobject]@{ Name = ''; Hostname = '' } | Get-MaasMachine -ErrorAction SilentlyContinue")]
    [InlineData("@() | Get-MaasEvent")]
    [InlineData("Get-MaasFabric nosuch -ErrorAction Ignore | Get-MaasVlan")]
    [InlineData("Get-MaasVlan nosuch -ErrorAction Ignore | Get-MaasSubnet")]
    [InlineData("@() | Get-MaasIPRange")]
    [InlineData("@() | Get-MaasStaticRoute")]
    public void Nothing_piped_in_is_not_everything_there_is(string script) => Assert.Empty(_site.Run(script).Output);

    [Fact]
    public void An_object_is_read_again_by_its_id()
    {
        _site.Run("$global:m = Get-MaasMachine worker02; Set-MaasMachine worker02 -NewHostname renamed | Out-Null").Verify();

        Assert.Equal(["renamed"], _site.Run("$m | Get-MaasMachine").Verify().Column("Hostname"));
    }

    [Fact]
    public void A_result_of_a_machine_that_is_another_nodes_by_now_is_looked_for_again()
    {
        _site.Run(
            """
            $global:old = $site | Get-DrydockNode control01 | Resolve-MaasNode
            $a = Get-MaasMachine control01; $b = Get-MaasMachine worker01
            $bmc = { param($m) (Invoke-MaasApi "machines/$($m.SystemId)/" -Operation power_parameters).power_address }
            $one = & $bmc $a; $other = & $bmc $b
            $a | Set-MaasMachine -NewHostname between -PowerParameter @{ power_address = '192.0.2.1' } | Out-Null
            $b | Set-MaasMachine -NewHostname control01 -PowerParameter @{ power_address = $one } | Out-Null
            $a | Set-MaasMachine -NewHostname worker01 -PowerParameter @{ power_address = $other } | Out-Null
            $global:b = $b
            """).Verify();

        Assert.Equal(["True"], _site.Run("($old | Resolve-MaasNode).Machine.SystemId -eq $b.SystemId").Verify().Texts);
    }

    private List<string> Operations(params string[] names) =>
        [.. _site.Run("($maas | Get-MaasSimulatorRequest).Operation | Where-Object { $_ }").Verify().Texts.Where(names.Contains)];
}
