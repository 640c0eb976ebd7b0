using Drydock.Maas.Commands.Pipeline;
using Drydock.Maas.Planning;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Commands.Tasks;

/// <summary>Brings what a task says, asks and has done to the pipeline thread of its command.</summary>
internal sealed class TaskObserver(
    PipelineQueue queue, TaskView view, bool planOnly, Func<IReadOnlyList<PlannedChange>, bool> mustAsk, Action<DrydockStepResult> ended,
    DrydockPlan? approvedPlan)
    : PipelineObserver(queue, _ => view.IsDue(), planOnly, mustAsk, approvedPlan), ITaskObserver
{
    private readonly PipelineQueue _queue = queue;

    /// <inheritdoc/>
    public void ReportResult(DrydockStepResult result) => _queue.Post(new PipelineRecord.Finished(() => ended(result)));

    /// <inheritdoc/>
    public void RefreshProgress()
    {
        if (view.IsDue())
            _queue.Post(new PipelineRecord.ProgressChanged());
    }
}
