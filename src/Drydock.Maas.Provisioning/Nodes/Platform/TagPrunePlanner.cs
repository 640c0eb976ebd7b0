using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Platform;

/// <summary>
/// Plans taking tags off a machine that the design gives to other nodes only; a tag that the design does not have is somebody else's. Tags of
/// kernel parameters need no pruning: each is one node's own.
/// </summary>
internal static class TagPrunePlanner
{
    /// <summary>Plans what a machine loses.</summary>
    public static Plan Plan(DrydockNode node, Machine machine)
    {
        var owned = node.Site.Nodes.SelectMany(n => n.Tags).ToHashSet(StringComparer.Ordinal);
        owned.ExceptWith(node.Tags.Concat(node.Site.Nodes.Select(PlatformPlanner.KernelTag)));
        return new(machine.TagNames.Where(owned.Contains).Order(StringComparer.Ordinal).Select(t => new RemoveTag(machine, t)));
    }
}
