using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Commands.Pipeline;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Base;

/// <summary>A command that needs a connection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MaasCommand : ModuleCommand, IInputCommand
{
    private readonly HashSet<MaasSession> _watched = new(ReferenceEqualityComparer.Instance);
    private readonly SessionChooser _chooser = new();
    private MaasSession? _connection;
    private bool _hasInput;
    private int _sent;

    /// <summary>
    /// The connection to use. When left out, that of the objects given, else that of the last Connect-Maas in this runspace.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [LiveObject("Connect-Maas")]
    public MaasSession? Session { get; set; }

    /// <summary>The connection where no object says another; without one there is no point in going on.</summary>
    private protected MaasSession Connection => _connection ??= Watch(FindSession(Session));

    /// <summary>Whether objects that are given may bring their connection, so that none is needed before they come.</summary>
    private protected virtual bool TakesSessionOfInput => false;

    /// <summary>
    /// Whether objects were to be piped in that narrow down what is meant, and none came, or none that could be used: nothing is meant then,
    /// not everything there is.
    /// </summary>
    private protected bool LacksInput => TakesSessionOfInput && MyInvocation.ExpectingInput && !_hasInput;

    /// <summary>Finds the connection.</summary>
    protected override void BeginProcessing()
    {
        if (Session is not null || !TakesSessionOfInput)
            _ = Connection;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var session in _watched)
            {
                session.Client.Retrying -= ReportRetry;
                session.Client.Sending -= CountRequest;
            }
        }

        base.Dispose(disposing);
    }

    /// <summary>The connection to act over on an input.</summary>
    /// <exception cref="MaasException">OtherServer: -Session, or the connection of the runspace, is to another MAAS than the input's.</exception>
    private protected MaasSession ChooseSession(InputOrigin origin)
    {
        if (!origin.IsKnown)
            return Connection;
        if (origin.Session is { IsDisposed: false } own && (Session is null || ReferenceEquals(Session, own)))
            return Watch(own);
        var connection = Connection;
        return Watch(Await(token => _chooser.ChooseAsync(origin, connection, token)));
    }

    MaasSession IInputCommand.ChooseSession(InputOrigin origin) => ChooseSession(origin);

    T IInputCommand.Fetch<T>(Func<CancellationToken, Task<T>> work, MaasSession session) => Fetch(work, session);

    /// <summary>Refuses an input that is of another MAAS than a connection.</summary>
    /// <exception cref="MaasException">OtherServer.</exception>
    private protected void RequireServer(InputOrigin origin, MaasSession session)
    {
        if (origin.IsKnown)
            Await(token => _chooser.ChooseAsync(origin, session, token));
    }

    /// <summary>Makes the connection of an input that of the whole command, which asks one MAAS.</summary>
    /// <exception cref="MaasException">OtherServer: it is of another MAAS than -Session, or than the inputs before it.</exception>
    private void UseSessionFrom(InputOrigin origin)
    {
        if (!origin.IsKnown)
            return;
        var session = ChooseSession(origin);
        if (_connection is not null && !ReferenceEquals(_connection, session))
            throw SessionChooser.OtherServer(origin, _connection.Url);
        _connection = session;
    }

    /// <summary>Makes the connection of an object that of the whole command; false, with an error, when that is not possible.</summary>
    private protected bool TryUse(MaasObject item) => TryUse(() => InputOrigin.FromObject(item), item);

    /// <summary>Makes the connection of an input that of the whole command; false, with an error, when that is not possible.</summary>
    private protected bool TryUse(Func<InputOrigin> origin, object source)
    {
        try
        {
            UseSessionFrom(origin());
            return _hasInput = true;
        }
        catch (MaasException e)
        {
            WriteError(e.ToErrorRecord(source));
            return false;
        }
    }

    /// <summary>
    /// Ends the command where the connected user is no administrator. MAAS shows others no rack controllers and power parameters, and what is not seen
    /// would seem not to be there.
    /// </summary>
    private protected void RequireAdministrator()
    {
        if (!Connection.User.IsSuperuser && !Connection.Client.Capabilities.GrantsRightsByGroup)
            ThrowTerminatingError(ErrorRecords.NotAdministrator(Connection, MyInvocation.MyCommand.Name));
    }

    /// <summary>Runs work without which the command has nothing to do: its failure ends the command.</summary>
    private protected T Fetch<T>(Func<CancellationToken, Task<T>> work, MaasSession? session = null)
    {
        // Before the work, which runs on a thread that has no runspace.
        session ??= Connection;
        try
        {
            return Await(work);
        }
        catch (MaasException e)
        {
            ThrowTerminatingError(e.ToErrorRecord(session));
            throw;
        }
    }

    /// <summary>Hands over items as they come; a failure ends the command after what came.</summary>
    private protected void FetchEach<T>(Func<CancellationToken, IAsyncEnumerable<T>> source, Action<T> write)
    {
        var session = Connection;
        try
        {
            Thread.ForEach(source, write);
        }
        catch (MaasException e)
        {
            ThrowTerminatingError(e.ToErrorRecord(session));
        }
    }

    /// <summary>Whether nobody after this one in the pipeline gives the same warnings.</summary>
    private protected virtual bool GivesWarnings => true;

    private MaasSession Watch(MaasSession session)
    {
        if (!_watched.Add(session))
            return session;
        session.Client.Retrying += ReportRetry;
        if (ConfirmPreference.IsVerbose(this))
            session.Client.Sending += CountRequest;
        return session;
    }

    // The number of the last one is what the command has cost.
    private void CountRequest(object? sender, RequestEventArgs e)
    {
        if (GivesWarnings)
            Queue.Post(new PipelineRecord.Verbose($"Request {Interlocked.Increment(ref _sent)}: {e.Request}"));
    }

    private void ReportRetry(object? sender, RetryEventArgs e)
    {
        if (e.IsLast && !GivesWarnings)
            return;
        var text = $"{e.Request}: {e.Reason} Repeating in {e.Delay.TotalSeconds:0.#} s ({e.Attempt} of {e.MaxAttempts}).";
        Queue.Post(e.IsLast ? new PipelineRecord.Warning(text) : new PipelineRecord.Verbose(text));
    }
}
