using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Commands.Tasks;

/// <summary>Writes the tasks of this runspace, or those a journal tells of.</summary>
[Cmdlet(VerbsCommon.Get, "DrydockTask", DefaultParameterSetName = "Runspace")]
[OutputType(typeof(DrydockTaskResult))]
public sealed class GetDrydockTaskCommand : ModuleCommand
{
    /// <summary>A journal; what it tells of a task that still runs, or was cut off, is how far it came.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Journal", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>Identifiers of tasks.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public Guid[] Id { get; set; } = [];

    /// <summary>Only the last task.</summary>
    [Parameter]
    public SwitchParameter Last { get; set; }

    /// <summary>Writes tasks, oldest first.</summary>
    protected override void ProcessRecord()
    {
        var tasks = Find().Where(t => Id.Length == 0 || Id.Contains(t.Id)).ToList();
        foreach (var id in Id.Where(id => !tasks.Exists(t => t.Id == id)))
            WriteError(ErrorRecords.NotFound(ErrorIds.TaskNotFound, $"There is no task {id}.", id));
        foreach (var task in Last ? tasks.TakeLast(1) : tasks)
            WriteObject(task);
    }

    private IEnumerable<DrydockTaskResult> Find()
    {
        if (JournalPath is null)
            return TaskStore.All;
        try
        {
            return [.. JournalReader.Read(SessionState.Path.GetUnresolvedProviderPathFromPSPath(JournalPath)).Select(t => t.Result)];
        }
        catch (MaasException e)
        {
            ThrowTerminatingError(e.ToErrorRecord(JournalPath));
            throw;
        }
    }
}
