using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>What an operator does with machines and tags beside the design.</summary>
public sealed class MachineCommandTests : IDisposable
{
    private readonly SiteRunspace _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void What_is_set_already_is_not_written_again()
    {
        _site.Run("$machine = (Get-MaasMachine)[0]; $machine | Set-MaasMachine -NewHostname renamed -Description spare | Out-Null")
            .Verify();
        var writes = _site.Writes.Count;

        var again = _site.Run("Set-MaasMachine renamed -Description spare").Verify();

        Assert.Equal(["spare"], again.Column("Description"));
        Assert.Equal(writes, _site.Writes.Count);
    }

    [Fact]
    public void A_rehearsal_reads_only()
    {
        var writes = _site.Writes.Count;

        _site.Run(
            "$all = Get-MaasMachine; $all | Start-MaasMachine -WhatIf; $all | Set-MaasMachine -Pool default -Description x "
                + "-WhatIf; New-MaasTag t -WhatIf")
            .Verify();

        Assert.Equal(writes, _site.Writes.Count);
    }

    [Fact]
    public void Many_machines_are_tagged_with_one_request()
    {
        _site.Run("New-MaasTag rack-a -Comment 'first rack'").Verify();
        var writes = _site.Writes.Count;

        _site.Run("Get-MaasMachine | Add-MaasTagMember -Tag rack-a; Get-MaasMachine | Add-MaasTagMember -Tag rack-a").Verify();

        Assert.Equal(writes + 1, _site.Writes.Count);
        Assert.Equal(["8"], _site.Run("(Get-MaasMachine -Tag rack-a).Count").Verify().Texts);
        Assert.Empty(
            _site.Run(
                "Get-MaasMachine | Remove-MaasTagMember -Tag rack-a; Remove-MaasTag rack-a -Confirm:$false; "
                    + "Get-MaasTag rack-a -ErrorAction Ignore").Output);
    }

    [Fact]
    public void Whose_machine_it_has_to_be_is_said_before_one_is_marked_broken()
    {
        _site.Run("$all = Get-MaasMachine | Select-Object -First 2; Invoke-MaasApi \"machines/$($all[0].SystemId)/\" POST -Operation commission | Out-Null").Verify();
        var writes = _site.Writes.Count;

        var outcome = _site.Run("$all[1] | Set-MaasMachineBroken -Confirm:$false");

        Assert.Equal("WrongMachineState", outcome.ErrorId);
        Assert.Contains("MAAS lets only a machine's owner do that, and it has no owner", outcome.Errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.Equal(writes, _site.Writes.Count);
    }

    [Theory]
    [InlineData("Set-MaasMachine control01 -Description x")]
    [InlineData("Set-MaasMachine control01 -Description x -WhatIf")]
    [InlineData("Stop-MaasMachine control01 -Confirm:$false")]
    [InlineData("Set-MaasMachineBroken control01 -Confirm:$false")]
    public void A_locked_machine_is_said_to_be_locked(string command)
    {
        _site.Run($"$site | Set-MaasSiteNetwork | Out-Null; $site | Get-DrydockNode control01 | {SiteRunspace.Line} | Out-Null; Lock-MaasMachine control01 | Out-Null").Verify();
        var writes = _site.Writes.Count;

        var outcome = _site.Run(command);

        Assert.Equal("MachineLocked", outcome.ErrorId);
        Assert.Contains("Unlock-MaasMachine", outcome.Errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.Equal(writes, _site.Writes.Count);
        Assert.Equal(["False"], _site.Run("(Unlock-MaasMachine control01).Locked").Verify().Texts);
    }

    [Fact]
    public void A_refusal_without_a_word_may_be_of_a_locked_machine()
    {
        _site.Run($"$site | Set-MaasSiteNetwork | Out-Null; $site | Get-DrydockNode control01 | {SiteRunspace.Line} | Out-Null; $global:m = Lock-MaasMachine control01").Verify();

        var outcome = _site.Run("Invoke-MaasApi \"machines/$($m.SystemId)/\" PUT -Parameter @{ description = 'x' } -Confirm:$false");

        Assert.Equal("PermissionDenied", outcome.ErrorId);
        Assert.EndsWith("or the machine is locked", outcome.Errors[0].Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_is_added_once()
    {
        const string Add = "Add-MaasMachine spare01 -MacAddress 52:54:00:aa:00:77 -PowerType manual";

        Assert.Equal(["spare01"], _site.Run(Add).Verify().Column("Hostname"));
        Assert.Equal("MachineExists", _site.Run(Add).ErrorId);
        Assert.Equal("MachineExists", _site.Run("Add-MaasMachine spare02 -MacAddress 52-54-00-AA-00-77 -PowerType manual").ErrorId);
    }

    [Theory]
    [InlineData("Set-MaasMachine nosuch -Description x", "MachineNotFound")]
    [InlineData("Get-MaasMachine -Zone nosuch", "BadRequest")]
    [InlineData("Get-MaasMachine -PowerAddress 192.0.2.99", "MachineNotFound")]
    [InlineData("Get-MaasSpace nosuch", "SpaceNotFound")]
    [InlineData("Remove-MaasTag nosuch -Confirm:$false", "TagNotFound")]
    [InlineData("(Get-MaasMachine)[0] | Lock-MaasMachine", "Conflict")]
    public void What_cannot_be_done_is_told(string script, string errorId) => Assert.Equal(errorId, _site.Run(script).ErrorId);

    [Theory]
    [InlineData("(Get-MaasMachine -Status New).Count", "8")]
    [InlineData("(Get-MaasMachine -Status N*).Count", "8")]
    [InlineData("(Get-MaasMachine -Pool default -Zone default).Count", "8")]
    [InlineData("(Get-MaasMachine -Filter @{ pool = 'default' }).Count", "8")]
    [InlineData("@(Get-MaasMachine -Status Deployed).Count", "0")]
    public void Filters_are_compared_by_the_server_with_one_request(string script, string expected)
    {
        var before = _site.Requests.Count;

        Assert.Equal([expected], _site.Run(script).Verify().Texts);
        Assert.Equal(1, _site.Requests.Count - before);
    }

    [Fact]
    public void A_pipeline_that_has_enough_ends_the_reading()
    {
        Assert.Equal(
            ["1"], _site.Run("$n = 0; foreach ($once in 1) { Get-MaasMachine | ForEach-Object { $n++; break } }; $n").Verify().Texts);
        Assert.Equal(["8"], _site.Run("(Get-MaasMachine).Count").Verify().Texts);
    }

    [Fact]
    public void A_password_is_never_shown()
    {
        _site.Module.Host.Console.Choice = 2;
        var script = "$secret = [Net.NetworkCredential]::new('', 'hush-hush').SecurePassword; "
            + "Get-MaasMachine | Set-MaasMachine -PowerParameter @{ power_pass = $secret } -Confirm";

        _site.Run(script);

        var asked = string.Join('\n', _site.Module.Host.Console.Questions);
        Assert.Contains("power_pass", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", asked, StringComparison.Ordinal);
    }
}
