using System.Management.Automation;
using Drydock.Maas.Module.Tests.Hosting;

namespace Drydock.Maas.Module.Tests;

/// <summary>Events of machines, and what follows them.</summary>
public sealed class EventCommandTests : IDisposable
{
    private const string Commission =
        "Get-MaasMachine | ForEach-Object { Invoke-MaasApi \"machines/$($_.SystemId)/\" -Method POST -Operation commission | Out-Null }";

    private readonly SiteRunspace _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Events_are_followed_as_they_happen_until_Ctrl_C()
    {
        using var other = new ModuleRunspace();
        var maas = _site.Run("$maas").Output[0].BaseObject;
        using var output = new PSDataCollection<PSObject>();
        using var follow = _site.Module.Create("Get-MaasEvent -Follow -PollIntervalSec 1");

        var running = follow.BeginInvoke<PSObject, PSObject>(null, output);
        other.Run($"$args[0] | Connect-Maas | Out-Null; {Commission}; Disconnect-Maas", maas).Verify();
        await SiteRunspace.UntilAsync(() => output.Count > 0);
        await CtrlC.StopAtOnceAsync(follow, running);

        Assert.All(output, e => Assert.False(string.IsNullOrEmpty((string?)e.Properties["Type"].Value)));
    }

    [Fact]
    public async Task A_long_wait_between_two_looks_ends_at_once()
    {
        dynamic maas = _site.Run("$maas").Output[0].BaseObject;
        using var follow = _site.Module.Create("Get-MaasEvent -Follow -PollIntervalSec 3600");

        var running = follow.BeginInvoke();
        await SiteRunspace.UntilAsync(
            () => ((IReadOnlyList<string>)maas.Requests).Any(r => r.Contains("events/", StringComparison.Ordinal)));
        await CtrlC.StopAtOnceAsync(follow, running);
    }

    [Fact]
    public async Task The_last_events_come_oldest_first_and_those_after_one_follow_it()
    {
        _site.Run(Commission).Verify();
        await SiteRunspace.UntilAsync(
            () => _site.Run("@(Get-MaasMachine -Status Ready | Where-Object PowerState -eq off).Count").Texts.Contains("8"));

        var all = _site.Run("(Get-MaasEvent -Limit 1000).Id").Verify().Texts.Select(int.Parse).ToList();

        Assert.True(all.Count > 4);
        Assert.Equal(all.Order(), all);
        Assert.Equal(all.TakeLast(3), _site.Run("(Get-MaasEvent -Limit 3).Id").Verify().Texts.Select(int.Parse));
        Assert.Equal(all.Skip(1).Take(2), _site.Run($"(Get-MaasEvent -After {all[0]} -Limit 2).Id").Verify().Texts.Select(int.Parse));
    }

    [Fact]
    public void Machines_piped_in_are_asked_for_together()
    {
        _site.Run(Commission + "; $two = (Get-MaasMachine)[0, 1]").Verify();
        var before = _site.Requests.Count;

        var nodes = _site.Run("$two | Get-MaasEvent | ForEach-Object Node").Verify().Texts.Distinct().Order();

        Assert.Equal(_site.Run("$two.SystemId").Texts.Order(), nodes);
        Assert.Equal(1, _site.Requests.Count - before);
    }
}
