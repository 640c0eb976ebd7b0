using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>Machines that MAAS has never seen, scripts of one's own, and what commissioning found.</summary>
public sealed class AddMachineTests : IDisposable
{
    private const string Add =
        "Add-MaasMachine spare01 -MacAddress 52:54:00:aa:00:77 -PowerType ipmi -PowerParameter @{ power_address = '10.9.9.9' } ";
    private const string Script = "'#!/bin/sh' + [char]10 + 'exit 0'";

    private readonly SiteRunspace _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_new_machine_is_commissioned_where_it_belongs_and_gets_ready()
    {
        _site.Run(
            "Invoke-MaasApi zones/ -Method POST -Parameter @{ name = 'east' }; Invoke-MaasApi resourcepools/ -Method POST "
                + "-Parameter @{ name = 'metal' }")
            .Verify();

        var added = _site.Run(Add + "-Zone east -Pool metal -Description spare -Commission -SkipBmcConfig").Verify();

        Assert.Equal(["Commissioning"], added.Column("StatusName"));
        await ReadyAsync("spare01");
        Assert.Equal(["spare01"], _site.Run("(Get-MaasMachine -Zone east -Pool metal).Hostname").Verify().Texts);
        Assert.Equal(["spare01"], _site.Run("(Get-MaasMachine -PowerAddress 10.9.9.9).Hostname").Verify().Texts);
        Assert.Equal(["spare01"], _site.Run("(Get-MaasMachine -PowerAddress https://10.9.9.9:443).Hostname").Verify().Texts);
        Assert.Equal(["spare01"], _site.Run("(Get-MaasMachine -MacAddress 5254.00AA.0077).Hostname").Verify().Texts);
        Assert.Equal(
            ["Skipped"], _site.Run("(Get-MaasScriptResult -Hostname spare01 -Name 30-maas-01-bmc-config).StatusName").Verify().Texts);
    }

    [Fact]
    public async Task IPMI_alone_makes_a_machine_known_and_commissioning_finds_the_rest()
    {
        const string add = "Add-MaasMachine bare01 -PowerType ipmi -PowerParameter @{ power_address = '10.9.9.8' } ";

        var added = _site.Run(add + "-Commission").Verify();

        Assert.Equal(["Commissioning"], added.Column("StatusName"));
        await ReadyAsync("bare01");
        Assert.Equal(["True"], _site.Run("@(Get-MaasInterface -Hostname bare01).Count -gt 0").Verify().Texts);
        Assert.Equal("MachineExists", _site.Run(add.Replace("bare01", "bare02", StringComparison.Ordinal)).ErrorId);
        Assert.Empty(_site.Run("Get-MaasMachine bare02*").Output);
    }

    [Fact]
    public void A_user_whom_MAAS_does_not_show_controllers_adds_a_machine_by_its_own()
    {
        _site.Run("$user = Connect-Maas $maas.Url -ApiKey $maas.UserApiKey -SkipAdministratorCheck").Verify();

        var added = _site.Run("Add-MaasMachine bare01 -PowerType ipmi -PowerParameter @{ power_address = '10.9.9.8' } -Session $user").Verify();

        Assert.Equal(["New"], added.Column("StatusName"));
    }

    [Theory]
    [InlineData("Add-MaasMachine bare01 -PowerType redfish -PowerParameter @{ power_address = '10.9.9.8' }", "MacAddressMissing")]
    [InlineData("$site | Get-DrydockNode worker01 | Add-MaasMachine", "NodeOfDesign")]
    public void What_MAAS_would_refuse_and_what_another_command_does_is_not_sent(string line, string id)
    {
        var before = _site.Writes.Count;

        Assert.Equal(id, _site.Run(line).ErrorId);

        Assert.Equal(before, _site.Writes.Count);
    }

    [Fact]
    public async Task Nodes_of_a_design_are_enlisted_once_and_commissioned()
    {
        _site.Run("$site | Set-MaasSiteNetwork; $site | Get-DrydockNode worker01 | Remove-MaasNode -Confirm:$false").Verify();
        var before = _site.Writes.Count;
        Assert.Equal(["Planned"], _site.Run("$site | Get-DrydockNode worker01 | Add-MaasNode -WhatIf").Verify().Column("Status"));
        Assert.Equal(before, _site.Writes.Count);

        Assert.Equal(["Changed"], _site.Run("$site | Get-DrydockNode worker01 | Add-MaasNode").Verify().Column("Status"));

        var made = _site.Writes.Count;
        Assert.Equal(["Unchanged"], _site.Run("$site | Get-DrydockNode worker01 | Add-MaasNode").Verify().Column("Status"));
        Assert.Equal(made, _site.Writes.Count);
        _site.Run("$site | Get-DrydockNode worker01 | Invoke-MaasCommission").Verify();
        await ReadyAsync("worker01");
    }

