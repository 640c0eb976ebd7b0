using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets package repositories (GET package-repositories/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasPackageRepository")]
[OutputType(typeof(PackageRepository))]
public sealed class GetMaasPackageRepositoryCommand : InventoryCommand<PackageRepository>
{
    /// <inheritdoc cref="InventoryCommand{T}.Name"/>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PackageRepositoryNameCompleter))]
    [ValidateNotNullOrEmpty]
    public override string[] Name { get; set; } = [];

    private protected override string Kind => "package repository";

    private protected override Task<IReadOnlyList<PackageRepository>> ReadAsync(IMaasClient client, CancellationToken token) =>
        client.PackageRepositories.ListAsync(token);

    private protected override string? GetName(PackageRepository item) => item.Name;
}
