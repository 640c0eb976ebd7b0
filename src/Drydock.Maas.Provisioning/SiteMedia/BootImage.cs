using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.SiteMedia;

/// <summary>An image that nodes of the design deploy, with the kernels they deploy it with.</summary>
/// <param name="Os">The operating system, for example ubuntu.</param>
/// <param name="Release">The release, for example jammy.</param>
/// <param name="Kernels">Kernels by name; empty when the nodes leave it to MAAS.</param>
internal sealed record BootImage(string Os, string Release, IReadOnlyList<string> Kernels)
{
    private const string DefaultOs = "ubuntu";

    public string Name => $"{Os}/{Release}";

    /// <summary>The images of a design, in the order its nodes name them.</summary>
    public static IReadOnlyList<BootImage> Of(SiteDesign design, IReadOnlyList<BootResource> resources) =>
        [.. design.Nodes.Where(n => n.Image is { Length: > 0 })
            .GroupBy(n => FullName(n.Image!, resources), StringComparer.Ordinal)
            .Select(g => new BootImage(
                g.Key.Split('/')[0],
                g.Key[(g.Key.IndexOf('/', StringComparison.Ordinal) + 1)..],
                [.. g.Select(n => n.Kernel).OfType<string>().Where(k => k.Length > 0).Distinct()]))];

    /// <summary>What is not offered of the image on an architecture, in words.</summary>
    public IEnumerable<string> Missing(IReadOnlyList<BootResource> resources, string architecture)
    {
        var offered = resources.Where(r => r.Name == Name && r.Architecture.Split('/')[0] == architecture).ToList();
        if (offered.Count == 0)
            return Kernels.Count == 0 ? [architecture] : Kernels.Select(k => $"{architecture}/{k}");
        return Kernels.Select(k => $"{architecture}/{k}").Where(k => offered.TrueForAll(r => r.Architecture != k));
    }

    public override string ToString() => Name;

    private static string FullName(string image, IReadOnlyList<BootResource> resources) =>
        image.Contains('/', StringComparison.Ordinal) ? image
        : resources.FirstOrDefault(r => r.Name.EndsWith($"/{image}", StringComparison.Ordinal))?.Name ?? $"{DefaultOs}/{image}";
}
