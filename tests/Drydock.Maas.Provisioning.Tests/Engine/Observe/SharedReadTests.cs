using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Tests.Engine.Observe;

public sealed class SharedReadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_share_one_reading()
    {
        var reads = 0;
        var shared = new SharedRead<int>(_ => Task.FromResult(++reads));
        await shared.GetAsync(Token);
        Assert.Equal(1, await shared.GetAsync(Token));
    }

    [Fact]
    public async Task A_failed_reading_is_tried_again_by_the_next()
    {
        var reads = 0;
        var shared = new SharedRead<int>(
            _ => ++reads == 1 ? Task.FromException<int>(new MaasException("Fault", "out of order")) : Task.FromResult(reads));
        await Assert.ThrowsAsync<MaasException>(() => shared.GetAsync(Token));
        Assert.Equal(2, await shared.GetAsync(Token));
    }

    [Fact]
    public async Task One_who_gives_up_does_not_end_the_reading()
    {
        using var impatient = new CancellationTokenSource();
        var source = new TaskCompletionSource<int>();
        var shared = new SharedRead<int>(token => source.Task.WaitAsync(token));
        var given = shared.GetAsync(impatient.Token);
        var patient = shared.GetAsync(Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        source.SetResult(7);
        Assert.Equal(7, await patient);
    }
}
