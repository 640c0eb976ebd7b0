namespace Drydock.Maas.Design.Validation.Rules;

/// <summary>File systems in memory are mounted at places of their own.</summary>
internal sealed class SpecialMounts : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(SpecialMounts),
        "DD1210",
        "Special Mounts",
        "A special mount is at an absolute path other than /, and nothing else of the node is mounted there.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.CheckStorage(Check);

    private IEnumerable<ValidationFinding> Check(DrydockNode node)
    {
        var taken = NodeVolume.WithDevices(node).Select(v => v.MountPoint).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var mount in node.SpecialMounts)
        {
            if (!mount.MountPoint.StartsWith('/') || mount.MountPoint == "/")
            {
                yield return this.Error(
                    $"The special mount {mount.MountPoint} of node {node.Name} is at no absolute path below /.",
                    "Write a mountpoint such as /tmp.",
                    node.Reference());
            }

            if (!taken.Add(mount.MountPoint))
            {
                yield return this.Error(
                    $"Node {node.Name} has something else mounted at {mount.MountPoint}, where its special mount is.",
                    "Give each a mountpoint of its own.",
                    node.Reference());
            }
        }
    }
}
