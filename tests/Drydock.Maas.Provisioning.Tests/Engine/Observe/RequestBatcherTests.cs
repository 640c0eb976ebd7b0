using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Tests.Engine.Observe;

public sealed class RequestBatcherTests
{
    private readonly List<string[]> _requests = [];
    private readonly TaskCompletionSource _firstStarted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isMended;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_is_asked_at_once()
    {
        _answer.SetResult();
        Assert.Equal("A", await RequestBatcher().AskAsync("a", Token));
        Assert.Equal(["a"], Assert.Single(_requests));
    }

    [Fact]
    public async Task What_is_asked_while_a_request_is_under_way_goes_into_the_next_together()
    {
        var batcher = RequestBatcher();
        var first = batcher.AskAsync("a", Token);
        await _firstStarted.Task;
        Task<string?>[] others = [batcher.AskAsync("b", Token), batcher.AskAsync("c", Token), batcher.AskAsync("b", Token)];
        _answer.SetResult();

        Assert.Equal("A B C B", string.Join(" ", await Task.WhenAll([first, .. others])));
        Assert.Equal([["a"], ["b", "c"]], _requests);
    }

    [Fact]
    public async Task No_request_holds_more_than_its_limit()
    {
        var batcher = RequestBatcher(limit: 2);
        var first = batcher.AskAsync("a", Token);
        await _firstStarted.Task;
        var others = "bcdef".Select(c => batcher.AskAsync($"{c}", Token)).ToArray();
        _answer.SetResult();

        await Task.WhenAll([first, .. others]);
        Assert.Equal([1, 2, 2, 1], _requests.Select(r => r.Length));
    }

    [Fact]
    public async Task An_answer_that_does_not_hold_the_key_is_nothing()
    {
        _answer.SetResult();
        Assert.Null(await RequestBatcher().AskAsync("unknown", Token));
    }

    [Fact]
    public async Task A_failed_request_fails_those_in_it_and_no_later_one()
    {
        _answer.SetException(new MaasApiException("MaasServerError", "out of order"));
        var batcher = RequestBatcher();
        await Assert.ThrowsAsync<MaasApiException>(() => batcher.AskAsync("a", Token));
        _isMended = true;
        Assert.Equal("B", await batcher.AskAsync("b", Token));
    }

    [Fact]
    public async Task One_who_gives_up_leaves_the_others_waiting()
    {
        using var impatient = new CancellationTokenSource();
        var batcher = RequestBatcher();
        var patient = batcher.AskAsync("a", Token);
        var given = batcher.AskAsync("a", impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        _answer.SetResult();
        Assert.Equal("A", await patient);
    }

    private RequestBatcher<string, string> RequestBatcher(int limit = 50) => new(AnswerAsync, limit);

    private async Task<IReadOnlyDictionary<string, string>> AnswerAsync(IReadOnlyCollection<string> keys)
    {
        lock (_requests)
            _requests.Add([.. keys]);
        _firstStarted.TrySetResult();
        if (!_isMended)
            await _answer.Task;
        return keys.Where(k => k.Length == 1).ToDictionary(k => k, k => k.ToUpperInvariant());
    }
}
