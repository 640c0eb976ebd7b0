using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>Ctrl+C.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task A_deploy_that_waits_is_left_at_once_and_finished_by_the_next_run()
    {
        using var small = new SmallSite().Only("control01");
        using var site = new SiteRunspace(small.Folder);
        site.Run(
            "$site | Set-MaasSiteNetwork | Out-Null; $site | Get-DrydockNode | Invoke-MaasCommission | Set-MaasNodeNetwork | "
                + "Set-MaasNodeStorage | Out-Null")
            .Verify();
        dynamic maas = site.Run("$maas").Output[0].BaseObject;

        using var deploy = site.Module.Create("$site | Get-DrydockNode | Invoke-MaasDeploy -PollIntervalSec 600");
        var running = deploy.BeginInvoke();
        await SiteRunspace.UntilAsync(
            () => ((IReadOnlyList<string>)maas.Requests).Any(r => r.Contains("op=deploy", StringComparison.Ordinal)));
        await CtrlC.StopAtOnceAsync(deploy, running);

        Assert.DoesNotContain("Failed", site.Run("$site | Get-DrydockNode | Invoke-MaasDeploy").Verify().Column("Status"));
        Assert.Equal(["Deployed"], site.Run("Get-MaasMachine").Column("StatusName"));
    }

    [Fact]
    public void A_machine_that_takes_too_long_is_an_error_of_its_own()
    {
        using var small = new SmallSite().Only("control01");
        using var site = new SiteRunspace(small.Folder, speed: 0.01);
        var outcome = site.Run(
            "$site | Set-MaasSiteNetwork | Out-Null; $site | Get-DrydockNode | Invoke-MaasCommission "
                + "-TimeoutMinutes 0.01 -PollIntervalSec 0.05");
        Assert.Equal("CommissioningTimedOut", outcome.ErrorId);
        Assert.Equal(["Failed"], outcome.Column("Status"));
    }
}
