using System.Collections.Concurrent;
using System.Threading.Channels;
using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Tasks;

/// <summary>Sends nodes on their way as the groups allow, so many at once, and tells the groups how they ended.</summary>
internal sealed class DeploymentGroupRun
{
    private static readonly DeploymentStrategy AllAtOnce = new()
    {
        Name = "all at once",
        Groups = [new DeploymentGroup { Name = "all", IsCritical = true, Criteria = new SuccessCriteria { PercentSuccessfulNodes = 100 } }],
    };

    private readonly TaskEnvironment _environment;
    private readonly NodeStepSequence _sequence;
    private readonly CancellationToken _closed;
    private readonly ConcurrentDictionary<string, NodeStepInput> _found = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DrydockStepResult> _refused = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<DrydockStepResult>> _results = new(StringComparer.Ordinal);
    private readonly Channel<(DrydockNode Node, IReadOnlyList<DrydockStepResult> Results)> _home =
        Channel.CreateUnbounded<(DrydockNode, IReadOnlyList<DrydockStepResult>)>();

    public DeploymentGroupRun(TaskEnvironment environment, NodeStepSequence sequence, CancellationToken closed)
    {
        _environment = environment;
        _sequence = sequence;
        _closed = closed;
        var request = environment.Request;
        HasStrategy = request.Strategy is not null;
        Board = new DeploymentGroupBoard(request.Strategy ?? AllAtOnce, request.Site.Nodes, request.Nodes);
        if (HasStrategy)
            environment.Tracker.Groups = DescribeGroups;
    }

    public DeploymentGroupBoard Board { get; }

    public bool HasStrategy { get; }

    /// <summary>The results of a node's steps; none when it was not begun.</summary>
    public IReadOnlyList<DrydockStepResult> GetResults(string node) => _results.GetValueOrDefault(node) ?? [];

    /// <summary>Whether a node took all steps and none failed.</summary>
    public bool HasSucceeded(string node) =>
        GetResults(node) is var results && results.Count == _sequence.Count
            && results.All(r => r.Status is not (StepStatus.Failed or StepStatus.Skipped));

    /// <summary>Tells, before anything is written, which nodes cannot come through; they fail when their turn comes, without a write.</summary>
    public async Task CheckAheadAsync(CancellationToken token)
    {
        if (!_sequence.ChecksAhead)
            return;
        var nodes = _environment.Request.Nodes.Where(n => Board.FindGroup(n.Name) is not null).ToList();
        var inputs = await Task.WhenAll(nodes.Select(n => Task.Run(() => _sequence.FindAsync(n, token), token))).ConfigureAwait(false);
        foreach (var input in inputs)
            _found[input.Node.Name] = input;
        // Several fetch what their boot actions need at a time, not all.
        var options = new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = token };
        await Parallel.ForEachAsync(inputs, options, async (input, stop) =>
        {
            if (await _sequence.CheckAheadAsync(input, stop).ConfigureAwait(false) is { } failed)
                _refused[input.Node.Name] = failed;
        }).ConfigureAwait(false);
        foreach (var (node, failed) in _refused)
            _results[node] = [failed];
    }

    public async Task<DeploymentGroupRun> RunAsync(CancellationToken token)
    {
        using var gate = new SemaphoreSlim(_environment.Request.Settings.ThrottleLimit);
        var tasks = new List<Task>();
        void Start(DrydockNode node) => tasks.Add(Task.Run(() => SendAsync(node, gate, token), CancellationToken.None));
        try
        {
            foreach (var node in Begin())
                Start(node);
            for (var back = 0; back < tasks.Count; back++)
            {
                var (node, results) = await _home.Reader.ReadAsync(token).ConfigureAwait(false);
                foreach (var next in End(node, results))
                    Start(next);
            }
        }
        finally
        {
            // After Ctrl+C nobody waits for them; otherwise all are at home already.
            if (!token.IsCancellationRequested)
                await Task.WhenAll(tasks).ConfigureAwait(false);
        }

        return this;
    }

    private IReadOnlyList<DrydockNode> Begin()
    {
        lock (Board)
            return Board.Begin();
    }

    private IReadOnlyList<DrydockNode> End(DrydockNode node, IReadOnlyList<DrydockStepResult> results)
    {
        _results[node.Name] = results;
        var succeeded = HasSucceeded(node.Name);
        _environment.Tracker.EndNode(node.Name, !succeeded);
        _environment.Observer.RefreshProgress();
        lock (Board)
            return Board.End(node.Name, succeeded);
    }

    private async Task SendAsync(DrydockNode node, SemaphoreSlim gate, CancellationToken token)
    {
        IReadOnlyList<DrydockStepResult> results = [];
        try
        {
            if (_refused.TryGetValue(node.Name, out var refused))
            {
                results = [refused];
                return;
            }

            var input = _found.TryRemove(node.Name, out var found) && found.IsRecent(_environment.Time, _environment.Time.GetTimestamp())
                ? found
                : await _sequence.FindAsync(node, token).ConfigureAwait(false);
            await gate.WaitAsync(token).ConfigureAwait(false);
            try
            {
                results = await _sequence.RunAsync(input, _closed, token).ConfigureAwait(false);
            }
            finally
            {
                gate.Release();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException && token.IsCancellationRequested)
        {
            // Stopped: the reader at home has been told by the same token.
        }
        finally
        {
            _home.Writer.TryWrite((node, results));
        }
    }

    private string DescribeGroups()
    {
        lock (Board)
        {
            return string.Join(", ", Board.Groups.Select(w => $"{w.Group.Name} {w.State switch
            {
                DeploymentGroupState.Waiting => "waits",
                DeploymentGroupState.Running => $"{Board.CountEnded(w)} of {w.Members.Count}",
                DeploymentGroupState.Succeeded => "succeeded",
                DeploymentGroupState.Failed => "failed",
                _ => "not begun",
            }}"));
        }
    }
}
