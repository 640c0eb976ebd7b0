using System.ComponentModel;
using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Tags;

/// <summary>A command that gives machines a tag or takes it from them; one request for any number of machines of one MAAS.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TagMemberCommand : MachineTargetCommand
{
    /// <summary>The tag: its name, or as Get-MaasTag writes it.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Machine")]
    [Parameter(Mandatory = true, ParameterSetName = "Hostname")]
    [Parameter(Mandatory = true, ParameterSetName = "SystemId")]
    [ArgumentCompleter(typeof(TagNameCompleter))]
    [TagInput]
    [ValidateNotNull]
    public TagReference? Tag { get; set; }

    /// <summary>Changes the machines that need it.</summary>
    protected sealed override void EndProcessing()
    {
        foreach (var machines in FindMachines().GroupBy(t => t.Session, t => t.Machine))
        {
            try
            {
                Change(machines.Key, machines);
            }
            catch (MaasException e)
            {
                WriteError(e.ToErrorRecord(Tag!.Source));
            }
        }
    }

    private protected abstract string Action { get; }

    private protected abstract bool NeedsChange(Machine machine);

    private protected abstract Task ChangeAsync(ITagClient tags, IReadOnlyCollection<string> systemIds, CancellationToken token);

    private void Change(MaasSession session, IEnumerable<Machine> machines)
    {
        RequireServer(Tag!.Origin, session);
        var changing = machines.Where(m => NeedsChange(m) && ShouldProcess($"{m} ({m.SystemId})", Action)).Select(m => m.SystemId).ToList();
        if (changing.Count > 0)
            Await(token => UpdateAsync(session, changing, token));
    }

    private async Task<bool> UpdateAsync(MaasSession session, List<string> systemIds, CancellationToken token)
    {
        await ChangeAsync(session.Client.Tags, systemIds, token).ConfigureAwait(false);
        return true;
    }
}
