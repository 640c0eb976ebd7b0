namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>
/// Turns many questions asked at the same time into few requests: while one
/// request is under way, what is asked meanwhile waits and goes into the next.
/// </summary>
internal sealed class RequestBatcher<TKey, TValue>(
    Func<IReadOnlyCollection<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> request, int limit = 50, TimeProvider? time = null)
    where TKey : notnull
{
    // What is asked at the same time is not asked in the same instant: the first request waits for the others, for less than a request takes.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(2);

    private readonly object _lock = new();
    private Dictionary<TKey, TaskCompletionSource<TValue?>> _waiting = [];
    private bool _busy;

    /// <summary>The answer for a key; default when the answer does not hold it.</summary>
    public Task<TValue?> AskAsync(TKey key, CancellationToken token)
    {
        Task<TValue?> answer;
        lock (_lock)
        {
            if (!_waiting.TryGetValue(key, out var source))
                _waiting[key] = source = new TaskCompletionSource<TValue?>(TaskCreationOptions.RunContinuationsAsynchronously);
            answer = source.Task;
            if (!_busy)
            {
                _busy = true;
                _ = Task.Run(ServeAsync, CancellationToken.None);
            }
        }

        return answer.WaitAsync(token);
    }

    private async Task ServeAsync()
    {
        await Task.Delay(Gathering, time ?? TimeProvider.System).ConfigureAwait(false);
        while (Take() is { } batch)
        {
            try
            {
                var answers = await request(batch.Keys).ConfigureAwait(false);
                foreach (var (key, source) in batch)
                    source.SetResult(answers.GetValueOrDefault(key));
            }
            catch (Exception e)
            {
                foreach (var source in batch.Values)
                {
                    source.TrySetException(e);
                    _ = source.Task.Exception;
                }
            }
        }
    }

    private Dictionary<TKey, TaskCompletionSource<TValue?>>? Take()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                _busy = false;
                return null;
            }

            var batch = _waiting.Take(limit).ToDictionary();
            _waiting = _waiting.Skip(limit).ToDictionary();
            return batch;
        }
    }
}
