using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Engine.Wait;

/// <summary>Watches all waiting machines of a session with one request a tick.</summary>
internal sealed class MachineWaiter(IMaasClient client, TimeProvider time)
{
    // Looking at many machines is work for the server: no more than a fifth of its time.
    private const int RestAfterLook = 4;
    private readonly object _lock = new();
    private readonly List<Watch> _watches = [];
    private TaskCompletionSource _wake = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TimeSpan _napTime;
    private TimeSpan _lookTime;
    private int _failures;
    private bool _polling;

    /// <summary>The waiter that all commands of a session share.</summary>
    public static MachineWaiter For(MaasSession session, TimeProvider time) => session.GetService(s => new MachineWaiter(s.Client, time));

    /// <summary>Waits until the machine's status is none of the pending ones; the caller judges which it is.</summary>
    /// <param name="systemId">The machine.</param>
    /// <param name="isPending">Whether a status is to be waited out.</param>
    /// <param name="pace">How long between two looks.</param>
    /// <param name="timeout">How long in all; then <see cref="TimeoutException"/>.</param>
    /// <param name="seen">Told of each look.</param>
    /// <param name="failed">Told of each look that failed; it is repeated until the time limit.</param>
    /// <param name="token">Ends the waiting.</param>
    public async Task<Machine> WaitAsync(
        string systemId,
        Func<Machine, bool> isPending,
        PollPace pace,
        TimeSpan timeout,
        Action<Machine> seen,
        Action<MaasException> failed,
        CancellationToken token)
    {
        var watch = new Watch(systemId, isPending, pace, time.GetTimestamp(), seen, failed);
        lock (_lock)
        {
            _watches.Add(watch);
            if (_polling && _failures == 0 && Rested(pace.First, pace) < _napTime)
                _wake.TrySetResult();
            if (!_polling)
            {
                _polling = true;
                _ = Task.Run(PollAsync, CancellationToken.None);
            }
        }

        try
        {
            return await watch.Result.Task.WaitAsync(timeout, time, token).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                _watches.Remove(watch);
                if (_watches.Count == 0)
                    _wake.TrySetResult();
            }
        }
    }

    private async Task PollAsync()
    {
        while (NextNap() is { } awoken)
        {
            // Woken early by somebody who cannot wait so long, or because nobody waits any more.
            await Task.WhenAny(Task.Delay(_napTime, time), awoken).ConfigureAwait(false);
            if (awoken.IsCompleted)
                continue;
            var watches = Current();
            try
            {
                var begin = time.GetTimestamp();
                NotifyWatches(watches, await LookAsync(watches).ConfigureAwait(false));
                _lookTime = time.GetElapsedTime(begin);
                _failures = 0;
            }
            catch (MaasException e)
            {
                // MAAS goes on with what it was asked to do; the watches' own time limits still hold.
                _failures++;
                watches.ForEach(w => w.Failed(e));
            }
            catch (Exception e)
            {
                watches.ForEach(w => w.Result.TrySetException(e));
                _failures = 0;
            }
        }
    }

    private async Task<Dictionary<string, Machine>> LookAsync(List<Watch> watches)
    {
        var filter = new MachineFilter { SystemIds = [.. watches.Select(w => w.SystemId).Distinct()] };
        var machines = await client.Machines.ListAsync(filter, CancellationToken.None).ConfigureAwait(false);
        var found = machines.ToDictionary(m => m.SystemId, StringComparer.Ordinal);
        foreach (var id in filter.SystemIds.Where(id => !found.ContainsKey(id)))
        {
            if (await MachineReader.FindAsync(client, id, CancellationToken.None).ConfigureAwait(false) is { } machine)
                found[id] = machine;
        }

        return found;
    }

    private static void NotifyWatches(List<Watch> watches, Dictionary<string, Machine> machines)
    {
        foreach (var watch in watches)
        {
            if (!machines.TryGetValue(watch.SystemId, out var machine))
            {
                watch.Result.TrySetException(new RemovedMachineException(
                    $"Machine {watch.SystemId} disappeared from MAAS while it was being waited for: somebody removed it."));
                continue;
            }

            watch.Seen(machine);
            if (!watch.IsPending(machine))
                watch.Result.TrySetResult(machine);
        }
    }

    private Task? NextNap()
    {
        lock (_lock)
        {
            _watches.RemoveAll(w => w.Result.Task.IsCompleted);
            _polling = _watches.Count > 0;
            if (!_polling)
                return null;
            _napTime = _watches.Min(GetNap);
            if (_wake.Task.IsCompleted)
                _wake = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _wake.Task;
        }
    }

    /// <summary>A server that does not answer is asked seldom.</summary>
    private TimeSpan GetNap(Watch watch) =>
        _failures > 0 ? watch.Pace.Longest : Rested(watch.Pace.After(time.GetElapsedTime(watch.Begin)), watch.Pace);

    private TimeSpan Rested(TimeSpan nap, PollPace pace)
    {
        var rest = _lookTime * RestAfterLook;
        return rest <= nap ? nap : rest <= pace.Longest ? rest : pace.Longest;
    }

    private List<Watch> Current()
    {
        lock (_lock)
            return [.. _watches];
    }

    private sealed record Watch(string SystemId, Func<Machine, bool> IsPending, PollPace Pace, long Begin, Action<Machine> Seen, Action<MaasException> Failed)
    {
        public TaskCompletionSource<Machine> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
