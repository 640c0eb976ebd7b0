using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets rack controllers with their interfaces and services (GET rackcontrollers/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasRackController")]
[OutputType(typeof(RackController))]
public sealed class GetMaasRackControllerCommand : InventoryCommand<RackController>
{
    /// <inheritdoc cref="InventoryCommand{T}.Name"/>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(RackControllerNameCompleter))]
    [ValidateNotNullOrEmpty]
    public override string[] Name { get; set; } = [];

    private protected override string Kind => "rack controller";

    private protected override Task<IReadOnlyList<RackController>> ReadAsync(IMaasClient client, CancellationToken token) =>
        client.RackControllers.ListAsync(token);

    private protected override string? GetName(RackController item) => item.Hostname;
}
