using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Api;

namespace Drydock.Maas.Commands.Base;

/// <summary>A command that needs a connection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MaasCommand : AsyncCommand
{
    private MaasSession? _watched;

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
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _watched is not null)
            _watched.Client.Retrying -= Tell;
        base.Dispose(disposing);
    }

    private void Tell(object? sender, RetryEventArgs e)
    {
        var text = $"{e.Request}: {e.Reason} Repeating in {e.Delay.TotalSeconds:0.#} s ({e.Attempt} of {e.MaxAttempts}).";
        Queue.Post(e.IsLast ? new PipelineRecord.Warning(text) : new PipelineRecord.Verbose(text));
    }
}
