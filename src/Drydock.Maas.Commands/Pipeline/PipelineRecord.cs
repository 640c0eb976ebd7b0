using System.Management.Automation;

namespace Drydock.Maas.Commands.Pipeline;

/// <summary>A request of another thread to the pipeline thread.</summary>
internal abstract record PipelineRecord
{
    /// <summary>A line for -Verbose.</summary>
    public sealed record Verbose(string Text) : PipelineRecord;

    /// <summary>A warning.</summary>
    public sealed record Warning(string Text) : PipelineRecord;

    /// <summary>The progress board has news.</summary>
    public sealed record ProgressChanged : PipelineRecord;

    /// <summary>A piece of work ended; what is to be done with it.</summary>
    public sealed record Finished(Action Complete) : PipelineRecord;

    /// <summary>A question for ShouldProcess, with its reply.</summary>
    public sealed record Question(string Description, TaskCompletionSource<bool> Reply) : PipelineRecord
    {
        /// <summary>Asks, unless nobody waits for the reply any longer; whoever leaves while asking has said no.</summary>
        public void Answer(Func<string, bool> ask)
        {
            var approved = false;
            try
            {
                approved = !Reply.Task.IsCompleted && ask(Description);
            }
            finally
            {
                Reply.TrySetResult(approved);
            }
        }
    }

    /// <summary>The next command of the pipeline has something to write and no thread to do it.</summary>
    public sealed record Pulse : PipelineRecord;
}
