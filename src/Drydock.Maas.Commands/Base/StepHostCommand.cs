using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Commands.Pipeline;
using Drydock.Maas.Commands.Simulator;
using Drydock.Maas.Design;
using Drydock.Maas.Design.Export;
using Drydock.Maas.Design.Validation;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Commands.Base;

/// <summary>A command that observes, plans, asks and applies; shows progress.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class StepHostCommand : MaasCommand
{
    private readonly Dictionary<SiteDesign, DesignVerdict> _judged = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SiteDesign, string> _fingerprints = new(ReferenceEqualityComparer.Instance);
    private PipelineStepHost? _host;
    private ProgressBoard? _board;
    private DrydockPlan? _approved;

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
        ReadApprovedPlan(SavedPlanPath);
        var asksAlways = MustAsk(ConfirmPreference.MustAsk(this));
        var asksAbout = PlansToAskAbout();
        _host = new PipelineStepHost(
            Queue, _board.Report, ConfirmPreference.IsWhatIf(this), plan => asksAlways || (_approved is null && asksAbout(plan)), _approved);
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

    /// <summary>The file of the saved plan to apply; null for none.</summary>
    private protected virtual string? SavedPlanPath => null;

    /// <summary>The saved plan that is applied; null for none.</summary>
    private protected DrydockPlan? ApprovedPlan => _approved;

    /// <summary>Whether to ask: a plan that was signed off is asked about only when that is asked for.</summary>
    private protected bool MustAsk(bool otherwise) =>
        _approved is null ? otherwise : MyInvocation.BoundParameters.TryGetValue("Confirm", out var confirm) && LanguagePrimitives.IsTrue(confirm);

    /// <summary>Reads the saved plan to apply; one that cannot be read ends the command.</summary>
    private protected void ReadApprovedPlan(string? path)
    {
        if (path is null)
            return;
        try
        {
            _approved = PlanFile.Read(SessionState.Path.GetUnresolvedProviderPathFromPSPath(path));
        }
        catch (MaasException e)
        {
            ThrowTerminatingError(e.ToErrorRecord(path));
        }
    }

    /// <summary>Why the saved plan is none for a design and a connection; null when it is, or when there is none.</summary>
    private protected MaasException? FindPlanMismatch(SiteDesign design, MaasSession session)
    {
        if (_approved is null)
            return null;
        if (!_fingerprints.TryGetValue(design, out var fingerprint))
            _fingerprints[design] = fingerprint = DesignFingerprint.Of(design);
        if (_approved.DesignFingerprint != fingerprint)
        {
            return new MaasException(
                NodeErrorIds.PlanOfOtherDesign,
                $"The plan {_approved.Path} is of {(_approved.Site == design.Name ? $"site {_approved.Site} as its design was at {_approved.CreatedAt:u}, and that has changed since" : $"site {_approved.Site ?? "without a name"}, not of {design.Name ?? "a site without a name"}")}. "
                + "Make a new plan (-WhatIf | Export-DrydockPlan) and have that approved.");
        }

        return Uri.Compare(_approved.MaasUrl, session.Url, UriComponents.HttpRequestUrl, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? null
            : new MaasException(
                NodeErrorIds.OtherServer,
                $"The plan {_approved.Path} was made on {_approved.MaasUrl}, this connection is to {session.Url}. Connect-Maas {_approved.MaasUrl} first, or make a plan here.");
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
