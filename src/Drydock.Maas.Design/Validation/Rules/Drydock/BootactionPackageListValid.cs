using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Drydock;

/// <summary>Package lists name packages, and versions are Debian's.</summary>
internal sealed class BootactionPackageListValid : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(BootactionPackageListValid),
        "DD4002",
        "Bootaction pkg_list Validation",
        "A package list names packages or a location, and its versions are of the form [epoch:]version-revision.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) =>
        site.Design.BootActions
            .SelectMany(action => action.Assets.SelectMany((asset, i) => Check(site.At(action, "assets", $"[{i}]"), asset)));

    private IEnumerable<ValidationFinding> Check(ValidationDocument place, BootActionAsset asset)
    {
        if (asset.Type != "pkg_list")
            yield break;
        if (string.IsNullOrEmpty(asset.ContentLocation) && asset.Packages.Count == 0)
        {
            yield return this.Error(
                "Bootaction has asset of type 'pkg_list' but no valid package data",
                "pkg_list bootaction assets must specify a list of packages.",
                place);
        }

        foreach (var version in asset.Packages.Values.Where(v => !string.IsNullOrEmpty(v) && !PackageVersion.IsValid(v)))
        {
            yield return this.Error(
                $"Version specifier {version} is not a valid format.",
                "pkg_list version specifications must be in a valid format.",
                place);
        }
    }
}
