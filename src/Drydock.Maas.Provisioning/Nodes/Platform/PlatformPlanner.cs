using System.Text.RegularExpressions;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
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
    /// <param name="board">The tags as all nodes see them.</param>
    /// <param name="wearers">Other machines that have the node's own kernel parameter tag, as far as they were asked for.</param>
    public static Plan<MachineContext> Plan(
        DrydockNode node, Machine machine, IReadOnlyDictionary<string, Tag> present, TagBoard board, IReadOnlyList<Machine>? wearers = null)
    {
        var builder = new PlanBuilder<MachineContext>();
        PlanKernelParameters(builder, node, machine, present, board, wearers ?? []);
        foreach (var tag in KernelTagsOfOthers(node, machine))
            TagPrunePlanner.AddRemoval(builder, machine, tag, board);
        foreach (var tag in node.Tags.Distinct(StringComparer.Ordinal))
        {
            RequireValid(node, tag);
            if (!present.ContainsKey(tag))
                builder.Add(Change(ChangeAction.Create, tag, null, null, null), (_, token) => board.EnsureAsync(tag, null, token));
            PlanMembership(builder, machine, tag, board);
        }

        return builder.Build();
    }

    private static void PlanKernelParameters(
        PlanBuilder<MachineContext> builder, DrydockNode node, Machine machine, IReadOnlyDictionary<string, Tag> present, TagBoard board,
        IReadOnlyList<Machine> wearers)
    {
        var name = KernelTag(node);
        var tag = present.GetValueOrDefault(name);
        var wanted = node.KernelParameterString;
        if (wanted.Length == 0)
        {
            if (tag is not null)
                builder.Add(Change(ChangeAction.Delete, name, null, tag.KernelOpts, null), (_, token) => board.DeleteAsync(name, token));
            return;
        }

        RequireValid(node, name);
        if (tag is null)
            builder.Add(Change(ChangeAction.Create, name, null, null, wanted), (_, token) => board.EnsureAsync(name, wanted, token));
        else if ((tag.KernelOpts ?? "") != wanted)
            builder.Add(Change(ChangeAction.Update, name, ChangeProperty.KernelParameters, tag.KernelOpts, wanted),
                (_, token) => board.EnsureAsync(name, wanted, token));
        if (wearers.Count == 0)
            PlanMembership(builder, machine, name, board);
        else
            PlanSoleMembership(builder, machine, name, wearers, board);
    }

    private static void PlanMembership(PlanBuilder<MachineContext> builder, Machine machine, string tag, TagBoard board)
    {
        if (machine.TagNames.Contains(tag))
            return;
        builder.Add(Addition(machine, tag), async (context, token) =>
        {
            await board.AddMemberAsync(tag, context.SystemId, token).ConfigureAwait(false);
            context.Machine = context.Machine with { TagNames = [.. context.Machine.TagNames, tag] };
        });
    }

    /// <summary>The tag is one node's alone: machines that were the node before lose it, as Drydock empties it.</summary>
    private static void PlanSoleMembership(
        PlanBuilder<MachineContext> builder, Machine machine, string tag, IReadOnlyList<Machine> wearers, TagBoard board)
    {
        PlannedChange[] own = machine.TagNames.Contains(tag) ? [] : [Addition(machine, tag)];
        builder.Add([.. own, .. wearers.Select(w => TagPrunePlanner.Removal(w, tag))], async (context, token) =>
        {
            await board.GiveAsync(tag, context.SystemId, [.. wearers.Select(w => w.SystemId)], token).ConfigureAwait(false);
            context.Machine = context.Machine with { TagNames = [.. context.Machine.TagNames.Where(t => t != tag), tag] };
        });
    }

    private static PlannedChange Addition(Machine machine, string tag) => new()
    {
        Action = ChangeAction.Update,
        Kind = ResourceKind.Machine,
        Resource = machine.ToString(),
        Property = ChangeProperty.Tags,
        Before = Join(machine.TagNames),
        After = $"+{tag}",
        Parents = [tag],
        Severity = ChangeSeverity.Cosmetic,
    };

    private static string Join(IReadOnlyList<string> tags) => string.Join(", ", tags.Order(StringComparer.Ordinal));

    private static void RequireValid(DrydockNode node, string tag)
    {
        if (!TagName().IsMatch(tag))
        {
            throw new NodeException(
                NodeErrorIds.DesignInvalid, $"Node {node.Name} has the tag \"{tag}\", which MAAS refuses: "
                    + "tags are made of letters, digits, _ and -.");
        }
    }

    private static PlannedChange Change(ChangeAction action, string tag, ChangeProperty? property, string? before, string? after) => new()
    {
        Action = action,
        Kind = ResourceKind.Tag,
        Resource = tag,
        Property = property,
        Before = before,
        After = after,
        Severity = ChangeSeverity.Cosmetic,
    };

    [GeneratedRegex("^[A-Za-z0-9_-]+\\z")]
    private static partial Regex TagName();
}
