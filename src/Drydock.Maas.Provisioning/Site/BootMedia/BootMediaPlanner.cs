using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Images;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Site.BootMedia;

/// <summary>Plans the selection and import of images and kernels that MAAS does not offer yet.</summary>
internal static class BootMediaPlanner
{
    private static readonly string[] All = ["*"];

    /// <summary>One part for each image: first every selection, then the import of what is missing.</summary>
    /// <param name="design">The design, whose nodes name images and kernels.</param>
    /// <param name="state">What MAAS holds.</param>
    /// <param name="architectures">The architectures of the site's machines.</param>
    /// <param name="importAsync">Imports everything that is selected, once, and waits for it.</param>
    public static IReadOnlyList<SitePart> Plan(
        SiteDesign design, BootMediaState state, IReadOnlyList<string> architectures, Func<IMaasClient, CancellationToken, Task> importAsync) =>
        [.. BootImage.Of(design, state.Images).Select(i => PlanOne(i, state, architectures, importAsync))];

    /// <summary>What the design's nodes need and MAAS does not offer.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Missing(
        SiteDesign design, ImageCatalogue catalogue, IReadOnlyList<string> architectures) =>
        BootImage.Of(design, catalogue)
            .Select(i => (i.Name, Missing: (IReadOnlyList<string>)[.. architectures.SelectMany(a => i.Missing(catalogue, a))]))
            .Where(x => x.Missing.Count > 0)
            .ToDictionary(x => x.Name, x => x.Missing, StringComparer.Ordinal);

    private static SitePart PlanOne(
        BootImage image, BootMediaState state, IReadOnlyList<string> architectures, Func<IMaasClient, CancellationToken, Task> importAsync)
    {
        var select = new PlanBuilder<IMaasClient>();
        var import = new PlanBuilder<IMaasClient>();
        try
        {
            RequireUploaded(image, state.Images, architectures);
            var missing = architectures.SelectMany(a => image.Missing(state.Images, a)).ToList();
            if (missing.Count > 0)
            {
                PlanSelection(select, image, state, architectures);
                import.Add(Import(image, missing, state.IsImporting), importAsync);
            }
        }
        catch (NodeException e)
        {
            return new(image.Name) { Error = e };
        }

        return new(image.Name, select.Build(), import.Build());
    }

    /// <summary>What somebody has to upload no boot source has: it is there and complete, or an error.</summary>
    private static void RequireUploaded(BootImage image, ImageCatalogue catalogue, IReadOnlyList<string> architectures)
    {
        var offered = catalogue.Find(image.Name);
        if (image.Os != "custom" && offered?.Resources.All(OsImage.IsUploaded) != true)
            return;
        foreach (var architecture in architectures)
        {
            if (offered?.For(architecture).Any() != true)
            {
                throw new NodeException(
                    NodeErrorIds.ImageNotFound,
                    $"Image {image} is one of the site's own and is not in MAAS{(offered is null ? "" : $" for {architecture}")}. "
                        + "Upload it there: no boot source has it.");
            }

            if (!offered.IsCompleteFor(architecture))
            {
                throw new NodeException(
                    NodeErrorIds.ImageNotFound,
                    $"Image {image} is one of the site's own, and MAAS holds no complete upload of it for {architecture}: it was broken off, "
                        + "goes on, or its checksum was wrong. Upload it again, or wait until it is there.");
            }
        }
    }

    private static void PlanSelection(
        PlanBuilder<IMaasClient> builder, BootImage image, BootMediaState state, IReadOnlyList<string> architectures)
    {
        var present = state.Selections.FirstOrDefault(s => s.Os == image.Os && s.Release == image.Release);
        if (present is null)
            Create(builder, image, state, architectures);
        else
            Widen(builder, image, present, architectures);
    }

    private static void Create(PlanBuilder<IMaasClient> builder, BootImage image, BootMediaState state, IReadOnlyList<string> architectures)
    {
        int? first = state.Sources.Count > 0 ? state.Sources[0].Id : null;
        var source = state.Selections.FirstOrDefault(s => s.Os == image.Os)?.BootSourceId ?? first
            ?? throw new NodeException(NodeErrorIds.ImageNotFound, $"MAAS has no boot source to take image {image} from. Add one.");
        var request = new BootSourceSelectionRequest
        {
            Os = image.Os,
            Release = image.Release,
            Arches = architectures,
            Subarches = All,
            Labels = All,
        };
        builder.Add(
            SiteChange.Create(ResourceKind.BootSourceSelection, image.Name, string.Join(", ", architectures)),
            (client, token) => client.BootSourceSelections.CreateAsync(source, request, token));
    }

    private static void Widen(
        PlanBuilder<IMaasClient> builder, BootImage image, BootSourceSelection present, IReadOnlyList<string> architectures)
    {
        var changes = new List<PlannedChange>();
        IReadOnlyList<string>? With(ChangeProperty property, IReadOnlyList<string> now, IReadOnlyList<string> needed)
        {
            var after = now.Contains("*") ? now : [.. now.Union(needed, StringComparer.Ordinal)];
            if (after.SameAs(now))
                return null;
            changes.Add(SiteChange.Set(
                ResourceKind.BootSourceSelection, image.Name, property, SiteSet.Show(now), SiteSet.Show(after), ChangeSeverity.Cosmetic));
            return after;
        }

        var update = new BootSourceSelectionRequest
        {
            Arches = With(ChangeProperty.Architectures, present.Arches, architectures),
            Subarches = With(ChangeProperty.Kernels, present.Subarches, image.Kernels),
        };
        builder.Add(changes, (client, token) => client.BootSourceSelections.UpdateAsync(present.BootSourceId, present.Id, update, token));
    }

    private static PlannedChange Import(BootImage image, IReadOnlyList<string> missing, bool isImporting) => new()
    {
        Action = ChangeAction.Import,
        Kind = ResourceKind.BootResource,
        Resource = image.Name,
        Before = isImporting ? "importing" : null,
        After = string.Join(", ", missing),
        Severity = ChangeSeverity.Cosmetic,
    };
}
