using System.Reflection;
using Drydock.Maas.Api;
using Drydock.Maas.Client.Connection;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests;

/// <summary>
/// What an older MAAS cannot do is said before anything is sent, since it would be ignored in silence; and each difference begins with the
/// version that brought it.
/// </summary>
public sealed class MaasCapabilitiesTests
{
    private static readonly DeployRequest Plain = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Beginnings => new()
    {
        { nameof(MaasCapabilities.SynchronizesHardware), "3.2" },
        { nameof(MaasCapabilities.FiltersBySeveralStatuses), "3.3" },
        { nameof(MaasCapabilities.RunsReleaseScripts), "3.5" },
        { nameof(MaasCapabilities.SwitchesPowerBeforeAnswering), "3.5" },
        { nameof(MaasCapabilities.DumpsKernelCrashes), "3.6" },
        { nameof(MaasCapabilities.ReservesAddresses), "3.6" },
        { nameof(MaasCapabilities.TellsTimesInUtc), "3.6" },
        { nameof(MaasCapabilities.RefusesOverlappingSubnets), "3.7" },
        { nameof(MaasCapabilities.GrantsRightsByGroup), "3.8" },
    };

    [Theory]
    [MemberData(nameof(Beginnings))]
    public void Each_begins_with_a_version(string name, string first)
    {
        var minor = int.Parse(first[2..], System.Globalization.CultureInfo.InvariantCulture);
        bool Has(string? version) => (bool)typeof(MaasCapabilities).GetProperty(name)!.GetValue(MaasCapabilities.ForVersion(version))!;

        Assert.False(Has(FormattableString.Invariant($"3.{minor - 1}.99")));
        Assert.True(Has(first + ".0~beta1"));
        Assert.True(Has("4.0.0"));
        Assert.True(Has(null));
    }

    [Fact]
    public void None_is_left_out_here() =>
        Assert.Equal(
            typeof(MaasCapabilities).GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => property.PropertyType == typeof(bool)).Select(property => property.Name).Order(StringComparer.Ordinal),
            Beginnings.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_client_has_those_of_the_version_that_was_told()
    {
        using var maas = new FakeMaas(Answers.Version("3.4.10"));
        using var client = Clients.Of(maas);
        Assert.True(client.Capabilities.ReservesAddresses);

        await client.GetVersionAsync(Cancel);

        Assert.False(client.Capabilities.ReservesAddresses);
        Assert.Equal(new Version(3, 4, 10), client.Capabilities.Version);
    }

    [Theory]
    [InlineData("3.4.10")]
    [InlineData("3.1.0-10901-g.f1f8f1505")]
    public async Task A_release_script_is_refused(string version)
    {
        var (error, sent) = await TryAsync(
            version, c => c.Machines.ReleaseAsync("4y3h7n", new ReleaseRequest { Scripts = ["wipe"] }, Cancel));

        Assert.Equal("UnsupportedVersion", error?.ErrorId);
        Assert.Contains("a release script needs MAAS 3.5", error!.Message, StringComparison.Ordinal);
        Assert.Equal(1, sent);
    }

    [Fact]
    public async Task Hardware_is_looked_at_again_since_3_2()
    {
        Assert.NotNull((await TryAsync("3.1.0", c => c.Machines.DeployAsync("4y3h7n", Plain with { EnableHwSync = true }, Cancel))).Error);
        Assert.Null((await TryAsync("3.2.0", c => c.Machines.DeployAsync("4y3h7n", Plain with { EnableHwSync = true }, Cancel))).Error);
    }

    [Fact]
    public async Task A_kernel_crash_is_written_since_3_6()
    {
        Assert.NotNull(
            (await TryAsync("3.5.9", c => c.Machines.DeployAsync("4y3h7n", Plain with { EnableKernelCrashDump = true }, Cancel))).Error);
        Assert.Null(
            (await TryAsync(
                "3.6.0~beta1", c => c.Machines.DeployAsync("4y3h7n", Plain with { EnableKernelCrashDump = true }, Cancel))).Error);
    }

