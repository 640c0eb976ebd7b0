using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Base;

/// <summary>A command that gives machines a tag or takes it from them; one request for any number of machines.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TagMemberCommand : MachineTargetCommand
{
    /// <summary>The tag.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Machine")]
    [Parameter(Mandatory = true, ParameterSetName = "Hostname")]
    [Parameter(Mandatory = true, ParameterSetName = "SystemId")]
    [ArgumentCompleter(typeof(InventoryCompleter))]
    [ValidateNotNullOrEmpty]
    public string Tag { get; set; } = "";

    /// <summary>Changes the machines that need it.</summary>
    protected sealed override void EndProcessing()
    {
        var changing = FindMachines()
            .Where(m => NeedsChange(m) && ShouldProcess($"{m} ({m.SystemId})", Action))
            .Select(m => m.SystemId)
            .ToList();
        if (changing.Count == 0)
            return;
        try
        {
            Await(token => ChangeAsync(changing, token));
        }
        catch (MaasException e)
        {
            WriteError(e.ToErrorRecord(Tag));
        }
    }

    private protected abstract string Action { get; }

    private protected abstract bool NeedsChange(Machine machine);

    private protected abstract Task<bool> ChangeAsync(IReadOnlyCollection<string> systemIds, CancellationToken token);

    private protected async Task<bool> UpdateAsync(
        IReadOnlyCollection<string> add, IReadOnlyCollection<string> remove, CancellationToken token)
    {
        await Connection.Client.Tags.UpdateNodesAsync(Tag, add, remove, token).ConfigureAwait(false);
        return true;
    }
}
