using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets resource pools (GET resourcepools/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasResourcePool")]
[OutputType(typeof(ResourcePool))]
public sealed class GetMaasResourcePoolCommand : InventoryCommand<ResourcePool>
{
    /// <inheritdoc cref="InventoryCommand{T}.Name"/>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ResourcePoolNameCompleter))]
    [ValidateNotNullOrEmpty]
    public override string[] Name { get; set; } = [];

    private protected override string Kind => "resource pool";

    private protected override Task<IReadOnlyList<ResourcePool>> ReadAsync(IMaasClient client, CancellationToken token) =>
        client.ResourcePools.ListAsync(token);

    private protected override string? GetName(ResourcePool item) => item.Name;
}
