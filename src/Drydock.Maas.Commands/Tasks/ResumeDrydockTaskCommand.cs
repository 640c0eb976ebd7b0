using System.Management.Automation;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Commands.Tasks;

/// <summary>Goes on with a task that a journal tells of: what was asked for comes from the journal, what is left to do from MAAS.</summary>
[Cmdlet(VerbsLifecycle.Resume, "DrydockTask", SupportsShouldProcess = true)]
[OutputType(typeof(DrydockTaskResult))]
public sealed class ResumeDrydockTaskCommand : TaskCommand
{
    /// <summary>The journal.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string JournalPath { get; set; } = "";

    /// <summary>The task to go on with; the last of the journal when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public Guid Id { get; set; }

    /// <summary>The design of the site; read again from its files when left out.</summary>
    [Parameter]
    [ValidateNotNull]
    [LiveObject("Import-DrydockDesign")]
    public SiteDesign? Design { get; set; }

    /// <summary>How many nodes are worked on at once; as before when left out.</summary>
    [Parameter]
    [ValidateRange(1, 1000)]
    public int ThrottleLimit { get; set; }

    /// <summary>Goes on with one task.</summary>
    protected override void ProcessRecord()
    {
        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(JournalPath);
        try
        {
            Resume(path, FindTask(path));
        }
        catch (DesignException e)
        {
            ThrowTerminatingError(e.ToErrorRecord(path));
        }
        catch (MaasException e)
        {
            ThrowTerminatingError(e.ToErrorRecord(path));
        }
    }

    private void Resume(string path, JournalTask task)
    {
        RequireSameServer(task);
        if (task.Result.Verdict == DrydockTaskVerdict.Success && task.Result.Action == DrydockTaskAction.DestroyNodes)
        {
            throw new MaasException(
                ErrorIds.TaskEnded,
                $"{task.Result.Action} of {task.Result.StartedAt:u} ended with success: what is there now has come since. "
                    + "Begin a new task (Invoke-DrydockTask) to destroy that as well.");
        }

        if (task.Result.Verdict == DrydockTaskVerdict.Success)
        {
            WriteWarning(
                $"{task.Result.Action} of {task.Result.StartedAt:u} ended with success; it is gone through once more, "
                    + "which changes what has come undone since.");
        }

        var design = Design ?? ReadDesign(task);
        var target = ReadTarget(task);
        if (target.Site is { } site && design.Name is { } name && site != name)
        {
            throw new MaasException(
                ErrorIds.OtherSite, $"The journal is of a task for site {site}, the design is of site {name}. "
                    + $"Give the design of {site}, or begin a new task (Invoke-DrydockTask) for {name}.");
        }

        if (target.HasOtherDesign(design))
        {
            WriteWarning(
                $"The design is not what it was when {task.Result.Action} began at {task.Result.StartedAt:u}; "
                    + "the task goes on with the design as it is now.");
        }

        Run(MakeSettings(task), design, path, ReadPlan(task), task);
    }

    /// <summary>What was approved for the task is approved for what is left of it, and no other plan is.</summary>
    private SavedPlan? ReadPlan(JournalTask task)
    {
        var plan = SavedPlan.Read(task.Settings.Plan?.Path, this);
        return plan?.Content.Digest == task.Settings.Plan?.Digest
            ? plan
            : throw new MaasException(
                ErrorIds.PlanNotReadable,
                $"The plan {plan!.Content.Path} is not what it was when {task.Result.Action} of {task.Result.StartedAt:u} began with it. "
                + "Put the approved plan back, or begin a new task (Invoke-DrydockTask -PlanPath) with this one.");
    }

    private static RecordedTarget ReadTarget(JournalTask task) => new(
        task.Design.Site, task.Design.Fingerprint, task.Server is { } server && Uri.TryCreate(server.Url, UriKind.Absolute, out var url) ? url : null);

    /// <summary>What was asked for, but for what of it is not to be done once more.</summary>
    private TaskSettings MakeSettings(JournalTask task) => task.Settings with
    {
        ThrottleLimit = ThrottleLimit > 0 ? ThrottleLimit : task.Settings.ThrottleLimit,
        Recommissioned =
        [
            .. task.Settings.Recommissioned,
            .. task.Result.Steps.Where(s => s.Name == "Commission").SelectMany(s => s.Results)
                .Where(r => r.Status == StepStatus.Changed).Select(r => r.Target),
        ],
    };

    /// <summary>What one MAAS was asked to do, another must not be made to do by a forgotten Connect-Maas.</summary>
    private void RequireSameServer(JournalTask task)
    {
        var present = TaskServer.Describe(Connection);
        if (task.Server is not { } before || before == present)
            return;
        var target = ReadTarget(task);
        if (target.Server is null || Await(token => target.HasOtherServerAsync(Connection, token)))
        {
            throw new MaasException(
                ErrorIds.OtherServer,
                $"The journal is of a task on {before.Url}, this connection is to {present.Url}. "
                    + $"Connect-Maas {before.Url} first, or begin a new task (Invoke-DrydockTask) on {present.Url}.");
        }

        WriteWarning(
            $"{task.Result.Action} of {task.Result.StartedAt:u} was begun as {before}, it goes on as {present}: "
                + "machines that another user has are left alone.");
    }

    private JournalTask FindTask(string path)
    {
        var tasks = JournalReader.Read(path);
        return tasks.LastOrDefault(t => Id == Guid.Empty || t.Result.Id == Id)
            ?? throw new MaasException(ErrorIds.TaskNotFound, Id == Guid.Empty
                ? $"The journal {path} tells of no task." : $"The journal {path} tells of no task {Id}.");
    }

    private static SiteDesign ReadDesign(JournalTask task)
    {
        var sources = task.Design.Sources;
        if (sources.Count == 0)
            throw new MaasException(ErrorIds.DesignNotFound, "The journal names no files of the design; give it with -Design.");
        if (sources.FirstOrDefault(s => !File.Exists(s)) is { } missing)
            throw new MaasException(ErrorIds.DesignNotFound, $"{missing}, a file of the design, is gone; give the design with -Design.");
        var options = new DesignOptions
        {
            BootActions = new BootActionSettings { ReportUrl = task.Design.ReportUrl, DesignReference = task.Design.DesignReference },
        };
        return DesignReader.Read([.. sources.Select(DesignSource.FromFile)], options, [], CancellationToken.None);
    }
}
