namespace Drydock.Maas.Commands.Base;

/// <summary>
/// Links commands of ours that stand next to each other in a pipeline. While one waits for its own work the next has no thread to write
/// with; linked, it can ask the one before it for a moment of the pipeline thread.
/// </summary>
internal static class PipelineLinks
{
    // BeginProcessing of a pipeline runs in order, on one thread, before any input.
    [ThreadStatic]
    private static NodeStepCommand? _lastBegun;

    /// <summary>Links the command to the one directly before it, when that is ours.</summary>
    public static void Register(NodeStepCommand command)
    {
        var previous = _lastBegun;
        _lastBegun = command;
        if (previous is null || previous.HasInput)
            return;
        var (before, after) = (previous.MyInvocation, command.MyInvocation);
        if (before.PipelinePosition + 1 != after.PipelinePosition || before.PipelineLength != after.PipelineLength)
            return;
        previous.Next = command;
        command.Previous = previous;
    }

    /// <summary>Takes a command that ends out of its pipeline.</summary>
    public static void Remove(NodeStepCommand command)
    {
        if (ReferenceEquals(_lastBegun, command))
            _lastBegun = null;
        if (command.Previous is { } previous)
            previous.Next = null;
        if (command.Next is { } next)
            next.Previous = null;
        command.Previous = command.Next = null;
    }
}
