using Drydock.Maas.Planning;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Benchmarks.Chaos;

/// <summary>Says yes to everything, and lets others act when so much has been told of the task's progress.</summary>
internal sealed class ChaosObserver(IEnumerable<(int At, Func<Task> Act)> acts) : ITaskObserver
{
    private readonly object _lock = new();
    private readonly Queue<(int At, Func<Task> Act)> _acts = new(acts.OrderBy(a => a.At));
    private readonly List<Task> _running = [];
    private int _told;

    public bool PlanOnly => false;

    public Task<bool> ApproveAsync(string step, string target, IReadOnlyList<PlannedChange> plan, CancellationToken token) =>
        Task.FromResult(true);

    public void Report(StepProgress progress) => Tell();

    public void ReportResult(DrydockStepResult result) => Tell();

    public void RefreshProgress()
    {
    }

    public void ReportDetail(string text)
    {
    }

    public void Warn(string text)
    {
    }

    /// <summary>Ends when all that were let act have; those whose time did not come do so now.</summary>
    public async Task AllHaveActedAsync()
    {
        Task[] running;
        lock (_lock)
        {
            while (_acts.TryDequeue(out var act))
                _running.Add(Task.Run(act.Act));
            running = [.. _running];
        }

        await Task.WhenAll(running);
    }

    private void Tell()
    {
        lock (_lock)
        {
            _told++;
            while (_acts.TryPeek(out var act) && act.At <= _told)
                _running.Add(Task.Run(_acts.Dequeue().Act));
        }
    }
}
