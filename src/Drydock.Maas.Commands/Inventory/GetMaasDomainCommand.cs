using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets DNS domains (GET domains/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasDomain")]
[OutputType(typeof(Domain))]
public sealed class GetMaasDomainCommand : InventoryCommand<Domain>
{
    /// <inheritdoc cref="InventoryCommand{T}.Name"/>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DomainNameCompleter))]
    [ValidateNotNullOrEmpty]
    public override string[] Name { get; set; } = [];

    private protected override string Kind => "domain";

    private protected override Task<IReadOnlyList<Domain>> ReadAsync(IMaasClient client, CancellationToken token) =>
        client.Domains.ListAsync(token);

    private protected override string? GetName(Domain item) => item.Name;
}
