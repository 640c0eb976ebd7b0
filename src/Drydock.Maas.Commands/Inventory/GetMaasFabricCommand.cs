using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets fabrics with their VLANs (GET fabrics/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasFabric")]
[OutputType(typeof(Fabric))]
public sealed class GetMaasFabricCommand : InventoryCommand<Fabric>
{
    /// <inheritdoc cref="InventoryCommand{T}.Name"/>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(FabricNameCompleter))]
    [ValidateNotNullOrEmpty]
    public override string[] Name { get; set; } = [];

    private protected override string Kind => "fabric";

    private protected override Task<IReadOnlyList<Fabric>> ReadAsync(IMaasClient client, CancellationToken token) =>
        client.Fabrics.ListAsync(token);

    private protected override string? GetName(Fabric item) => item.Name;
}
