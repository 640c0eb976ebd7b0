using System.Text.RegularExpressions;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Platform;

/// <summary>Compares a machine's tags with the node's kernel parameters and static tags.</summary>
internal static partial class PlatformPlanner
{
    /// <summary>The tag that carries a node's kernel parameters.</summary>
    public static string KernelTag(DrydockNode node) => $"{node.Name}_kp";

    /// <summary>The tags that carry kernel parameters of other nodes of the design, by which a machine would boot with theirs.</summary>
    public static IEnumerable<string> KernelTagsOfOthers(DrydockNode node, Machine machine)
    {
        var others = node.Site.Nodes.Where(n => n.Name != node.Name).Select(KernelTag).ToHashSet(StringComparer.Ordinal);
        return machine.TagNames.Where(t => others.Contains(t) && !node.Tags.Contains(t) && t != KernelTag(node)).Order(StringComparer.Ordinal);
    }

    /// <summary>Plans tags.</summary>
    /// <param name="node">The node.</param>
    /// <param name="machine">Its machine.</param>
    /// <param name="present">The tags concerned that MAAS has.</param>
    /// <param name="wearers">Other machines that have the node's own kernel parameter tag, as far as they were asked for.</param>
    public static Plan Plan(
        DrydockNode node, Machine machine, IReadOnlyDictionary<string, Tag> present, IReadOnlyList<Machine>? wearers = null)
    {
        return new(
        [
            .. PlanKernelParameters(node, machine, present.GetValueOrDefault(KernelTag(node)), wearers ?? []),
            .. KernelTagsOfOthers(node, machine).Select(t => new RemoveTag(machine, t)),
            .. node.Tags.Distinct(StringComparer.Ordinal).SelectMany(t => PlanTag(node, machine, t, present.ContainsKey(t))),
        ]);
    }

    private static IEnumerable<TagOperation> PlanKernelParameters(DrydockNode node, Machine machine, Tag? tag, IReadOnlyList<Machine> wearers)
    {
        var name = KernelTag(node);
        var wanted = node.KernelParameterString;
        if (wanted.Length == 0)
            return tag is null ? [] : [new DeleteTag(name, tag.KernelOpts)];
        RequireValid(node, name);
        IEnumerable<TagOperation> tagging = tag is null ? [new CreateTag(name, wanted)]
            : (tag.KernelOpts ?? "") != wanted ? [new SetKernelParameters(tag, wanted)]
            : [];
        return [.. tagging, .. wearers.Count > 0 ? [new GiveTag(machine, name, wearers)] : PlanMembership(machine, name)];
    }

    private static IEnumerable<TagOperation> PlanTag(DrydockNode node, Machine machine, string tag, bool isPresent)
    {
        RequireValid(node, tag);
        return [.. isPresent ? Array.Empty<TagOperation>() : [new CreateTag(tag)], .. PlanMembership(machine, tag)];
    }

    private static IEnumerable<TagOperation> PlanMembership(Machine machine, string tag) =>
        machine.TagNames.Contains(tag) ? [] : [new AddTag(machine, tag)];

    private static void RequireValid(DrydockNode node, string tag)
    {
        if (!TagName().IsMatch(tag))
        {
            throw new NodeException(
                ErrorIds.DesignInvalid, $"Node {node.Name} has the tag \"{tag}\", which MAAS refuses: "
                    + "tags are made of letters, digits, _ and -.");
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]+\\z")]
    private static partial Regex TagName();
}