    [Fact]
    public void Without_commission_it_is_new_and_flags_of_commissioning_are_refused()
    {
        Assert.Equal(["New"], _site.Run(Add).Verify().Column("StatusName"));
        Assert.Single(_site.Run("Add-MaasMachine other01 -MacAddress 52:54:00:aa:00:78 -PowerType manual -SkipStorage").Errors);
        Assert.Empty(_site.Run("Get-MaasMachine other*").Verify().Output);
    }

    [Theory]
    [InlineData("-Zone nowhere", "zone")]
    [InlineData("-Pool nowhere", "pool")]
    public void A_place_that_MAAS_does_not_have_is_refused_by_name(string place, string field)
    {
        var outcome = _site.Run(Add + place);

        Assert.Equal("BadRequest", outcome.ErrorId);
        Assert.Contains($"{field}: ", outcome.Errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.Empty(_site.Run("Get-MaasMachine spare0*").Output);
    }

    [Fact]
    public void A_rehearsal_writes_nothing()
    {
        var before = _site.Writes.Count;

        _site.Run(Add + "-Commission -WhatIf").Verify();

        Assert.Equal(before, _site.Writes.Count);
    }

    [Fact]
    public async Task Uploaded_scripts_run_when_commissioning_asks_for_them_and_complete_by_name()
    {
        _site.Run(
            $"foreach ($type in 'commissioning', 'testing') {{ Invoke-MaasApi scripts/ -Method POST -Parameter @{{ name = \"own-$type\"; "
                + $"type = $type; tags = 'noauto'; script = {Script} }} | Out-Null }}")
            .Verify();

        Assert.Equal(["own-commissioning"], _site.Run("(Get-MaasScript own-* -Type commissioning).Name").Verify().Texts);
        Assert.Contains(
            "exit 0", _site.Run(
                "$s = Get-MaasScript own-testing -IncludeContent; "
                    + "[Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($s.History[0].Data))")
                .Verify().Texts[0], StringComparison.Ordinal);
        Assert.Equal(
            ["own-commissioning"], _site.Module.Complete("$site | Get-DrydockNode | Invoke-MaasCommission -CommissioningScript own"));
        Assert.Equal(["own-testing"], _site.Module.Complete("Add-MaasMachine -Commission -TestingScript own"));
        _site.Run(Add + "-Commission -CommissioningScript own-commissioning -TestingScript own-testing").Verify();
        await ReadyAsync("spare01");

        var results = _site.Run("Get-MaasScriptResult own-* -Hostname spare01").Verify();
        Assert.Equal(["own-commissioning", "own-testing"], results.Column("Name").Order(StringComparer.Ordinal));
        Assert.Equal(["Passed", "Passed"], results.Column("StatusName"));
    }

    [Fact]
    public async Task What_commissioning_found_is_there_afterwards()
    {
        Assert.Equal(
            [""], _site.Run(
                "Add-MaasMachine spare02 -MacAddress 52:54:00:aa:00:79 -PowerType manual | Out-Null; "
                    + "Get-MaasMachineDetail spare02 | ForEach-Object { \"$($_.Lshw)$($_.Lldp)\" }")
                .Verify().Texts);
        _site.Run(Add + "-Commission").Verify();
        await ReadyAsync("spare01");

        var details = _site.Run("Get-MaasMachine spare01 | Get-MaasMachineDetail").Verify();

        Assert.Equal(["spare01"], details.Column("Hostname"));
        Assert.StartsWith("<", details.Column("Lshw")[0], StringComparison.Ordinal);
        Assert.Equal(["True"], _site.Run("[bool] ([xml] (Get-MaasMachineDetail spare01).Lshw).DocumentElement").Verify().Texts);
        Assert.Equal(["True"], _site.Run("[bool] ([xml] (Get-MaasMachineDetail spare01).Lldp).DocumentElement").Verify().Texts);
        Assert.Equal("MachineNotFound", _site.Run("Get-MaasMachineDetail nosuch").ErrorId);
    }

    private Task ReadyAsync(string name) =>
        SiteRunspace.UntilAsync(() => _site.Run($"(Get-MaasMachine {name}).StatusName").Texts.Contains("Ready"));
}
