using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Commands.Pipeline;
using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Engine.Wait;

namespace Drydock.Maas.Commands.Node;

/// <summary>
/// One step for many nodes at once. ProcessRecord starts the work and returns;
/// results are written as they finish; EndProcessing waits for the rest.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NodeStepCommand : MaasCommand
{
    private readonly string _step;
    private readonly StepContext _context;
    private readonly Dictionary<MaasSession, NodeStepRun> _runs = new(ReferenceEqualityComparer.Instance);
    private PipelineStage? _stage;
    private NodeWorkers? _workers;
    private bool _hasAccepted;
    private long _begun;

    /// <summary>Makes the command.</summary>
    /// <param name="step">The step's name in results.</param>
    private protected NodeStepCommand(string step)
    {
        _step = step;
        _context = new(this, Thread);
    }

    /// <summary>Nodes of a design; results of an earlier step bind too.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [NodeOfDesign]
    [ValidateNotNullOrEmpty]
    public DrydockNode[] Node { get; set; } = [];

    /// <summary>What an earlier step made of the node: its machine, its connection, and how it ended.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public DrydockStepResult? StepResult { get; set; }

    /// <summary>How many nodes are worked on at once.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int ThrottleLimit { get; set; } = 64;

    /// <summary>Prepares the step.</summary>
    protected sealed override void BeginProcessing()
    {
        _begun = TimeProvider.System.GetTimestamp();
        base.BeginProcessing();
        RequireAdministrator();
        _context.Begin(prunes: false);
        _workers = new NodeWorkers(ThrottleLimit, Queue, Thread.StopToken);
        _stage = new PipelineStage(MyInvocation, Queue, Close);
    }

    /// <summary>Starts the step for the nodes and writes what has finished.</summary>
    protected sealed override void ProcessRecord()
    {
        _stage!.TakeInput();
        if (!ReferenceEquals(Node[0], PipelineStage.Pulse))
        {
            foreach (var node in Node)
                Accept(node);
        }

        Thread.Drain();
    }

    /// <summary>Waits for what is still being worked on.</summary>
    protected sealed override void EndProcessing()
    {
        _stage!.TakeInput();
        Thread.Drain();
        Thread.ServeUntil(() => _workers!.Count == 0);
        Thread.Drain();
        WriteProgress(_context.Board.Complete());
        _stage.Unlink();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stage?.Unlink();
            _context.Close();
            _workers?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Why a node must not be worked on; null when it may. What only reads or gives back refuses none.</summary>
    private protected virtual MaasException? CheckNode(DrydockNode node) => null;

    /// <summary>The path in the file system that the person means.</summary>
    private protected string? FullPath(string? path) => path is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);

    /// <summary>The step's options, from the command's own parameters.</summary>
    private protected abstract NodeStepOptions MakeOptions();

    /// <summary>Writes a result, or what of it the command is for.</summary>
    private protected virtual void WriteResult(DrydockStepResult result) => WriteObject(result);

    private protected sealed override bool GivesWarnings => _stage?.HasNext != true;

    private protected sealed override void OnPulse()
    {
        if (_stage!.CanPulse)
            WriteObject(PipelineStage.Pulse);
    }

    private protected sealed override void OnProgressChanged() => WriteProgress(_context.Board.Show());

    /// <summary>Why a design with errors keeps a node from being worked on; null when it does not.</summary>
    private protected MaasException? FindRefusal(DrydockNode node) => _context.Verdicts.Judge(node.Site).FindRefusal(node);

    /// <summary>Why nothing is to be done for what is bound now; null when the step before leaves it to this one.</summary>
    private string? FindReasonToSkip() => StepResult?.Status switch
    {
        StepStatus.Failed => $"{StepResult.Step} failed: {StepResult.Error?.Message}",
        StepStatus.Skipped => StepResult.Messages is [var said, ..] ? said : $"{StepResult.Step} was skipped.",
        StepStatus.Planned when !_context.Observer.PlanOnly && StepResult.Step != "StorageTemplate" => $"{StepResult.Step} was only planned (-WhatIf).",
        _ => null,
    };

    private void Accept(DrydockNode node)
    {
        if (FindReasonToSkip() is { } reason)
        {
            WriteResult(MakeResult(node, StepStatus.Skipped, [reason], null));
            return;
        }

        if (CheckNode(node) is { } refusal)
        {
            Refuse(node, refusal);
            return;
        }

        NodeStepRun run;
        try
        {
            var session = ChooseSession(new(StepResult?.Session, StepResult?.MaasUrl) { Name = node.Name });
            if (_context.FindPlanMismatch(node.Site, session) is { } mismatch)
                throw mismatch;
            run = FindRun(session);
        }
        catch (MaasException e)
        {
            _context.Board.Begin();
            Finish(MakeResult(node, StepStatus.Failed, [], e), StepResult?.Line ?? []);
            return;
        }

        _hasAccepted = true;
        _context.Board.Begin();
        var (input, line) = (MakeInput(node), StepResult?.Line ?? []);
        _workers!.Start(token => run.RunAsync(input, token), result => Finish(result, line));
    }

    /// <summary>What the command directly before this one read is as good as read here; what passed through other hands is read again.</summary>
    private NodeStepInput MakeInput(DrydockNode node)
    {
        if (Node.Length > 1 || StepResult is not { } result)
            return new() { Node = node };
        return !_stage!.HasPrevious ? new() { Node = node, Machine = result.Machine } : NodeStepInput.After(result) with { Node = node };
    }

    private NodeStepRun FindRun(MaasSession session)
    {
        if (_runs.TryGetValue(session, out var run))
            return run;
        var timing = this is IWaitingCommand waiting ? waiting.MakeTiming() : new StepTiming();
        return _runs[session] = NodeStepRun.Create(session, MakeOptions() with { Timing = timing with { Since = _begun } }, _context.Observer);
    }

    // What runs for the nodes of a sound design goes on when another, faulty one follows it in the pipeline.
    private void Refuse(DrydockNode node, MaasException refusal)
    {
        if (!_hasAccepted && _context.Verdicts.Judge(node.Site).OfSite is not null)
            ThrowTerminatingError(refusal.ToErrorRecord(node.Site));
        _context.Board.Begin();
        Finish(MakeResult(node, StepStatus.Failed, [], refusal), StepResult?.Line ?? []);
    }

    private void Finish(DrydockStepResult result, IReadOnlyList<DrydockStepResult> line)
    {
        _context.Board.End(result.Target);
        result.Line = this is IPlanCommand && _context.Observer.PlanOnly ? [.. line, result] : line;
        if (_workers!.IsClosed)
            return;
        try
        {
            WriteProgress(_context.Board.Show());
            if (result.Status is StepStatus.Failed or StepStatus.Drifted)
                WriteError(ErrorRecords.StepFailed(result));
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
        _stage!.CloseAll();
        Thread.ServeUntil(() => _workers!.Count == 0);
    }

    private void Close()
    {
        _context.Close();
        _workers?.Close();
    }

    private protected sealed override bool TakesSessionOfInput => true;

    private DrydockStepResult MakeResult(DrydockNode node, StepStatus status, IReadOnlyList<string> messages, MaasException? error) => new()
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
        Line = StepResult?.Line ?? [],
    };
}
