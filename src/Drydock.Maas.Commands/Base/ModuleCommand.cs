using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Commands.Pipeline;
using Drydock.Maas.Security;

namespace Drydock.Maas.Commands.Base;

/// <summary>
/// The base of every command. Work that takes its time runs on other threads, which reach the pipeline through the command's queue only.
/// Warnings, progress, questions and verbose texts may repeat what others wrote, and are made safe for a terminal here; errors are made safe
/// where they are made, and the views show cells that are.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ModuleCommand : PSCmdlet, IDisposable
{
    private readonly Confirmation _confirmation;

    private protected ModuleCommand()
    {
        _confirmation = new(this);
        Thread = new(Serve);
    }

    private protected PipelineThread Thread { get; }

    private protected PipelineQueue Queue => Thread.Queue;

    /// <summary>Ends the command's life: nothing more is taken from its queue.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ctrl+C.</summary>
    protected sealed override void StopProcessing() => Thread.Stop();

    /// <summary>Ends the command's life.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            Thread.Dispose();
    }

    /// <summary>Runs work and serves the pipeline until it ends.</summary>
    private protected T Await<T>(Func<CancellationToken, Task<T>> work) => Thread.Await(work);

    /// <summary>The session given, or the runspace's; without one that is open there is no point in going on.</summary>
    private protected MaasSession FindSession(MaasSession? given)
    {
        var session = given ?? SessionStore.Current;
        if (session is null)
            ThrowTerminatingError(ErrorRecords.NotConnected());
        else if (session.IsDisposed)
            ThrowTerminatingError(ErrorRecords.SessionClosed(session));
        return session!;
    }

    /// <summary>Passes a pulse on to the next command; only some know how.</summary>
    private protected virtual void OnPulse()
    {
    }

    /// <summary>Shows how far the command is; only some tell.</summary>
    private protected virtual void OnProgressChanged()
    {
    }

    /// <summary>Whether an action may be done; asks as a command of this impact does, whatever that of the whole command is.</summary>
    private protected bool IsApproved(string target, string action, ConfirmImpact impact) => _confirmation.IsApproved(target, action, impact);

    private protected new void WriteWarning(string text) => base.WriteWarning(SafeText.Escape(text));

    private protected new void WriteVerbose(string text) => base.WriteVerbose(SafeText.Escape(text));

    private protected new void WriteDebug(string text) => base.WriteDebug(SafeText.Escape(text));

    private protected new void WriteProgress(ProgressRecord progress)
    {
        progress.Activity = TerminalText.EscapeLine(progress.Activity);
        progress.StatusDescription = TerminalText.EscapeLine(progress.StatusDescription);
        progress.CurrentOperation = TerminalText.EscapeLine(progress.CurrentOperation);
        base.WriteProgress(progress);
    }

    private protected new bool ShouldProcess(string target, string action) => base.ShouldProcess(SafeText.Escape(target), SafeText.Escape(action));

    private void Serve(PipelineRecord record)
    {
        switch (record)
        {
            case PipelineRecord.Verbose verbose:
                WriteVerbose(verbose.Text);
                break;
            case PipelineRecord.Warning warning:
                WriteWarning(warning.Text);
                break;
            case PipelineRecord.Finished finished:
                finished.Complete();
                break;
            case PipelineRecord.Question question:
                // Who posts a question has found that it has to be asked.
                question.Answer(text => _confirmation.IsApproved(text, ConfirmImpact.High));
                break;
            case PipelineRecord.Pulse:
                OnPulse();
                break;
            case PipelineRecord.ProgressChanged:
                OnProgressChanged();
                break;
        }
    }
}
