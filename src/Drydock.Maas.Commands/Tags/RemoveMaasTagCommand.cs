using System.Management.Automation;
using Drydock.Maas.Commands.Base;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Commands.Output;

namespace Drydock.Maas.Commands.Tags;

/// <summary>Deletes tags; machines lose them, and the kernel parameters they bring (DELETE tags/{name}/).</summary>
[Cmdlet(VerbsCommon.Remove, "MaasTag", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed class RemoveMaasTagCommand : MaasCommand
{
    /// <summary>Names, or tags as Get-MaasTag writes them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(TagNameCompleter))]
    [TagInput]
    [ValidateNotNullOrEmpty]
    public TagReference[] Name { get; set; } = [];

    private protected override bool TakesSessionOfInput => true;

    /// <summary>Deletes each.</summary>
    protected override void ProcessRecord()
    {
        foreach (var tag in Name)
        {
            try
            {
                Delete(tag, ChooseSession(tag.Origin));
            }
            catch (MaasApiException e) when (e.StatusCode == 404)
            {
                WriteError(ErrorRecords.NotFound(ErrorIds.TagNotFound, $"MAAS has no tag {tag}.", tag.Source));
            }
            catch (MaasException e)
            {
                WriteError(e.ToErrorRecord(tag.Source));
            }
        }
    }

    private void Delete(TagReference tag, MaasSession session)
    {
        if (IsApproved($"tag {tag} of {session.Url}", "delete", ConfirmImpact.High))
            Await(token => DeleteAsync(session, tag.Name, token));
    }

    private static async Task<bool> DeleteAsync(MaasSession session, string name, CancellationToken token)
    {
        await session.Client.Tags.DeleteAsync(name, token).ConfigureAwait(false);
        return true;
    }
}
