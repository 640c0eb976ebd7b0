using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Site.BootMedia;

/// <summary>Plans the selection and import of images and kernels that MAAS does not offer yet.</summary>
internal static class BootMediaPlanner
{
    /// <summary>One part for each image: first every selection, then the import of what is missing.</summary>
    /// <param name="design">The design, whose nodes name images and kernels.</param>
    /// <param name="state">What MAAS holds.</param>
    /// <param name="architectures">The architectures of the site's machines.</param>
    public static IReadOnlyList<SitePart> Plan(SiteDesign design, BootMediaState state, IReadOnlyList<string> architectures) =>
        [.. BootImage.FindAll(design, state.Images).Select(i => SitePart.Make(i.Name, () => PlanImage(i, state, architectures)))];

    /// <summary>What the design's nodes need and MAAS does not offer.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Missing(
        SiteDesign design, ImageCatalogue catalogue, IReadOnlyList<string> architectures) =>
        BootImage.FindAll(design, catalogue)
            .Select(i => (i.Name, Missing: (IReadOnlyList<string>)[.. architectures.SelectMany(a => i.Missing(catalogue, a))]))
            .Where(x => x.Missing.Count > 0)
            .ToDictionary(x => x.Name, x => x.Missing, StringComparer.Ordinal);

    private static Plan PlanImage(BootImage image, BootMediaState state, IReadOnlyList<string> architectures)
    {
        RequireUploaded(image, state.Images, architectures);
        var missing = architectures.SelectMany(a => image.Missing(state.Images, a)).ToList();
        return missing.Count == 0 ? new() : new(PlanSelection(image, state, architectures), new ImportImage(image, missing, state.IsImporting));
    }

    /// <summary>What somebody has to upload no boot source has: it is there and complete, or an error.</summary>
    private static void RequireUploaded(BootImage image, ImageCatalogue catalogue, IReadOnlyList<string> architectures)
    {
        if (!catalogue.IsOfTheSite(image.Name))
            return;
        foreach (var architecture in architectures)
        {
            var words = catalogue.FindFault(image.Name, null, architecture)?.Kind switch
            {
                ImageFaultKind.NotOffered => "is not in MAAS. Upload it there: no boot source has it.",
                ImageFaultKind.OtherArchitecture => $"is not in MAAS for {architecture}. Upload it there: no boot source has it.",
                ImageFaultKind.NotComplete => $"is not whole: MAAS holds no complete upload of it for {architecture}. It was broken off, goes on, or its checksum "
                    + "was wrong. Upload it again, or wait until it is there.",
                _ => null,
            };
            if (words is not null)
                throw new NodeException(ErrorIds.ImageNotFound, $"Image {image} is one of the site's own and {words}");
        }
    }

    private static BootMediaOperation PlanSelection(BootImage image, BootMediaState state, IReadOnlyList<string> architectures) =>
        state.Selections.FirstOrDefault(s => s.Os == image.Os && s.Release == image.Release) is { } present
            ? WidenSelection.Find(image, present, architectures)
            : new CreateSelection(image, FindSource(image, state), architectures);

    /// <summary>The boot source that has other releases of the same system, else the first.</summary>
    private static int FindSource(BootImage image, BootMediaState state) =>
        state.Selections.FirstOrDefault(s => s.Os == image.Os)?.BootSourceId ?? (state.Sources is [var first, ..] ? first.Id : null as int?)
        ?? throw new NodeException(ErrorIds.ImageNotFound, $"MAAS has no boot source to take image {image} from. Add one.");
}
