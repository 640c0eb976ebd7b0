using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets DNS names with their addresses and records (GET dnsresources/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasDnsResource")]
[OutputType(typeof(DnsResource))]
public sealed class GetMaasDnsResourceCommand : InventoryCommand<DnsResource>
{
    /// <inheritdoc cref="InventoryCommand{T}.Name"/>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public override string[] Name { get; set; } = [];

    /// <summary>Only names of this DNS domain; the server selects.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(DomainNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Domain { get; set; }

    private protected override string Kind => "DNS name";

    private protected override Task<IReadOnlyList<DnsResource>> ReadAsync(IMaasClient client, CancellationToken token) =>
        client.DnsResources.ListAsync(Domain, token);

    private protected override string? GetName(DnsResource item) => item.Fqdn;
}
