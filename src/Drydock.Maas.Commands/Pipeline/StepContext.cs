using System.Management.Automation;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Design;

namespace Drydock.Maas.Commands.Pipeline;

/// <summary>
/// Serves the steps that a command takes: brings their questions, warnings and progress to its pipeline thread, holds them to the saved plan it was
/// given, and refuses designs with errors.
/// </summary>
internal sealed class StepContext(PSCmdlet command, PipelineThread thread)
{
    private PipelineObserver? _observer;
    private ProgressBoard? _board;

    public PipelineObserver Observer => _observer ?? throw new InvalidOperationException("BeginProcessing has not run.");

    public ProgressBoard Board => _board ?? throw new InvalidOperationException("BeginProcessing has not run.");

    public DesignVerdicts Verdicts { get; } = new(validate => thread.Await(token => Task.FromResult(validate(token))));

    /// <summary>The saved plan that is applied; null for none.</summary>
    public SavedPlan? Plan { get; private set; }

    /// <summary>Reads the saved plan, and what the person wants to be asked.</summary>
    /// <param name="prunes">Whether the command was told to remove what the design does not have.</param>
    public void Begin(bool prunes)
    {
        // Rows of several commands in one pipeline stand below each other.
        _board = new ProgressBoard(command.MyInvocation.MyCommand.Name, command.MyInvocation.PipelinePosition, TimeProvider.System);
        Plan = SavedPlan.Read((command as IPlanCommand)?.PlanPath, command);
        _observer = new PipelineObserver(
            thread.Queue,
            _board.Report,
            ConfirmPreference.IsWhatIf(command),
            ConfirmPreference.SelectPlansToAskAbout(command, ConfirmPreference.GetImpact(command), prunes, isApproved: Plan is not null),
            Plan?.Content);
    }

    /// <summary>Why the saved plan is none for a design and a connection; null when it is, or when there is none.</summary>
    public MaasException? FindPlanMismatch(SiteDesign design, MaasSession session) =>
        Plan is null ? null : thread.Await(token => Plan.FindMismatchAsync(design, session, token));

    /// <summary>Approves nothing more.</summary>
    public void Close() => _observer?.Close();
}
