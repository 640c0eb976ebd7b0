using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets tags with their kernel options (GET tags/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasTag")]
[OutputType(typeof(Tag))]
public sealed class GetMaasTagCommand : InventoryCommand<Tag>
{
    /// <inheritdoc cref="InventoryCommand{T}.Name"/>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagNameCompleter))]
    [ValidateNotNullOrEmpty]
    public override string[] Name { get; set; } = [];

    private protected override string Kind => "tag";

    private protected override Task<IReadOnlyList<Tag>> ReadAsync(IMaasClient client, CancellationToken token) =>
        client.Tags.ListAsync(token);

    private protected override string? GetName(Tag item) => item.Name;
}
