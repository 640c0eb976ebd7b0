using Drydock.Maas.Api;
using Drydock.Maas.Client.Tests.Fakes;

namespace Drydock.Maas.Client.Tests.Failures;

public sealed class RetryTests
{
    private readonly WatchedTime _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(503)]
    [InlineData(409)]
    public async Task A_write_that_MAAS_turned_away_is_repeated_when_it_says_so(int status)
    {
        using var maas = new FakeMaas(Answers.Later(status, 5), Answers.Json("{}"));
        using var client = Clients.Of(maas, _time);

        var writing = client.Fabrics.CreateAsync("oob", Cancel);
        await _time.PassWaitAsync(Cancel);
        await writing;

        Assert.Equal(["name=oob"], maas.Sent[1].Form);
        Assert.Equal(maas.Sent[0].Line, maas.Sent[1].Line);
    }

    [Fact]
    public async Task After_three_repetitions_the_answer_is_the_error()
    {
        using var maas = new FakeMaas(Answers.Later(503, 10));
        using var client = Clients.Of(maas, _time);

        var reading = client.Fabrics.ListAsync(Cancel);
        for (var repetition = 0; repetition < 3; repetition++)
            await _time.PassWaitAsync(Cancel);
        var error = await Assert.ThrowsAsync<MaasApiException>(() => reading);

        Assert.Equal("ServiceUnavailable", error.ErrorId);
        Assert.Equal(4, maas.Sent.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
    public async Task A_read_that_fails_on_the_server_or_came_too_often_is_repeated_soon(int status)
    {
        using var maas = new FakeMaas(Answers.Text(status, "deadlock"), Answers.Json("[]"));
        using var client = Clients.Of(maas, _time);

        var reading = client.Fabrics.ListAsync(Cancel);
        var wait = await _time.PassWaitAsync(Cancel);
        await reading;

        Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_read_that_MAAS_has_had_before_is_repeated_with_another_nonce()
    {
        using var maas = new FakeMaas(Answers.UsedNonce(), Answers.Json("[]"));
        using var client = Clients.Of(maas, _time);

        var reading = client.Fabrics.ListAsync(Cancel);
        await _time.PassWaitAsync(Cancel);

        Assert.Empty(await reading);
        Assert.Equal(2, maas.Sent.Count);
    }

    [Fact]
    public async Task A_read_whose_connection_breaks_is_repeated()
    {
        using var maas = new FakeMaas(Answers.Broken(), Answers.Json("[]"));
        using var client = Clients.Of(maas, _time);

        var reading = client.Fabrics.ListAsync(Cancel);
        await _time.PassWaitAsync(Cancel);
        await reading;

        Assert.Equal(2, maas.Sent.Count);
    }

    [Fact]
    public async Task A_write_that_never_left_is_repeated()
    {
        using var maas = new FakeMaas(Answers.NoConnection(), Answers.Json("{}"));
        using var client = Clients.Of(maas, _time);

        var writing = client.Fabrics.CreateAsync("oob", Cancel);
        await _time.PassWaitAsync(Cancel);
        await writing;

        Assert.Equal(2, maas.Sent.Count);
    }

    [Fact]
    public async Task Each_repetition_is_told_beforehand_without_any_parameter()
    {
        using var maas = new FakeMaas(Answers.Later(503, 10));
        using var client = Clients.Of(maas, _time);
        var told = new List<RetryEventArgs>();
        client.Retrying += (_, e) => told.Add(e);

        var writing = client.SshKeys.CreateAsync("ssh-rsa secretmaterial", Cancel);
        for (var repetition = 0; repetition < 3; repetition++)
            await _time.PassWaitAsync(Cancel);
        await Assert.ThrowsAsync<MaasApiException>(() => writing);

        Assert.Equal([1, 2, 3], told.Select(e => e.Attempt));
        Assert.Equal([false, false, true], told.Select(e => e.IsLast));
        Assert.All(told, e => Assert.Equal(("POST account/prefs/sshkeys/", TimeSpan.FromSeconds(10)), (e.Request, e.Delay)));
        Assert.All(told, e => Assert.Equal("MAAS refused POST account/prefs/sshkeys/ (503): busy", e.Reason));
    }
}
