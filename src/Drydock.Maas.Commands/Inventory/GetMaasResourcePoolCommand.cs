using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets resource pools (GET resourcepools/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasResourcePool")]
[OutputType(typeof(ResourcePool))]
public sealed class GetMaasResourcePoolCommand : InventoryCommand<ResourcePool>
{
    private protected override string Kind => "resource pool";

    private protected override Task<IReadOnlyList<ResourcePool>> ReadAsync(IMaasClient client, CancellationToken token) =>
        client.ResourcePools.ListAsync(token);

    private protected override string? NameOf(ResourcePool item) => item.Name;
}
