using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets availability zones (GET zones/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasZone")]
[OutputType(typeof(Zone))]
public sealed class GetMaasZoneCommand : InventoryCommand<Zone>
{
    /// <inheritdoc cref="InventoryCommand{T}.Name"/>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ZoneNameCompleter))]
    [ValidateNotNullOrEmpty]
    public override string[] Name { get; set; } = [];

    private protected override string Kind => "availability zone";

    private protected override Task<IReadOnlyList<Zone>> ReadAsync(IMaasClient client, CancellationToken token) =>
        client.Zones.ListAsync(token);

    private protected override string? GetName(Zone item) => item.Name;
}
