using System.Text.RegularExpressions;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Drydock;

/// <summary>Huge pages have a size and a count.</summary>
internal sealed partial class HugepagesValidity : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(HugepagesValidity),
        "DD1008",
        "Hugepages",
        "The kernel parameters hugepages and hugepagesz come together or not at all, and the size of "
        + "huge pages is one the kernel takes.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => CheckPairs(site).Concat(CheckSizes(site));

    private IEnumerable<ValidationFinding> CheckSizes(SiteFacts site) =>
        from profile in site.Design.HardwareProfiles
        from pages in profile.Hugepages
        where !Size().IsMatch(pages.Value.Size)
        select this.Error(
            $"The size \"{pages.Value.Size}\" of huge pages {pages.Key} of hardware profile {profile.Name} is none that the kernel takes.",
            "Write a number and K, M or G, for example 2M or 1G.",
            site.At(profile, "hugepages", pages.Key, "size"));

    private IEnumerable<ValidationFinding> CheckPairs(SiteFacts site) => site.Nodes
        .Where(n => n.KernelParameters.Count(p => p.Key is "hugepages" or "hugepagesz") == 1)
        .Select(n => this.Error(
            site.At(n, "platform", "kernel_params"),
            $"Invalid hugepages kernel configuration of node {n}",
            "hugepages and hugepagesz must be specified together"));

    [GeneratedRegex(@"\A[1-9][0-9]*[KkMmGg]?B?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Size();
}
