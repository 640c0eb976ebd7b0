using Drydock.Maas.Api;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.BootMedia;

/// <summary>Carries out the selection and import of images.</summary>
/// <param name="import">Imports everything that is selected: once, however many images ask for it.</param>
internal sealed class BootMediaExecutor(ImageImport import) : FamilyExecutor<BootMediaOperation, IMaasClient>
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(BootMediaOperation operation, IMaasClient context, CancellationToken token) => operation switch
    {
        CreateSelection create => context.BootSourceSelections.CreateAsync(create.SourceId, create.Request, token),
        WidenSelection widen => context.BootSourceSelections.UpdateAsync(widen.Present.BootSourceId, widen.Present.Id, widen.Request, token),
        ImportImage => import.RunAsync(context, token),
        _ => throw new ArgumentException($"No write for {operation.GetType().Name}.", nameof(operation)),
    };
}
