namespace Drydock.Maas.Design.Validation.Rules;

/// <summary>Root is mounted. Drydock is content with a partition of that name.</summary>
internal sealed class RootMounted : IValidationRule
{
    public ValidationRuleInfo Info { get; } = new(
        nameof(RootMounted),
        "DD1201",
        "Root Mount",
        "The root of a node has a file system that is mounted at /.");

    public IEnumerable<ValidationFinding> Check(SiteFacts site) => site.Nodes
        .Select(n => (Node: n, Root: BootStorageRational.Find(n, "/", "root")))
        .Where(x => x.Root is not null && x.Root.MountPoint != "/")
        .Select(x => this.Error(
            $"The {x.Root} of node {x.Node.Name} is not mounted at /, nor is any other.",
            "Give it a filesystem with mountpoint /.",
            x.Node.Reference()));
}
