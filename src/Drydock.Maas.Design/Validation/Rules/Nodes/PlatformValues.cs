using System.Text.RegularExpressions;
using Drydock.Maas.Design.Validation.Facts;
using Drydock.Maas.Models;

namespace Drydock.Maas.Design.Validation.Rules.Nodes;

/// <summary>Image and kernel are of the form MAAS has them in, and of one release; whether a MAAS offers them is PlatformSelection's.</summary>
internal sealed partial class PlatformValues : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(PlatformValues),
        "DD1112",
        "Images and Kernels",
        "platform.image is a name without blanks; platform.kernel is one as ga-22.04 or hwe-22.04-edge, of the image's release or, for hwe "
        + "kernels, of a later one.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.Nodes.SelectMany(n => Check(site, n));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node)
    {
        if (node.Image is { } image && !Image().IsMatch(image))
        {
            yield return this.Error(
                site.At(node, "platform", "image"),
                $"The image \"{image}\" of node {node} is no name of an image.",
                "Write the name of a release or of an uploaded image, for example jammy or custom/rocky9.");
        }

        if (node.Kernel is not { } kernel)
            yield break;
        if (Kernel().Match(kernel) is not { Success: true } parts)
        {
            if (!OtherKernel().IsMatch(kernel))
            {
                yield return this.Error(
                    site.At(node, "platform", "kernel"),
                    $"The kernel \"{kernel}\" of node {node} is none that MAAS knows.",
                    "Write for example ga-22.04, hwe-22.04 or hwe-22.04-edge.");
            }

            yield break;
        }

        var release = UbuntuReleases.FindVersion(node.Image);
        var version = parts.Groups["version"].Value;
        var order = string.CompareOrdinal(version, release);
        if (release is not null && (order < 0 || (order > 0 && parts.Groups["kind"].Value == "ga")))
        {
            yield return this.Error(
                site.At(node, "platform", "kernel"),
                $"The kernel {kernel} of node {node} is not one of its image {node.Image}, which is {release}; MAAS refuses to deploy it.",
                $"Write {parts.Groups["kind"].Value}-{release}, or another image.");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._/-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Image();

    [GeneratedRegex(@"\A(?<kind>ga|hwe)-(?<version>[0-9]{2}\.[0-9]{2})(-[a-z]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Kernel();

    // Kernels without a release: no-kernel of uploaded images, hwe-rolling, kernels by the letter of a release, flavours.
    [GeneratedRegex(@"\A(no-kernel|(hwe|ga)-[a-z]+(-[a-z]+)*|linux-[a-z0-9.-]+|generic)\z", RegexOptions.CultureInvariant)]
    private static partial Regex OtherKernel();
}
