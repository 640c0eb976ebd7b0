using Drydock.Maas.Design.Validation.Facts;
using Drydock.Maas.Models;

namespace Drydock.Maas.Design.Validation.Rules.Drydock;

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

        var catalogue = new ImageCatalogue(live.BootResources);
        return site.Nodes.Select(n => Check(site, n, catalogue, live.Match(n).Machine)).OfType<ValidationFinding>();
    }

    private ValidationFinding? Check(SiteFacts site, DrydockNode node, ImageCatalogue catalogue, Machine? machine)
    {
        if (node.Image is not { Length: > 0 } image)
            return WithoutImage(site, node, catalogue.Names);
        if (catalogue.FindFault(image, node.Kernel, machine?.MainArchitecture ?? "") is not { } fault)
            return null;
        var offered = string.Join(',', fault.Offered);
        return fault.Kind switch
        {
            ImageFaultKind.KernelNotOffered => this.Error(
                site.At(node, "platform", "kernel"),
                $"Platform Validation: invalid kernel {node.Kernel} of node {node}",
                $"Select a valid kernel from: {offered}"),
            ImageFaultKind.OtherArchitecture => this.Error(
                site.At(node, "platform", "image"),
                $"Platform Validation: MAAS has image {image} of node {node} for {offered}, not for {machine!.MainArchitecture}, which its machine is",
                "Import it for that architecture too, or select another image."),
            ImageFaultKind.NotComplete => this.Error(
                site.At(node, "platform", "image"),
                $"Platform Validation: image {image} of node {node} was uploaded, and MAAS does not hold it whole",
                "Upload it again, or wait until its upload is complete."),
            _ => this.Error(
                site.At(node, "platform", "image"),
                $"Platform Validation: invalid image {image} of node {node}",
                $"Select a valid image from: {offered}"),
        };
    }

    private ValidationFinding WithoutImage(SiteFacts site, DrydockNode node, IReadOnlyList<string> offered) => this.Error(
        site.At(node, "platform", "image"),
        $"Platform Validation: invalid image None of node {node}",
        $"Select a valid image from: {string.Join(',', offered)}");
}
