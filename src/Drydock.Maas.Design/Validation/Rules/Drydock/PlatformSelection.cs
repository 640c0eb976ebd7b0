using Drydock.Maas.Models;

namespace Drydock.Maas.Design.Validation.Rules;

/// <summary>MAAS offers every node's image and kernel.</summary>
internal sealed class PlatformSelection : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(PlatformSelection),
        "DD3001",
        "Platform Selection",
        "The image and kernel of every node are among the boot resources of MAAS; without a connection this warns that nobody looked.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site)
    {
        if (site.Live is not { } live)
        {
            return
            [
                this.Warning(
                    "Platform Validation: No enabled node driver, image and kernel selections not validated.",
                    "Cannot validate platform selection without accessing the node provisioner."),
            ];
        }

        var kernels = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var resource in live.BootResources)
        {
            Kernels(kernels, Release(resource)).Add(Kernel(resource));
            Kernels(kernels, resource.Name).Add(Kernel(resource));
        }

        var images = live.BootResources.Select(Release).Distinct().Order(StringComparer.Ordinal).ToList();
        return site.Nodes.Select(n => Check(site, n, kernels, images)).OfType<ValidationFinding>();
    }

    private ValidationFinding? Check(
        SiteFacts site, DrydockNode node, Dictionary<string, HashSet<string>> kernels, IReadOnlyList<string> images)
    {
        if (!kernels.TryGetValue(node.Image ?? "", out var offered))
        {
            return this.Error(
                site.At(node, "platform", "image"),
                $"Platform Validation: invalid image {node.Image ?? "None"} of node {node}",
                $"Select a valid image from: {string.Join(',', images)}");
        }

        if (offered.Contains(node.Kernel ?? ""))
            return null;
        return this.Error(
            site.At(node, "platform", "kernel"),
            $"Platform Validation: invalid kernel {node.Kernel ?? "None"} of node {node}",
            $"Select a valid kernel from: {string.Join(',', offered.Order(StringComparer.Ordinal))}");
    }

    private static HashSet<string> Kernels(Dictionary<string, HashSet<string>> all, string image)
    {
        if (!all.TryGetValue(image, out var kernels))
            all[image] = kernels = new HashSet<string>(StringComparer.Ordinal);
        return kernels;
    }

    private static string Release(BootResource resource) => resource.Name[(resource.Name.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static string Kernel(BootResource resource) =>
        resource.Architecture[(resource.Architecture.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
