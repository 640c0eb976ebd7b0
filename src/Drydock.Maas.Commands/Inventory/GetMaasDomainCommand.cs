using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets DNS domains (GET domains/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasDomain")]
[OutputType(typeof(Domain))]
public sealed class GetMaasDomainCommand : InventoryCommand<Domain>
{
    private protected override string Kind => "domain";

    private protected override Task<IReadOnlyList<Domain>> ReadAsync(IMaasClient client, CancellationToken token) =>
        client.Domains.ListAsync(token);

    private protected override string? NameOf(Domain item) => item.Name;
}