    [Theory]
    [InlineData("3.2.10", "GET machines/?status=ready", "GET machines/?status=failed_deployment")]
    [InlineData("3.3.0", "GET machines/?status=ready&status=failed_deployment")]
    public async Task Before_3_3_each_status_is_asked_for_by_itself(string version, params string[] lines)
    {
        var one = Answers.Json("""[{"system_id": "4y3h7n"}, {"system_id": "8wq4sn"}]""");
        using var maas = new FakeMaas([Answers.Version(version), .. lines.Select(_ => one)]);
        using var client = Clients.Of(maas);
        await client.GetVersionAsync(Cancel);
        var filter = new MachineFilter { Statuses = ["Ready", "Failed deployment"] };

        var machines = await client.Machines.ListAsync(filter, Cancel);

        Assert.Equal(lines, maas.Sent.Skip(1).Select(request => request.Line));
        Assert.Equal(["4y3h7n", "8wq4sn"], machines.Select(machine => machine.SystemId));
    }

    [Theory]
    [InlineData("3.4.10", true)]
    [InlineData("3.6.0", false)]
    public async Task Before_3_6_times_of_events_are_the_servers_own(string version, bool isServerTime)
    {
        const string Page = """{"count": 1, "events": [{"id": 3, "created": "Mon, 30 Nov. 2026 22:52:17"}]}""";
        using var maas = new FakeMaas(Answers.Version(version), Answers.Json(Page));
        using var client = Clients.Of(maas);
        await client.GetVersionAsync(Cancel);

        var happened = Assert.Single(await client.Events.ListAsync(new EventFilter { Limit = 1 }, Cancel));

        Assert.Equal(isServerTime, happened.IsServerTime);
        Assert.Equal("Mon, 30 Nov. 2026 22:52:17", happened.CreatedText);
    }

    [Fact]
    public async Task Since_3_5_a_power_controller_is_waited_for_three_times_as_long_and_not_asked_again()
    {
        var options = new MaasConnectionOptions { Url = Clients.Url, ApiKey = Clients.ApiKey, Timeout = TimeSpan.FromSeconds(1) };
        using var maas = new FakeMaas(Answers.Version("3.7.3"), SlowAsync, Answers.Text(500, "Connection timed out while performing power action."));
        using var client = Clients.Unverified(maas, options);
        client.Establish();
        await client.GetVersionAsync(Cancel);

        Assert.Equal("4y3h7n", (await client.Machines.ReleaseAsync("4y3h7n", new ReleaseRequest(), Cancel)).SystemId);
        var error = await Assert.ThrowsAsync<MaasApiException>(() => client.Machines.QueryPowerStateAsync("4y3h7n", Cancel));

        Assert.Equal("PowerControllerFailed", error.ErrorId);
        Assert.Equal(3, maas.Sent.Count);

        static async Task<HttpResponseMessage> SlowAsync(CancellationToken token)
        {
            await Task.Delay(1500, token);
            return await Answers.Json("""{"system_id": "4y3h7n"}""")(token);
        }
    }

    [Theory]
    [InlineData("3.4.10", "ServerError")]
    [InlineData("3.5.0", "PowerControllerFailed")]
    public async Task Since_3_5_a_failing_release_is_the_power_controllers(string version, string errorId)
    {
        using var maas = new FakeMaas(Answers.Version(version), Answers.Text(500, "Could not contact node's BMC: Connection timed out"));
        using var client = Clients.Of(maas);
        await client.GetVersionAsync(Cancel);

        var error = await Assert.ThrowsAsync<MaasApiException>(
            () => client.Machines.ReleaseAsync("4y3h7n", new ReleaseRequest(), Cancel));

        Assert.Equal((errorId, 500), (error.ErrorId, error.StatusCode));
        Assert.Contains("MAAS failed at POST machines/4y3h7n/?op=release (500): Could not contact node's BMC", error.Message, StringComparison.Ordinal);
        Assert.Equal(errorId == "PowerControllerFailed", error.Message.Contains("4y3h7n has done its part", StringComparison.Ordinal));
    }

    private static async Task<(MaasException? Error, int Sent)> TryAsync(string version, Func<IMaasClient, Task> call)
    {
        using var maas = new FakeMaas(Answers.Version(version), Answers.Json("{}"));
        using var client = Clients.Of(maas);
        await client.GetVersionAsync(Cancel);
        var error = await Record.ExceptionAsync(() => call(client));
        return (error as MaasException, maas.Sent.Count);
    }
}
