using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Commands.Simulator;
using Drydock.Maas.Design;
using Drydock.Maas.Design.Validation;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Commands.Base;

/// <summary>A command that observes, plans, asks and applies; shows progress.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StepHostCommand : MaasCommand
{
    private readonly Dictionary<SiteDesign, DesignVerdict> _judged = new(ReferenceEqualityComparer.Instance);
    private PipelineStepHost? _host;
    private ProgressBoard? _board;

    private protected PipelineStepHost StepHost => _host ?? throw new InvalidOperationException("BeginProcessing has not run.");

    private protected ProgressBoard Board => _board ?? throw new InvalidOperationException("BeginProcessing has not run.");

    private protected bool HasBegun => _host is not null;

    private protected static TimeSpan PollInterval(MaasSession session) => RunningSimulators.PollInterval(session.Url);

    private protected static TimeSpan? FirstPollInterval(MaasSession session) => RunningSimulators.FirstPollInterval(session.Url);

    /// <summary>Finds the connection, and what the person wants to be asked.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (NeedsAdministrator && !Connection.User.IsSuperuser && !Connection.Client.Capabilities.GrantsRightsByGroup)
            ThrowTerminatingError(ErrorRecords.NotAdministrator(Connection, MyInvocation.MyCommand.Name));
        // Rows of several commands in one pipeline stand below each other.
        _board = new ProgressBoard(MyInvocation.MyCommand.Name, MyInvocation.PipelinePosition, TimeProvider.System);
        var asksAlways = ConfirmPreference.MustAsk(this);
        var asksAbout = PlansToAskAbout();
        _host = new PipelineStepHost(Queue, _board.Report, ConfirmPreference.IsWhatIf(this), plan => asksAlways || asksAbout(plan));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _host?.Close();
        base.Dispose(disposing);
    }

    /// <summary>
    /// Whether MAAS answers or does what this command asks for administrators only. Others are not shown rack controllers and power
    /// parameters, and what is not seen would seem not to be there.
    /// </summary>
    private protected virtual bool NeedsAdministrator => true;

    /// <summary>The plans that have to be asked about although the command's others need not be; asked for once, before it begins.</summary>
    private protected virtual Func<IReadOnlyList<PlannedChange>, bool> PlansToAskAbout() => _ => false;

    /// <summary>Refuses a design with errors of the site itself, unless the person wants to go on.</summary>
    private protected void Accept(SiteDesign design, bool force)
    {
        if (!force && Judge(design).OfSite is { } refusal)
            ThrowTerminatingError(refusal.ToErrorRecord(design));
    }

    /// <summary>What the errors of a design refuse.</summary>
    private protected DesignVerdict Judge(SiteDesign design)
    {
        if (!_judged.TryGetValue(design, out var verdict))
            _judged[design] = verdict = new(Await(token => Task.FromResult(DesignValidator.FindErrors(design, token))));
        return verdict;
    }

    private protected override void OnProgressChanged() => WriteProgress(Board.Show());

    /// <summary>Writes the error of a failed result; the result itself follows it.</summary>
    private protected void WriteFailure(DrydockStepResult result) => WriteError(ErrorRecords.StepFailed(result));
}
