using Drydock.Maas.Api;
using Drydock.Maas.Client;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Site.Services;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator;
using Drydock.Maas.Simulator.Seeding;
using Microsoft.Extensions.Time.Testing;

namespace Drydock.Maas.Provisioning.Tests.Site.Services;

/// <summary>The checks of a whole MAAS, over a real connection.</summary>
public sealed class ServiceChecksTests : IAsyncDisposable
{
    private readonly MaasSimulator _maas = MaasSimulator.Start(new SimulatorOptions());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _maas.DisposeAsync();

    [Fact]
    public async Task All_is_well_with_a_MAAS_that_can_provision()
    {
        var checks = await CheckAsync();

        Assert.Equal(
            ["Version", "Clock", "Administrator", "Images", "ImageImport", "RackControllers"],
            checks.Take(6).Select(c => c.Check));
        Assert.All(checks, c => Assert.Equal(CheckStatus.Passed, c.Status));
        Assert.True(checks.Count > 6);
        Assert.Contains(checks[6].Services, s => s is { Name: "dhcpd", Status: "running" });
    }

    [Theory]
    [InlineData(SimulatorFaultKind.RackDown, "RackControllers", "0 of ")]
    [InlineData(SimulatorFaultKind.ImageImport, "ImageImport", "still importing")]
    public async Task What_is_not_ready_has_failed(SimulatorFaultKind fault, string name, string words)
    {
        _maas.SetFault(new SimulatorFault { Kind = fault });

        var check = (await CheckAsync()).Single(c => c.Check == name);

        Assert.Equal(CheckStatus.Failed, check.Status);
        Assert.Contains(words, check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Images_without_the_one_that_machines_are_commissioned_with_are_not_enough()
    {
        using var session = await MaasConnector.ConnectAsync(new() { Url = _maas.Url.ToString(), ApiKey = _maas.ApiKey }, Cancel);
        await session.Client.SendAsync(
            new RawRequest
            {
                Method = "POST",
                Path = "maas/",
                Operation = "set_config",
                Parameters = [new("name", "commissioning_distro_series"), new("value", "focal")],
            },
            Cancel);
        foreach (var image in (await session.Client.BootResources.ListAsync(Cancel)).Where(r => r.Name == "ubuntu/focal"))
            await session.Client.BootResources.DeleteAsync(image.Id, Cancel);

        var check = (await CheckAsync()).Single(c => c.Check == "Images");

        Assert.Equal(CheckStatus.Failed, check.Status);
        Assert.Contains("commissioned with focal, which is not among them", check.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_that_cannot_be_made_has_failed_and_the_others_go_on()
    {
        _maas.SetFault(new SimulatorFault { Kind = SimulatorFaultKind.Conflict, Path = "rackcontrollers/", RetryAfter = 0 });

        var checks = await CheckAsync();

        Assert.Equal(["RackControllers"], checks.Where(c => c.Status == CheckStatus.Failed).Select(c => c.Check));
    }

    [Theory]
    [InlineData(0, CheckStatus.Passed)]
    [InlineData(120, CheckStatus.Warning)]
    [InlineData(-120, CheckStatus.Warning)]
    [InlineData(600, CheckStatus.Failed)]
    [InlineData(-600, CheckStatus.Failed)]
    public async Task A_clock_that_differs_is_told_before_MAAS_refuses_the_key(int seconds, CheckStatus expected)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow + TimeSpan.FromSeconds(seconds));

        Assert.Equal(expected, (await CheckAsync(time: time)).Single(c => c.Check == "Clock").Status);
    }

    [Fact]
    public async Task A_user_who_is_no_administrator_cannot_provision()
    {
        var check = (await CheckAsync(_maas.UserApiKey)).Single(c => c.Check == "Administrator");

        Assert.Equal(CheckStatus.Failed, check.Status);
    }

    private async Task<IReadOnlyList<ConnectionCheck>> CheckAsync(string? key = null, TimeProvider? time = null)
    {
        var options = new MaasConnectionOptions { Url = _maas.Url.ToString(), ApiKey = key ?? _maas.ApiKey, RequireAdministrator = false };
        using var session = await MaasConnector.ConnectAsync(options, Cancel);
        return await ServiceChecks.RunAsync(session.Client, time ?? TimeProvider.System, Cancel);
    }
}
