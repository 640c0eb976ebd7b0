using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets spaces with their VLANs and subnets (GET spaces/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasSpace")]
[OutputType(typeof(Space))]
public sealed class GetMaasSpaceCommand : InventoryCommand<Space>
{
    private protected override string Kind => "space";

    private protected override Task<IReadOnlyList<Space>> ReadAsync(IMaasClient client, CancellationToken token) =>
        client.Spaces.ListAsync(token);

    private protected override string? NameOf(Space item) => item.Name;
}
