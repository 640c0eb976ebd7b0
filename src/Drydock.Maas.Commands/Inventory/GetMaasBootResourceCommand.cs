using System.Management.Automation;
using Drydock.Maas.Api;
using Drydock.Maas.Commands.Completion;
using Drydock.Maas.Commands.Input;
using Drydock.Maas.Models;

namespace Drydock.Maas.Commands.Inventory;

/// <summary>Gets the images MAAS can deploy and boot (GET boot-resources/).</summary>
[Cmdlet(VerbsCommon.Get, "MaasBootResource")]
[OutputType(typeof(BootResource))]
public sealed class GetMaasBootResourceCommand : InventoryCommand<BootResource>
{
    /// <inheritdoc cref="InventoryCommand{T}.Name"/>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ImageNameCompleter))]
    [ValidateNotNullOrEmpty]
    public override string[] Name { get; set; } = [];

    /// <summary>Architectures, for example amd64/ga-22.04; wildcards are allowed.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ImageArchitectureCompleter))]
    public string[] Architecture { get; set; } = [];

    private protected override string Kind => "image";

    private protected override Task<IReadOnlyList<BootResource>> ReadAsync(IMaasClient client, CancellationToken token) =>
        client.BootResources.ListAsync(token);

    private protected override string? GetName(BootResource item) => item.Name;

    private protected override Func<BootResource, bool> MakeSelection()
    {
        var architectures = new NameFilter(Architecture);
        return image => architectures.Matches(image.Architecture);
    }
}
