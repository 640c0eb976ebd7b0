using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Tags;

/// <summary>Takes a tag from machines; those that do not have it are left alone (op=update_nodes).</summary>
[Cmdlet(VerbsCommon.Remove, "MaasTagMember", DefaultParameterSetName = "Machine", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveMaasTagMemberCommand : TagMemberCommand
{
    private protected override string Action => $"remove tag {Tag}";

    private protected override bool NeedsChange(Machine machine) => machine.TagNames.Contains(Tag!.Name);

    private protected override Task ChangeAsync(ITagClient tags, IReadOnlyCollection<string> systemIds, CancellationToken token) =>
        tags.UpdateNodesAsync(Tag!.Name, [], systemIds, token);
}
