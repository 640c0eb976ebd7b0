using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>What the cmdlets make of a world that is slow, hangs or fails.</summary>
public sealed class WorldFaultTests : IDisposable
{
    private readonly SiteRunspace _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void A_list_that_comes_slowly_comes_whole()
    {
        Break("SlowBody -Path machines/ -Delay 300");

        var machines = _site.Run("Get-MaasMachine").Verify();

        Assert.Equal(_site.Run("$site.Nodes.Count").Verify().Texts, [$"{machines.Output.Count}"]);
        Assert.Equal(["True"], _site.Run("($maas | Get-MaasSimulatorFault).Hits -gt 0").Verify().Texts);
    }

    [Fact]
    public void A_machine_whose_release_fails_is_not_removed_and_the_next_run_releases_it()
    {
        _site.Run($"$site | Set-MaasSiteNetwork | Out-Null; $site | Get-DrydockNode control01 | {SiteRunspace.Line} | Out-Null").Verify();
        Break("ReleaseFailure -Machine control01 -Count 1");

        Assert.Equal("ReleaseFailed", End("Remove-MaasNode").ErrorId);
        Assert.Equal(["Releasing failed"], _site.Run("Get-MaasMachine control01").Verify().Column("StatusName"));
        Assert.Equal(["Changed"], End("Invoke-MaasRelease").Verify().Column("Status"));
        Assert.Equal(["Ready"], _site.Run("Get-MaasMachine control01").Verify().Column("StatusName"));
    }

    [Fact]
    public void An_import_that_runs_is_told_until_it_has_ended()
    {
        Break("ImageImport -Count 1");
        const string Import = "Test-MaasConnection | Where-Object Check -eq ImageImport";

        Assert.Equal(["Failed"], _site.Run(Import).Verify().Column("Status"));
        Assert.Equal(["Passed"], _site.Run(Import).Verify().Column("Status"));
    }

    [Fact]
    public void A_commissioning_that_hangs_times_out_alone_and_the_next_run_ends_it()
    {
        _site.Run("$site | Set-MaasSiteNetwork").Verify();
        Break("CommissioningHang -Machine control01 -Count 1");
        const string Commission =
            "$site | Get-DrydockNode control0* | Invoke-MaasCommission -RetryCount 0 -TimeoutMinutes 0.1 -PollIntervalSec 0.05";

        var outcome = _site.Run(Commission);

        Assert.Equal("CommissioningTimedOut", outcome.ErrorId);
        Assert.Contains("Changed", outcome.Column("Status"));
        Assert.DoesNotContain("Failed", _site.Run(Commission).Verify().Column("Status"));
        Assert.All(_site.Run("Get-MaasMachine control0*").Verify().Column("StatusName"), status => Assert.Equal("Ready", status));
    }

    private void Break(string fault) => _site.Run($"$maas | Set-MaasSimulatorFault {fault} | Out-Null").Verify();

    private ScriptOutcome End(string command) => _site.Run($"$site | Get-DrydockNode control01 | {command} -Confirm:$false");
}
