using Drydock.Maas.Api;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests;

/// <summary>What an older MAAS cannot do is said before anything is sent: it would be ignored in silence.</summary>
public sealed class MaasCapabilitiesTests
{
    private static readonly DeployRequest Plain = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("3.4.10", "a release script needs MAAS 3.5")]
    [InlineData("2.9.2-9165-g.c3e7848d1", "a release script needs MAAS 3.5")]
    public async Task A_release_script_is_refused(string version, string words)
    {
        var (error, sent) = await TryAsync(
            version, c => c.Machines.ReleaseAsync("4y3h7n", new ReleaseRequest { Scripts = ["wipe"] }, Cancel));

        Assert.Equal("UnsupportedVersion", error?.ErrorId);
        Assert.Contains(words, error!.Message, StringComparison.Ordinal);
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

    private static async Task<(MaasException? Error, int Sent)> TryAsync(string version, Func<IMaasClient, Task> call)
    {
        using var maas = new FakeMaas(Answers.Version(version), Answers.Json("{}"));
        using var client = Clients.Of(maas);
        await client.GetVersionAsync(Cancel);
        var error = await Record.ExceptionAsync(() => call(client));
        return (error as MaasException, maas.Sent.Count);
    }
}
