using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.SiteMedia;

/// <summary>Imports everything that is selected, once for all images, and waits until it is there or MAAS has ended.</summary>
internal sealed class ImageImport(SiteDesign design, IReadOnlyList<string> architectures, StepOptions options, IStepHost host)
{
    // MAAS says that it imports only some moments after it was asked to.
    private const int LooksBeforeItBegins = 6;
    private bool _hasEnded;

    public async Task RunAsync(IMaasClient client, CancellationToken token)
    {
        if (_hasEnded)
            return;
        var wanted = await MissingAsync(client, token).ConfigureAwait(false);
        if (wanted > 0)
        {
            // An import that runs already may have begun before the selection: it ends first.
            await WaitAsync(client, wanted, 0, token).ConfigureAwait(false);
            if (await MissingAsync(client, token).ConfigureAwait(false) > 0)
            {
                await client.BootResources.ImportAsync(token).ConfigureAwait(false);
                await WaitAsync(client, wanted, LooksBeforeItBegins, token).ConfigureAwait(false);
            }
        }

        _hasEnded = true;
    }

    private async Task WaitAsync(IMaasClient client, int wanted, int patience, CancellationToken token)
    {
        var hasBegun = false;
        for (var look = 0; ; look++)
        {
            var isImporting = await client.BootResources.IsImportingAsync(token).ConfigureAwait(false);
            hasBegun |= isImporting;
            if (!isImporting && (hasBegun || look >= patience))
                return;
            var missing = await MissingAsync(client, token).ConfigureAwait(false);
            if (!isImporting && missing == 0)
                return;
            host.Report(new StepProgress
            {
                Target = "images",
                Activity = string.Create(CultureInfo.InvariantCulture, $"importing, {missing} of {wanted} missing"),
                Done = wanted - missing,
                Total = wanted,
            });
            await Task.Delay(options.PollInterval, options.TimeProvider, token).ConfigureAwait(false);
        }
    }

    private async Task<int> MissingAsync(IMaasClient client, CancellationToken token)
    {
        var resources = await client.BootResources.ListAsync(token).ConfigureAwait(false);
        return BootMediaPlanner.Missing(design, resources, architectures).Values.Sum(m => m.Count);
    }
}
