using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Completion;

namespace Drydock.Maas.Commands.Tags;

/// <summary>Deletes tags; machines lose them, and the kernel parameters they bring (DELETE tags/{name}/).</summary>
[Cmdlet(VerbsCommon.Remove, "MaasTag", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveMaasTagCommand : MaasCommand
{
    /// <summary>Names, or tags as Get-MaasTag writes them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InventoryCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = [];

    /// <summary>Deletes each.</summary>
    protected override void ProcessRecord()
    {
        foreach (var name in Name.Where(n => ShouldProcess($"tag {n}", "delete")))
        {
            try
            {
                Await(token => DeleteAsync(name, token));
            }
            catch (MaasApiException e) when (e.StatusCode == 404)
            {
                WriteError(ErrorRecords.NotFound("TagNotFound", $"MAAS has no tag {name}.", name));
            }
            catch (MaasException e)
            {
                WriteError(e.ToErrorRecord(name));
            }
        }
    }

    private async Task<bool> DeleteAsync(string name, CancellationToken token)
    {
        await Connection.Client.Tags.DeleteAsync(name, token).ConfigureAwait(false);
        return true;
    }
}
