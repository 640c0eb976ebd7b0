using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Api;

namespace Drydock.Maas.Commands.Base;

/// <summary>A command that needs a connection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MaasCommand : AsyncCommand
{
    private MaasSession? _watched;
    private int _sent;

    /// <summary>The connection to use; that of the last Connect-Maas in this runspace when left out.</summary>
    [Parameter]
    [ValidateNotNull]
    public MaasSession? Session { get; set; }

    /// <summary>The connection, once BeginProcessing has run.</summary>
    private protected MaasSession Connection => _watched ?? throw new InvalidOperationException("BeginProcessing has not run.");

    /// <summary>Finds the connection; without one there is no point in going on.</summary>
    protected override void BeginProcessing()
    {
        _watched = FindSession(Session);
        Connection.Client.Retrying += Tell;
        if (ConfirmPreference.IsVerbose(this))
            Connection.Client.Sending += Count;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _watched is not null)
        {
            _watched.Client.Retrying -= Tell;
            _watched.Client.Sending -= Count;
        }

        base.Dispose(disposing);
    }

    /// <summary>Runs work without which the command has nothing to do: its failure ends the command.</summary>
    private protected T Fetch<T>(Func<CancellationToken, Task<T>> work)
    {
        try
        {
            return Await(work);
        }
        catch (MaasException e)
        {
            ThrowTerminatingError(e.ToErrorRecord(Connection));
            throw;
        }
    }

    /// <summary>Hands over items as they come; a failure ends the command after what came.</summary>
    private protected void FetchEach<T>(Func<CancellationToken, IAsyncEnumerable<T>> source, Action<T> write)
    {
        try
        {
            ForEach(source, write);
        }
        catch (MaasException e)
        {
            ThrowTerminatingError(e.ToErrorRecord(Connection));
        }
    }

    /// <summary>Whether nobody after this one in the pipeline gives the same warnings.</summary>
    private protected virtual bool GivesWarnings => true;

    // The number of the last one is what the command has cost.
    private void Count(object? sender, RequestEventArgs e)
    {
        if (GivesWarnings)
            Queue.Post(new PipelineRecord.Verbose($"Request {Interlocked.Increment(ref _sent)}: {e.Request}"));
    }

    private void Tell(object? sender, RetryEventArgs e)
    {
        if (e.IsLast && !GivesWarnings)
            return;
        var text = $"{e.Request}: {e.Reason} Repeating in {e.Delay.TotalSeconds:0.#} s ({e.Attempt} of {e.MaxAttempts}).";
        Queue.Post(e.IsLast ? new PipelineRecord.Warning(text) : new PipelineRecord.Verbose(text));
    }
}
