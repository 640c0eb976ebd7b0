using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Wait;

namespace Drydock.Maas.Provisioning.Site.BootMedia;

/// <summary>Imports everything that is selected, once for all images, and waits until it is there or MAAS has ended.</summary>
internal sealed class ImageImport(MaasSession session, SiteDesign design, IReadOnlyList<string> architectures, StepTiming timing, IStepObserver observer)
{
    // MAAS says that it imports only some moments after it was asked to.
    private const int LooksBeforeItBegins = 6;
    private readonly PollErrors _errors = new();
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
            try
            {
                var isImporting = await client.BootResources.IsImportingAsync(token).ConfigureAwait(false);
                hasBegun |= isImporting;
                if (!isImporting && (hasBegun || look >= patience))
                    return;
                var missing = await MissingAsync(client, token).ConfigureAwait(false);
                _errors.Clear();
                if (!isImporting && missing == 0)
                    return;
                Report(wanted, missing);
            }
            catch (MaasException e)
            {
                _errors.Add(e, observer);
            }

            await Task.Delay(timing.PaceOn(session).Longest, timing.TimeProvider, token).ConfigureAwait(false);
        }
    }

    private void Report(int wanted, int missing) => observer.Report(new StepProgress
    {
        Target = "images",
        Activity = string.Create(CultureInfo.InvariantCulture, $"importing, {missing} of {wanted} missing"),
        Done = wanted - missing,
        Total = wanted,
    });

    private async Task<int> MissingAsync(IMaasClient client, CancellationToken token)
    {
        var images = await client.BootResources.ReadImagesAsync([], token).ConfigureAwait(false);
        return BootMediaPlanner.Missing(design, images, architectures).Values.Sum(m => m.Count);
    }
}
