using System.Collections.Concurrent;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Commands.Pipeline;

/// <summary>Brings what a step says and asks to the pipeline thread of its command.</summary>
internal class PipelineObserver(
    PipelineQueue queue, Func<StepProgress, bool> isDue, bool planOnly, Func<IReadOnlyList<PlannedChange>, bool> mustAsk,
    DrydockPlan? approvedPlan = null) : IStepObserver
{
    // An open question keeps its worker waiting; whoever leaves answers them all with no.
    private readonly ConcurrentDictionary<TaskCompletionSource<bool>, byte> _open = new();
    private volatile bool _closed;

    /// <inheritdoc/>
    public bool PlanOnly { get; } = planOnly;

    /// <inheritdoc/>
    public DrydockPlan? ApprovedPlan { get; } = approvedPlan;

    /// <inheritdoc/>
    public async Task<bool> ApproveAsync(string step, string target, IReadOnlyList<PlannedChange> plan, CancellationToken token)
    {
        if (_closed)
            return false;
        var description = string.Join($"{Environment.NewLine}    ", [$"{step} of {target}, {DescribeCount(plan.Count)}", .. plan]);
        if (!PlanOnly && !mustAsk(plan))
        {
            ReportDetail(description);
            return true;
        }

        var reply = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _open[reply] = 0;
        queue.Post(new PipelineRecord.Question(description, reply));
        if (_closed)
            reply.TrySetResult(false);
        try
        {
            return await reply.Task.WaitAsync(token).ConfigureAwait(false);
        }
        finally
        {
            reply.TrySetResult(false);
            _open.TryRemove(reply, out _);
        }
    }

    /// <summary>Approves nothing more.</summary>
    public void Close()
    {
        _closed = true;
        foreach (var reply in _open.Keys)
            reply.TrySetResult(false);
    }

    /// <inheritdoc/>
    public void Report(StepProgress progress)
    {
        if (isDue(progress))
            queue.Post(new PipelineRecord.ProgressChanged());
    }

    /// <inheritdoc/>
    public void ReportDetail(string text) => queue.Post(new PipelineRecord.Verbose(text));

    /// <inheritdoc/>
    public void Warn(string text) => queue.Post(new PipelineRecord.Warning(text));

    private static string DescribeCount(int changes) => changes == 1 ? "1 change:" : $"{changes} changes:";
}
