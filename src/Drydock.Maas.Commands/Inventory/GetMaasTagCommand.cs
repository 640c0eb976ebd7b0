using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets tags with their kernel options (GET tags/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasTag")]
[OutputType(typeof(Tag))]
public sealed class GetMaasTagCommand : InventoryCommand<Tag>
{
    private protected override string Kind => "tag";

    private protected override Task<IReadOnlyList<Tag>> ReadAsync(IMaasClient client, CancellationToken token) =>
        client.Tags.ListAsync(token);

    private protected override string? NameOf(Tag item) => item.Name;
}
