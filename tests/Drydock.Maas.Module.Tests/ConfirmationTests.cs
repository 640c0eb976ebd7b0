using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>What stops, takes away or undoes something is asked about; what does not is not.</summary>
public sealed class ConfirmationTests : IDisposable
{
    private const int No = 2;

    private readonly SiteRunspace _site = new();

    public ConfirmationTests() => _site.Module.Host.Console.Choice = No;

    public void Dispose() => _site.Dispose();

    public static TheoryData<string> Destructive =>
    [
        "Invoke-MaasApi \"machines/$id/\" DELETE",
        "Invoke-MaasApi \"machines/$id/\" POST release",
        "Invoke-MaasApi \"machines/$id/\" POST -Operation power_off",
        "Invoke-MaasApi \"machines/$id/\" POST -Operation MARK_BROKEN",
        "Invoke-MaasApi \"machines/$id/\" POST -Parameter @{ op = 'abort' }",
        "Invoke-MaasApi \"machines/$id/op-release/\" POST",
        "Invoke-MaasApi machines/ POST -Operation release -Parameter @{ machines = $id }",
    ];

    [Theory]
    [MemberData(nameof(Destructive))]
    public void A_request_that_destroys_is_asked_about(string command)
    {
        command = command.Replace(" POST release", " POST -Operation release", StringComparison.Ordinal);
        _site.Run("$id = @(Get-MaasMachine)[0].SystemId; " + command).Verify();
        Assert.Single(_site.Module.Host.Console.Questions);
        Assert.Empty(_site.Writes);

        _site.Module.Host.Console.Choice = 0;
        _site.Run("$id = @(Get-MaasMachine)[0].SystemId; " + command + " -WhatIf").Verify();
        Assert.Empty(_site.Writes);
        _site.Run("$id = @(Get-MaasMachine)[0].SystemId; " + command + " -Confirm:$false -ErrorAction SilentlyContinue");
        Assert.Single(_site.Writes);
        Assert.Single(_site.Module.Host.Console.Questions);
    }

    [Theory]
    [InlineData("Invoke-MaasApi tags/ POST -Parameter @{ name = 'made' }")]
    [InlineData("Invoke-MaasApi \"machines/$id/\" PUT -Parameter @{ description = 'x' }")]
    [InlineData("Invoke-MaasApi \"machines/$id/\" POST -Operation commission")]
    public void Any_other_request_is_not(string command)
    {
        _site.Run("$id = @(Get-MaasMachine)[0].SystemId; " + command).Verify();
        Assert.Empty(_site.Module.Host.Console.Questions);
        Assert.Single(_site.Writes);
    }

    [Fact]
    public void Machines_that_are_in_use_are_not_stopped_unasked()
    {
        _site.Run($"$site | Set-MaasSiteNetwork | Out-Null; $site | Get-DrydockNode control02 | Invoke-MaasCommission | Out-Null; $site | Get-DrydockNode control01 | {SiteRunspace.Line} | Out-Null").Verify();
        var writes = _site.Writes.Count;
        _site.Run("Stop-MaasMachine control01, control02").Verify();
        Assert.Contains("control01", Assert.Single(_site.Module.Host.Console.Questions), StringComparison.Ordinal);
        Assert.Equal(writes, _site.Writes.Count);

        _site.Run("Stop-MaasMachine control01 -Confirm:$false").Verify();
        Assert.Equal(writes + 1, _site.Writes.Count);
        Assert.Single(_site.Module.Host.Console.Questions);
    }

    [Fact]
    public void What_is_marked_broken_is_released_by_MAAS_and_asked_about_where_it_is_in_use()
    {
        _site.Run($"$site | Set-MaasSiteNetwork | Out-Null; $site | Get-DrydockNode control01 | {SiteRunspace.Line} | Out-Null").Verify();
        _site.Run("Set-MaasMachineBroken control01").Verify();
        Assert.Contains("control01", Assert.Single(_site.Module.Host.Console.Questions), StringComparison.Ordinal);
        Assert.Equal(["Deployed"], _site.Run("Get-MaasMachine control01").Column("StatusName"));
        Assert.Equal(["Broken"], _site.Run("Set-MaasMachineBroken control01 -Confirm:$false").Verify().Column("StatusName"));
        Assert.Single(_site.Module.Host.Console.Questions);
    }

    [Fact]
    public void One_yes_to_all_stands_for_all()
    {
        _site.Run("@(Get-MaasMachine)[0..2] | ForEach-Object { $maas | Set-MaasSimulatorFault CommissioningHang -Machine $_.SystemId | Out-Null; "
            + "Invoke-MaasApi \"machines/$($_.SystemId)/\" POST -Operation commission | Out-Null }");
        _site.Module.Host.Console.Choice = 1;
        _site.Run("Get-MaasMachine -Status Commissioning | Stop-MaasOperation").Verify();
        Assert.Single(_site.Module.Host.Console.Questions);
    }

    [Theory]
    [InlineData("Set-MaasSiteNetwork -Prune")]
    [InlineData("Invoke-DrydockTask PrepareSite -Only SiteNetwork -Prune -ErrorAction SilentlyContinue")]
    public void What_prunes_is_asked_about(string command)
    {
        _site.Run("$site | Set-MaasSiteTag | Out-Null; $site | Set-MaasSiteNetwork | Out-Null").Verify();
        _site.Run("$fabric = @(Get-MaasFabric pxe)[0]; "
            + "Invoke-MaasApi \"fabrics/$($fabric.Id)/vlans/\" POST -Parameter @{ vid = 999; name = 'left' } | Out-Null").Verify();
        var writes = _site.Writes.Count;
        _site.Run($"$site | {command}");
        Assert.NotEmpty(_site.Module.Host.Console.Questions);
        Assert.Equal(writes, _site.Writes.Count);
    }
}
