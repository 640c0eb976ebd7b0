using Drydock.Maas.Design.Validation.Facts;

namespace Drydock.Maas.Design.Validation.Rules.Storage;

/// <summary>File systems in memory are mounted at places of their own.</summary>
internal sealed class SpecialMounts : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(SpecialMounts),
        "DD1210",
        "Special Mounts",
        "A special mount is at an absolute path other than /, and nothing else of the node is mounted there.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.CheckStorage(n => Check(site, n));

    private IEnumerable<ValidationFinding> Check(SiteFacts site, DrydockNode node)
    {
        var taken = NodeVolume.WithDevices(node).Select(v => v.MountPoint).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var mount in node.SpecialMounts)
        {
            if (!mount.MountPoint.StartsWith('/') || mount.MountPoint == "/")
            {
                yield return this.Error(
                    site.At(node, "storage", "special_mounts", mount.MountPoint),
                    $"The special mount {mount.MountPoint} of node {node} is at no absolute path below /.",
                    "Write a mountpoint such as /tmp.");
            }

            if (!taken.Add(mount.MountPoint))
            {
                yield return this.Error(
                    site.At(node, "storage", "special_mounts", mount.MountPoint),
                    $"Node {node} has something else mounted at {mount.MountPoint}, where its special mount is.",
                    "Give each a mountpoint of its own.");
            }
        }
    }
}
