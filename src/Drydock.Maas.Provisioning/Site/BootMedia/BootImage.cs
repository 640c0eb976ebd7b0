using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Site.BootMedia;

/// <summary>An image that nodes of the design deploy, with the kernels they deploy it with.</summary>
/// <param name="Os">The operating system, for example ubuntu.</param>
/// <param name="Release">The release, for example jammy.</param>
/// <param name="Kernels">Kernels by name; empty when the nodes leave it to MAAS.</param>
internal sealed record BootImage(string Os, string Release, IReadOnlyList<string> Kernels)
{
    public string Name => $"{Os}/{Release}";

    /// <summary>The images of a design, in the order its nodes name them.</summary>
    public static IReadOnlyList<BootImage> FindAll(SiteDesign design, ImageCatalogue catalogue) =>
        [.. GetNames(design).Zip(design.Nodes.Where(n => n.Image is { Length: > 0 }))
            .GroupBy(n => catalogue.GetFullName(n.First), n => n.Second, StringComparer.Ordinal)
            .Select(g => new BootImage(
                g.Key.Split('/')[0],
                g.Key[(g.Key.IndexOf('/', StringComparison.Ordinal) + 1)..],
                [.. g.Select(n => n.Kernel).OfType<string>().Where(k => k.Length > 0).Distinct()]))];

    /// <summary>The images as the nodes name them, node by node.</summary>
    public static IEnumerable<string> GetNames(SiteDesign design) => design.Nodes.Select(n => n.Image).OfType<string>().Where(i => i.Length > 0);

    /// <summary>What is not offered of the image on an architecture, in words.</summary>
    public IEnumerable<string> Missing(ImageCatalogue catalogue, string architecture)
    {
        if (catalogue.FindFault(Name, null, architecture) is { Kind: ImageFaultKind.NotOffered or ImageFaultKind.OtherArchitecture })
            return Kernels.Count == 0 ? [architecture] : Kernels.Select(k => $"{architecture}/{k}");
        return Kernels.Where(k => catalogue.FindFault(Name, k, architecture) is { Kind: ImageFaultKind.KernelNotOffered }).Select(k => $"{architecture}/{k}");
    }

    public override string ToString() => Name;
}
