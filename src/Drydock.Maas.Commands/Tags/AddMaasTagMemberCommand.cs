using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Tags;

/// <summary>Gives machines a tag; those that have it are left alone (op=update_nodes).</summary>
[Cmdlet(VerbsCommon.Add, "MaasTagMember", DefaultParameterSetName = "Machine", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class AddMaasTagMemberCommand : TagMemberCommand
{
    private protected override string Action => $"add tag {Tag}";

    private protected override bool NeedsChange(Machine machine) => !machine.TagNames.Contains(Tag!.Name);

    private protected override Task ChangeAsync(ITagClient tags, IReadOnlyCollection<string> systemIds, CancellationToken token) =>
        tags.UpdateNodesAsync(Tag!.Name, systemIds, [], token);
}
