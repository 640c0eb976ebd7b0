using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Identity;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>
/// Takes the steps of a task with one node after the other's; all nodes share what takes a step, so that their questions go into few
/// requests.
/// </summary>
internal sealed class NodeStepSequence
{
    private readonly TaskEnvironment _environment;
    private readonly Action<TaskStep, NodeStepInput> _aimed;
    private readonly Action<DrydockStepResult> _ended;
    private readonly NodeStepRun _finder;
    private readonly List<(TaskStep Step, INodeWorker Work)> _steps;

    /// <summary>Makes the sequence.</summary>
    /// <param name="environment">What the steps share.</param>
    /// <param name="steps">All steps of the task.</param>
    /// <param name="aimed">Told of a machine before a step destroys it.</param>
    /// <param name="ended">Told of each result.</param>
    public NodeStepSequence(
        TaskEnvironment environment, IEnumerable<TaskStep> steps, Action<TaskStep, NodeStepInput> aimed, Action<DrydockStepResult> ended)
    {
        _environment = environment;
        _aimed = aimed;
        _ended = ended;
        _finder = NodeStepRun.Create(environment.Session, new ResolveStepOptions { Timing = environment.Request.Timing }, environment.Observer);
        _steps = [.. steps.Where(s => s.ForNodes is not null).Select(s => (s, s.ForNodes!(environment)))];
    }

    /// <summary>Looks for the node's machine together with all others, before any waits for its turn.</summary>
    public async Task<NodeStepInput> FindAsync(DrydockNode node, CancellationToken token)
    {
        var input = new NodeStepInput { Node = node };
        var found = await _finder.RunAsync(input, token).ConfigureAwait(false);
        // What is wrong is said by the first step, which looks again: the world may have changed when its turn comes.
        input = input with { OnlyMachines = _environment.Request.Machines.GetValueOrDefault(node.Name) };
        return found.Status == StepStatus.Failed ? input : input with { Machine = found.Machine, Reading = found.Reading };
    }

    /// <summary>Whether any step is checked before the first is taken.</summary>
    public bool ChecksAhead => _steps.Exists(s => s.Step.IsCheckedAhead);

    /// <summary>The failed result of a node of which it is certain now that a later step will fail; null for any other.</summary>
    public async Task<DrydockStepResult?> CheckAheadAsync(NodeStepInput input, CancellationToken token)
    {
        foreach (var (_, work) in _steps.Where(s => s.Step.IsCheckedAhead))
        {
            if (await work.CheckAheadAsync(input, token).ConfigureAwait(false) is not { } failed)
                continue;
            _ended(failed);
            return failed;
        }

        return null;
    }

    /// <summary>Takes the steps until one fails, is refused, or nothing more may begin.</summary>
    public async Task<IReadOnlyList<DrydockStepResult>> RunAsync(NodeStepInput input, CancellationToken closed, CancellationToken token)
    {
        var results = new List<DrydockStepResult>();
        foreach (var (step, work) in _steps)
        {
            if (closed.IsCancellationRequested)
                break;
            var result = await TakeAsync(step, work, input, token).ConfigureAwait(false);
            if (results.Count > 0)
                results[^1] = results[^1].WithoutMachine();
            results.Add(result);
            if (result.Status is StepStatus.Failed or StepStatus.Skipped)
                break;
            input = input with { Machine = result.Machine, Reading = result.Reading };
        }

        return results;
    }

    public int Count => _steps.Count;

    private async Task<DrydockStepResult> TakeAsync(TaskStep step, INodeWorker work, NodeStepInput input, CancellationToken token)
    {
        var name = input.Node.Name;
        _environment.Tracker.Begin(step.Name, name);
        _environment.Observer.RefreshProgress();
        var refusal = _environment.Request.Refusal(input.Node);
        if (step.Destroys && refusal is null)
            _aimed(step, input);
        var result = refusal is not null ? Refused(step, input, refusal) : await work.RunAsync(input, token).ConfigureAwait(false);
        _environment.Tracker.End(step.Name, name, result.Status == StepStatus.Failed);
        _ended(result);
        return result;
    }

    private DrydockStepResult Refused(TaskStep step, NodeStepInput input, MaasException refusal) => new()
    {
        Target = input.Node.Name,
        Node = input.Node,
        Machine = input.Machine,
        Step = step.Name,
        Status = StepStatus.Failed,
        Error = refusal,
        StartedAt = _environment.Time.GetUtcNow(),
    };
}
