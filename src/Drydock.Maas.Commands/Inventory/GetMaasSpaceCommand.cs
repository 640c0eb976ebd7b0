using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets spaces with their VLANs and subnets (GET spaces/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasSpace")]
[OutputType(typeof(Space))]
public sealed class GetMaasSpaceCommand : InventoryCommand<Space>
{
    /// <inheritdoc cref="InventoryCommand{T}.Name"/>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SpaceNameCompleter))]
    [ValidateNotNullOrEmpty]
    public override string[] Name { get; set; } = [];

    private protected override string Kind => "space";

    private protected override Task<IReadOnlyList<Space>> ReadAsync(IMaasClient client, CancellationToken token) =>
        client.Spaces.ListAsync(token);

    private protected override string? GetName(Space item) => item.Name;
}
