using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Commands.Pipeline;
using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Commands.Tasks;

/// <summary>A command that runs whole tasks.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TaskCommand : MaasCommand
{
    private readonly DesignVerdicts _verdicts;
    private TaskView? _view;
    private TaskRun? _run;
    private TaskObserver? _taskObserver;
    private bool _isStopping;

    private protected TaskCommand() => _verdicts = new(validate => Await(token => Task.FromResult(validate(token))));

    /// <summary>Go on although the design has errors that Test-DrydockDesign finds.</summary>
    [Parameter]
    public SwitchParameter SkipDesignCheck { get; set; }

    /// <inheritdoc cref="IWaitingCommand.PollIntervalSec"/>
    [Parameter]
    [ValidateRange(0.05, 3600)]
    public double PollIntervalSec { get; set; }

    /// <summary>DestroyNodes releases and removes machines of other users, too.</summary>
    [Parameter]
    public SwitchParameter AllowOtherOwner { get; set; }

    /// <summary>DestroyNodes removes a machine whose release or erasure fails: hardware that no longer answers, for example.</summary>
    [Parameter]
    public SwitchParameter IgnoreFailedRelease { get; set; }

    /// <summary>Finds the connection.</summary>
    protected sealed override void BeginProcessing()
    {
        base.BeginProcessing();
        RequireAdministrator();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _taskObserver?.Close();
            _run?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Runs a task and writes its result; ends with an error when its criteria are not met.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="design">The site.</param>
    /// <param name="journal">The journal to append to.</param>
    /// <param name="plan">The saved plan it is held to; null for none.</param>
    /// <param name="before">The task that is gone on with.</param>
    private protected void Run(TaskSettings settings, SiteDesign design, string? journal, SavedPlan? plan, JournalTask? before = null)
    {
        // To destroy a node no more of its design is needed than what finds its machine, which the finder checks.
        var isDestroying = settings.Action == DrydockTaskAction.DestroyNodes;
        if (!isDestroying && !SkipDesignCheck && _verdicts.Judge(design).OfSite is { } refusal)
            ThrowTerminatingError(refusal.ToErrorRecord(design));
        if (plan is not null && Await(token => plan.FindMismatchAsync(design, Connection, token)) is { } mismatch)
            ThrowTerminatingError(mismatch.ToErrorRecord(plan.Content.Path!));
        var request = MakeRequest(settings with { Plan = plan is null ? null : new(plan.Content.Path!, plan.Content.Digest!) }, design, journal);
        if (before is not null)
            request = request with { Machines = before.Machines };
        _view = new TaskView(MyInvocation.PipelinePosition, TimeProvider.System);
        // Without being told to, only a destroying task asks, and what -Prune removes.
        var mustAsk = ConfirmPreference.SelectPlansToAskAbout(
            this, isDestroying ? ConfirmImpact.High : ConfirmImpact.Medium, settings.Prune, isApproved: plan is not null);
        _taskObserver = new TaskObserver(Queue, _view, ConfirmPreference.IsWhatIf(this), mustAsk, ReportFailure, plan?.Content);
        var result = CarryOut(request);
        foreach (var record in _view.Clear())
            WriteProgress(record);
        TaskStore.Add(result);
        WriteObject(result);
        ReportVerdict(result);
    }

    private protected sealed override void OnProgressChanged()
    {
        foreach (var record in _view!.Show(_run!.Progress))
            WriteProgress(record);
    }

    private DrydockTaskResult CarryOut(TaskRequest request)
    {
        try
        {
            _run = TaskRun.Create(Connection, request, _taskObserver!);
            var run = _run;
            var result = Await(run.RunAsync);
            return result;
        }
        catch (Exception e) when (e is PipelineStoppedException or ActionPreferenceStopException)
        {
            if (e is ActionPreferenceStopException)
                EndCleanly();
            // Nobody gets the result of what is broken off, but who asks for it.
            if (_run is { } broken)
                TaskStore.Add(broken.Stop());
            throw;
        }
        catch (MaasException e)
        {
            ThrowTerminatingError(e.ToErrorRecord(request.JournalPath ?? (object)request.Settings.Action));
            throw;
        }
    }

    private TaskRequest MakeRequest(TaskSettings settings, SiteDesign design, string? journal)
    {
        try
        {
            var request = TaskRequests.Create(settings, design, SessionState.Path.GetUnresolvedProviderPathFromPSPath, WriteWarning);
            return request with
            {
                JournalPath = journal,
                Refusal = SkipDesignCheck || settings.Action == DrydockTaskAction.DestroyNodes ? _ => null : _verdicts.Judge(design).FindRefusal,
                Timing = new() { PollInterval = PollIntervalSec > 0 ? TimeSpan.FromSeconds(PollIntervalSec) : null },
                AllowOtherOwner = AllowOtherOwner,
                IgnoreFailedRelease = IgnoreFailedRelease,
            };
        }
        catch (DesignException e)
        {
            ThrowTerminatingError(e.ToErrorRecord(settings.Strategy ?? (object)design));
            throw;
        }
        catch (MaasException e)
        {
            ThrowTerminatingError(ErrorRecords.InvalidArgument(e.ErrorId, e.Message, design));
            throw;
        }
    }

    private void ReportFailure(DrydockStepResult result)
    {
        if (result.Status is not (StepStatus.Failed or StepStatus.Drifted) || _isStopping)
            return;
        if (EndsAtErrors())
            WriteWarning(TaskFailure.DescribeResult(result));
        else
            WriteError(ErrorRecords.StepFailed(result));
    }

    // A warning or a question that ends the command: nothing more begins, what runs may end.
    private void EndCleanly()
    {
        _isStopping = true;
        _run?.Close();
    }

    private void ReportVerdict(DrydockTaskResult result)
    {
        foreach (var group in result.Groups.Where(g => !g.IsCritical && TaskFailure.HasFailed(g)))
        {
            var record = ErrorRecords.GroupFailed(group);
            if (EndsAtErrors())
                WriteWarning(record.Exception.Message);
            else
                WriteError(record);
        }

        // That no node is selected is a warning already.
        if (!result.MeetsCriteria && result.Verdict != DrydockTaskVerdict.NothingSelected)
        {
            var record = ErrorRecords.TaskFailed(result, TaskFailure.Describe(result));
            // A node that cannot be planned yet does not keep the plan of the others from being exported.
            if (!result.IsPlan)
                ThrowTerminatingError(record);
            WriteError(record);
        }

        if (result.Drifted > 0 && EndsAtErrors())
            WriteError(ErrorRecords.TaskDrifted(result));
    }

    // What a strategy lets fail must not end a script; what it does not ends it with one error that tells all.
    private bool EndsAtErrors() => ConfirmPreference.EndsAtErrors(this);
}
