using System.Management.Automation;
using Drydock.Maas.Design;

namespace Drydock.Maas.Commands.Pipeline;

/// <summary>
/// The place of a node step in its pipeline, linked to the node steps directly before and after it.
/// </summary>
/// <remarks>
/// <para>
/// All commands of a pipeline share one thread, and PowerShell lets a command write only while that command itself is being run: while it
/// processes an object that came in. Here a command takes an object, starts its work elsewhere and returns, so its results come when it is not
/// being run. It writes them with the next object that comes in, or at its end. But with a slow command before it that would be late: in
/// <c>… | Invoke-MaasCommission | Set-MaasNodeNetwork</c> the first node's network could be set up long before the last node is commissioned,
/// yet its result would wait until the first command writes again. So a command that has something in its queue and no thread asks the command before it,
/// which waits at its own queue, for a pulse; that one writes <see cref="Pulse"/>, an object which is no node. The next command is run for it,
/// finds nothing to do and empties its queue.
/// </para>
/// <para>
/// A pulse must not get to anybody else. It is written to a linked neighbour only, and not where PowerShell itself keeps what is written
/// (-OutVariable and the like). PowerShell tells no command what its neighbours are, but it begins the commands of a pipeline in order on one
/// thread before any of them gets an object; so the stage that began last on this thread is the one before, if positions agree.
/// </para>
/// </remarks>
internal sealed class PipelineStage
{
    private static readonly string[] Captures = ["OutVariable", "PipelineVariable", "OutBuffer"];

    [ThreadStatic]
    private static PipelineStage? _lastBegun;

    private readonly InvocationInfo _invocation;
    private readonly PipelineQueue _queue;
    private readonly Action _close;
    private PipelineStage? _previous;
    private PipelineStage? _next;
    private bool _hasInput;

    /// <summary>Begins the stage of a command, in its BeginProcessing.</summary>
    /// <param name="invocation">The command's invocation.</param>
    /// <param name="queue">The command's queue.</param>
    /// <param name="close">Lets the command begin nothing more.</param>
    public PipelineStage(InvocationInfo invocation, PipelineQueue queue, Action close)
    {
        (_invocation, _queue, _close) = (invocation, queue, close);
        queue.Unattended = () => _previous?._queue.Post(new PipelineRecord.Pulse());
        if (_lastBegun is { _hasInput: false } last && last.IsDirectlyBefore(invocation))
        {
            _previous = last;
            last._next = this;
        }

        _lastBegun = this;
    }

    /// <summary>Written to the next stage so that its command is run for a moment. It never leaves our commands.</summary>
    public static DrydockNode Pulse { get; } = new SiteDesign([], [], [new() { Name = "" }]).Nodes[0];

    /// <summary>Whether the command directly before is a node step of ours.</summary>
    public bool HasPrevious => _previous is not null;

    /// <summary>Whether the command directly after is a node step of ours.</summary>
    public bool HasNext => _next is not null;

    /// <summary>Whether a pulse gets to the next stage and to nobody else.</summary>
    public bool CanPulse => HasNext && !Captures.Any(_invocation.BoundParameters.ContainsKey);

    /// <summary>The command gets objects, or ends: whatever begins now on this thread is of another pipeline, run inside this one.</summary>
    public void TakeInput() => _hasInput = true;

    /// <summary>Takes a command that ends out of its pipeline.</summary>
    public void Unlink()
    {
        if (ReferenceEquals(_lastBegun, this))
            _lastBegun = null;
        if (_previous is not null)
            _previous._next = null;
        if (_next is not null)
            _next._previous = null;
        _previous = _next = null;
    }

    /// <summary>Lets no stage of this pipeline begin anything more.</summary>
    public void CloseAll()
    {
        for (var stage = this; stage is not null; stage = stage._previous)
            stage._close();
        for (var stage = _next; stage is not null; stage = stage._next)
            stage._close();
    }

    private bool IsDirectlyBefore(InvocationInfo other) =>
        _invocation.PipelinePosition + 1 == other.PipelinePosition && _invocation.PipelineLength == other.PipelineLength;
}
