using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>
/// A whole task: the steps of the site one after the other, then those of the nodes, group by group, each node at its own pace.
/// </summary>
public sealed class TaskRun : IDisposable
{
    private readonly TaskRequest _request;
    private readonly IReadOnlyList<TaskStep> _steps;
    private readonly TaskEnvironment _environment;
    private readonly TaskTracker _tracker;
    private readonly ITaskObserver _observer;
    private readonly CancellationTokenSource _closed = new();
    private readonly Dictionary<string, List<DrydockStepResult>> _ended = new(StringComparer.Ordinal);
    private DateTimeOffset _start;
    private TaskJournal? _journal;

    private TaskRun(MaasSession session, TaskRequest request, ITaskObserver observer)
    {
        _request = request;
        _observer = observer;
        _start = request.Timing.TimeProvider.GetUtcNow();
        _steps = TaskSteps.Choose(request.Settings);
        var nodes = TaskSteps.IsOfNodes(request.Settings.Action) ? request.Nodes.Count : 0;
        _tracker = new TaskTracker($"{request.Settings.Action} of {request.Site.Name ?? "site"}", _steps, nodes);
        _environment = new TaskEnvironment(session, request, new TaskTimeouts(request.Settings.Timeouts), observer, _tracker);
    }

    /// <summary>The task's identifier.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    /// <summary>The live view as it is now.</summary>
    public IReadOnlyList<TaskProgressRow> Progress => _tracker.Rows();

    /// <summary>Makes a task.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="request">The task.</param>
    /// <param name="observer">Whom it works for.</param>
    /// <exception cref="MaasException">UnknownStep, InvalidTimeout.</exception>
    public static TaskRun Create(MaasSession session, TaskRequest request, ITaskObserver observer)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(observer);
        return new(session, request, observer);
    }

    /// <summary>
    /// Runs the task. Never throws for what goes wrong with nodes, only when cancelled or when the journal cannot be opened.
    /// </summary>
    /// <exception cref="MaasException">JournalNotWritable.</exception>
    public async Task<DrydockTaskResult> RunAsync(CancellationToken token)
    {
        _start = _environment.Time.GetUtcNow();
        using (_journal = OpenJournal())
        {
            _journal?.Begin(Id, _start, _request.Settings, _request.Design, TaskServer.Describe(_environment.Session), _request.Machines);
            try
            {
                foreach (var step in _steps.Where(s => s.ForSite is not null))
                    await TakeSiteStepAsync(step, token).ConfigureAwait(false);
                var groups = TaskSteps.IsOfNodes(_request.Settings.Action) ? await TakeNodeStepsAsync(token).ConfigureAwait(false) : null;
                // Nodes that are stopped come home as if they had ended.
                token.ThrowIfCancellationRequested();
                var result = Report(groups).Make(_start, _environment.Time.GetUtcNow());
                _journal?.End(result);
                return result;
            }
            catch (OperationCanceledException)
            {
                _journal?.Stop(Id, _environment.Time.GetUtcNow());
                throw;
            }
        }
    }

    /// <summary>What had ended when the task was broken off; nothing of it is waited for. Its journal says so, too.</summary>
    public DrydockTaskResult Stop()
    {
        var now = _environment.Time.GetUtcNow();
        _journal?.Stop(Id, now);
        return Report(null).MakeStopped(_start, now);
    }

    /// <summary>Lets nothing more begin; what is under way ends, and the result tells what was left.</summary>
    public void Close() => _closed.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _closed.Dispose();

    // A plan is no deed, and has no place in a record of deeds.
    private TaskJournal? OpenJournal() =>
        _request.JournalPath is { } path && !_observer.PlanOnly ? TaskJournal.Open(path, _observer.Warn) : null;

    private async Task<DeploymentGroupRun> TakeNodeStepsAsync(CancellationToken token)
    {
        var groups = new DeploymentGroupRun(_environment, new NodeStepSequence(_environment, _steps, Aim, Note), _closed.Token);
        if (_request.Nodes.Count == 0)
            _observer.Warn("No node is selected: nothing is done.");
        var left = _request.Nodes.Where(n => groups.Board.FindGroup(n.Name) is null).Select(n => n.Name).ToList();
        if (left.Count > 0)
            _observer.Warn($"No group of the deployment strategy selects {string.Join(", ", left)}: nothing is done with {(left.Count == 1 ? "it" : "them")}.");
        await groups.CheckAheadAsync(token).ConfigureAwait(false);
        return await groups.RunAsync(token).ConfigureAwait(false);
    }

    private async Task TakeSiteStepAsync(TaskStep step, CancellationToken token)
    {
        if (_closed.IsCancellationRequested)
            return;
        _tracker.Begin(step.Name, _request.Site.Name ?? "site");
        _observer.RefreshProgress();
        var results = await step.ForSite!(_environment)(_request.Site, token).ConfigureAwait(false);
        _tracker.EndAll(step.Name);
        lock (_ended)
            _ended[step.Name] = [];
        foreach (var result in results)
        {
            _tracker.End(step.Name, result.Target, result.Status == StepStatus.Failed);
            Note(result);
        }
    }

    private void Aim(TaskStep step, NodeStepInput input)
    {
        if (input.Machine is { } machine && input.OnlyMachines is null)
            _journal?.Aim(Id, _environment.Time.GetUtcNow(), step.Name, input.Node.Name, machine.SystemId);
    }

    private void Note(DrydockStepResult result)
    {
        lock (_ended)
        {
            if (!_ended.TryGetValue(result.Step, out var results))
                _ended[result.Step] = results = [];
            results.Add(result.WithoutMachine());
        }

        _journal?.Add(Id, result);
        _observer.ReportResult(result);
    }

    private TaskReport Report(DeploymentGroupRun? groups) => new(Id, _environment.Session.Url, _request, _steps, GetResults, _observer.PlanOnly) { GroupRun = groups };

    /// <summary>The results of a step so far; null when it was not taken.</summary>
    private IReadOnlyList<DrydockStepResult>? GetResults(string step)
    {
        lock (_ended)
            return _ended.TryGetValue(step, out var results) ? [.. results] : null;
    }
}
