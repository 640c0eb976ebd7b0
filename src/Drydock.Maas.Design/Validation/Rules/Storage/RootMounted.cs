using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Storage;

/// <summary>Root is mounted. Drydock is content with a partition of that name.</summary>
internal sealed class RootMounted : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(RootMounted),
        "DD1201",
        "Root Mount",
        "The root of a node has a file system that is mounted at /.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.CheckStorage(n => Check(site, n));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node)
    {
        if (NodeVolume.FindRoot(node) is { MountPoint: null } root)
        {
            yield return this.Error(
                site.At(node, root.PathIn(node)),
                $"The {root} of node {node} is not mounted at /, nor is any other.",
                "Give it a filesystem with mountpoint /.");
        }
    }
}
