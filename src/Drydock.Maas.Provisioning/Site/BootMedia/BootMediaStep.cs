using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Site.BootMedia;

/// <summary>Gets the images and kernels that nodes deploy into MAAS; Drydock's CreateBootMedia, which Drydock never made.</summary>
internal sealed class BootMediaStep(MaasSession session, BootMediaStepOptions options, IStepObserver observer) : ISiteStep
{
    public string Name => "SiteBootMedia";

    /// <summary>That of the plan made last: it imports once for all images of that.</summary>
    public IOperationExecutor<IMaasClient> Executor { get; private set; } = new ExecutorSet<IMaasClient>();

    public TimeSpan? DefaultTimeout => TimeSpan.FromMinutes(60);

    public IReadOnlyList<string> Targets(SiteDesign design) => [];

    public async Task<IReadOnlyList<SitePart>> PlanAsync(SiteDesign design, CancellationToken token)
    {
        var state = await ReadAsync(design, token).ConfigureAwait(false);
        Executor = new BootMediaExecutor(new(session, design, options.Architectures, options.Timing, observer));
        return BootMediaPlanner.Plan(design, state, options.Architectures);
    }

    public async Task<IReadOnlyDictionary<string, NodeException>> VerifyAsync(SiteDesign design, CancellationToken token)
    {
        var images = await session.Client.BootResources.ReadImagesAsync([], token).ConfigureAwait(false);
        return BootMediaPlanner.Missing(design, images, options.Architectures).ToDictionary(m => m.Key, m => new NodeException(
            ErrorIds.ImageNotFound,
            $"The import has ended, and yet MAAS does not offer {m.Key} for {string.Join(", ", m.Value)}. "
            + "Look at the region controller's log: the boot source may not have it, or not be reachable."));
    }

    private async Task<BootMediaState> ReadAsync(SiteDesign design, CancellationToken token)
    {
        var images = await session.Client.BootResources.ReadImagesAsync(BootImage.GetNames(design), token).ConfigureAwait(false);
        if (BootMediaPlanner.Missing(design, images, options.Architectures).Count == 0)
            return new() { Images = images };

        var sources = await session.Client.BootSources.ListAsync(token).ConfigureAwait(false);
        var selections = new List<BootSourceSelection>();
        foreach (var source in sources)
            selections.AddRange(await session.Client.BootSourceSelections.ListAsync(source.Id, token).ConfigureAwait(false));
        return new()
        {
            Images = images,
            Sources = sources,
            Selections = selections,
            IsImporting = await session.Client.BootResources.IsImportingAsync(token).ConfigureAwait(false),
        };
    }
}

/// <summary>Options of bringing images into MAAS.</summary>
public sealed record BootMediaStepOptions : SiteStepOptions
{
    /// <summary>The architectures that images are wanted for.</summary>
    public IReadOnlyList<string> Architectures { get; init; } = ["amd64"];
}
