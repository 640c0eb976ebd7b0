using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Engine.Wait;

namespace Drydock.Maas.Commands.Base;

/// <summary>
/// One step for many nodes at once. ProcessRecord starts the work and returns;
/// results are written as they finish; EndProcessing waits for the rest.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NodeStepCommand : NodeCommand
{
    // Written to the next command of ours so that it gets a moment of the pipeline thread; it never leaves our commands.
    private static readonly DrydockNode[] Moment = [.. new SiteDesign([], [], [new() { Name = "" }]).Nodes];
    private static readonly string[] Captures = ["OutVariable", "PipelineVariable", "OutBuffer"];

    private readonly string _step;
    private readonly Dictionary<MaasSession, NodeStepRun> _runs = new(ReferenceEqualityComparer.Instance);
    private NodeWorkers? _workers;
    private bool _hasAccepted;
    private long _begun;

    /// <summary>Makes the command.</summary>
    /// <param name="step">The step's name in results.</param>
    private protected NodeStepCommand(string step) => _step = step;

    internal NodeStepCommand? Previous { get; set; }

    internal NodeStepCommand? Next { get; set; }

    internal bool HasInput { get; private set; }

    /// <summary>Prepares the step.</summary>
    protected sealed override void BeginProcessing()
    {
        _begun = TimeProvider.System.GetTimestamp();
        base.BeginProcessing();
        _workers = new NodeWorkers(ThrottleLimit, Queue, StopToken);
        Queue.Unattended = () => Previous?.Queue.Post(new PipelineRecord.Pulse());
        PipelineLinks.Register(this);
    }

    /// <summary>Starts the step for the nodes and writes what has finished.</summary>
    protected sealed override void ProcessRecord()
    {
        HasInput = true;
        if (!ReferenceEquals(Node[0], Moment[0]))
        {
            foreach (var node in Node)
                Accept(node);
        }

        Drain();
    }

    /// <summary>Waits for what is still being worked on.</summary>
    protected sealed override void EndProcessing()
    {
        HasInput = true;
        Drain();
        ServeUntil(() => _workers!.Count == 0);
        Drain();
        WriteProgress(Board.Complete());
        PipelineLinks.Remove(this);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            PipelineLinks.Remove(this);
            if (HasBegun)
                StepHost.Close();
            _workers?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Why a node must not be worked on; null when it may. What only reads or gives back refuses none.</summary>
    private protected virtual MaasException? Check(DrydockNode node) => null;

    /// <summary>The path in the file system that the person means.</summary>
    private protected string? FullPath(string? path) => path is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);

    /// <summary>The step's options, from the command's own parameters.</summary>
    private protected abstract NodeStepOptions MakeOptions();

    /// <summary>Adds the command's own time limit and polling.</summary>
    private protected virtual StepTiming AdjustTiming(StepTiming timing) => timing;

    /// <summary>Writes a result, or what of it the command is for.</summary>
    private protected virtual void WriteResult(DrydockStepResult result) => WriteObject(result);

    private protected sealed override bool GivesWarnings => Next is null;

    private protected sealed override void OnPulse()
    {
        if (Next is not null && !Captures.Any(MyInvocation.BoundParameters.ContainsKey))
            WriteObject(Moment[0]);
    }

    private void Accept(DrydockNode node)
    {
        if (ReasonToSkip() is { } reason)
        {
            WriteResult(EndOf(node, StepStatus.Skipped, [reason], null));
            return;
        }

        if (Check(node) is { } refusal)
        {
            Refuse(node, refusal);
            return;
        }

        NodeStepRun run;
        try
        {
            var session = SessionOf(new(StepResult?.Session, StepResult?.MaasUrl) { Name = node.Name });
            if (FindPlanMismatch(node.Site, session) is { } mismatch)
                throw mismatch;
            run = RunOn(session);
        }
        catch (MaasException e)
        {
            Board.Begin();
            Finish(EndOf(node, StepStatus.Failed, [], e));
            return;
        }

        _hasAccepted = true;
        Board.Begin();
        var input = InputOf(node);
        _workers!.Start(token => run.RunAsync(input, token), Finish);
    }

    /// <summary>What the command directly before this one read is as good as read here; what passed through other hands is read again.</summary>
    private NodeStepInput InputOf(DrydockNode node)
    {
        if (Node.Length > 1 || StepResult is not { } result)
            return new() { Node = node };
        return Previous is null ? new() { Node = node, Machine = result.Machine } : NodeStepInput.After(result) with { Node = node };
    }

    private NodeStepRun RunOn(MaasSession session)
    {
        if (_runs.TryGetValue(session, out var run))
            return run;
        var timing = AdjustTiming(
            new StepTiming { PollInterval = PollInterval(session), FirstPollInterval = FirstPollInterval(session), Since = _begun });
        return _runs[session] = NodeStepRun.Create(session, MakeOptions() with { Timing = timing }, StepHost);
    }

    // What runs for the nodes of a sound design goes on when another, faulty one follows it in the pipeline.
    private void Refuse(DrydockNode node, MaasException refusal)
    {
        if (!_hasAccepted && Judge(node.Site).OfSite is not null)
            ThrowTerminatingError(refusal.ToErrorRecord(node.Site));
        Board.Begin();
        Finish(EndOf(node, StepStatus.Failed, [], refusal));
    }

    private void Finish(DrydockStepResult result)
    {
        Board.End(result.Target);
        if (_workers!.IsClosed)
            return;
        try
        {
            WriteProgress(Board.Show());
            if (result.Status is StepStatus.Failed or StepStatus.Drifted)
                WriteFailure(result);
            WriteResult(result);
        }
        catch (ActionPreferenceStopException)
        {
            EndCleanly();
            throw;
        }
        catch (FlowControlException)
        {
            StopProcessing();
            throw;
        }
    }

    // -ErrorAction Stop: nothing more begins in this pipeline, what runs may end.
    private void EndCleanly()
    {
        CloseFrom(this, c => c.Previous);
        CloseFrom(this, c => c.Next);
        ServeUntil(() => _workers!.Count == 0);
    }

    private static void CloseFrom(NodeStepCommand command, Func<NodeStepCommand, NodeStepCommand?> next)
    {
        for (var c = command; c is not null; c = next(c))
        {
            c.StepHost.Close();
            c._workers?.Close();
        }
    }

    private protected sealed override bool TakesSessionOfInput => true;

    private DrydockStepResult EndOf(DrydockNode node, StepStatus status, IReadOnlyList<string> messages, MaasException? error) => new()
    {
        Target = node.Name,
        Node = node,
        Machine = StepResult?.Machine,
        Step = _step,
        Status = status,
        Messages = messages,
        Error = error,
        StartedAt = TimeProvider.System.GetUtcNow(),
        Session = StepResult?.Session,
    };
}
