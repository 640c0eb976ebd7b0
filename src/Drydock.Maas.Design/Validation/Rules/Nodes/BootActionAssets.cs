using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Nodes;

/// <summary>Files and units have a place and content.</summary>
internal sealed class BootActionAssets : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(BootActionAssets),
        "DD4104",
        "Assets of Boot Actions",
        "A file or unit of a boot action has a path and data or a location, and no path is written twice by one action.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.Design.BootActions.SelectMany(a => Check(site, a));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, BootAction action)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (asset, index) in action.Assets.Select((a, i) => (a, i)).Where(a => a.a.Type is "file" or "unit"))
        {
            var place = site.At(action, "assets", $"[{index}]");
            if (string.IsNullOrEmpty(asset.Path))
                yield return this.Error($"A {asset.Type} of boot action {action.Name} has no path.", "Give it a path.", place);
            else if (!paths.Add(asset.Path))
            {
                yield return this.Warning(
                    $"Boot action {action.Name} writes {asset.Path} twice.",
                    "Leave one of the assets.",
                    place);
            }

            if (asset.Data is null && string.IsNullOrEmpty(asset.ContentLocation))
            {
                yield return this.Error(
                    $"The {asset.Type} {asset.Path} of boot action {action.Name} has no content.",
                    "Give it data or a location.",
                    place);
            }
        }
    }
}
