using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Deploy;

/// <summary>Images and kernels that MAAS offers.</summary>
internal sealed class ImageCatalogue(IReadOnlyList<BootResource> resources)
{
    /// <summary>Refuses a node whose image or kernel is not offered for the machine's architecture.</summary>
    public void Require(DrydockNode node, Machine machine)
    {
        if (node.Image is not { Length: > 0 } image)
            return;
        var offered = resources.Where(r => Release(r) == image || r.Name == image).ToList();
        if (offered.Count == 0)
        {
            throw new NodeException(
                NodeErrorIds.ImageNotFound,
                $"MAAS does not offer image {image} of node {node.Name}; it offers {Join(resources.Select(Release))}. "
                    + "Import it in MAAS or correct platform.image.");
        }

        var architecture = Architecture(machine.Architecture);
        var fitting = offered.Where(r => architecture.Length == 0 || Architecture(r.Architecture) == architecture).ToList();
        if (fitting.Count == 0)
        {
            throw new NodeException(
                NodeErrorIds.ImageNotFound,
                $"MAAS offers image {image} of node {node.Name} for {Join(offered.Select(r => Architecture(r.Architecture)))}, "
                + $"not for {architecture}. "
                + "Import it in MAAS or correct platform.image.");
        }

        if (node.Kernel is { Length: > 0 } kernel && !fitting.Any(r => Kernel(r) == kernel))
        {
            throw new NodeException(
                NodeErrorIds.ImageNotFound,
                $"MAAS does not offer kernel {kernel} for image {image} on {architecture} (node {node.Name}); "
                + $"it offers {Join(fitting.Select(Kernel))}. "
                + "Import it in MAAS or correct platform.kernel.");
        }
    }

    private static string Release(BootResource resource) => resource.Name[(resource.Name.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static string Kernel(BootResource resource) =>
        resource.Architecture[(resource.Architecture.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static string Architecture(string? architecture) => architecture?.Split('/')[0] ?? "";

    private static string Join(IEnumerable<string> names)
    {
        var distinct = names.Distinct().Order(StringComparer.Ordinal).ToList();
        return distinct.Count == 0 ? "nothing" : string.Join(", ", distinct);
    }
}
