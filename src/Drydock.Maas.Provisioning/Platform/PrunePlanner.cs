using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Plans;

namespace Drydock.Maas.Provisioning.Platform;

/// <summary>
/// Plans taking tags off a machine that the design gives to other nodes only; a tag that the design does not have is somebody else's.
/// </summary>
internal static class PrunePlanner
{
    public static Plan<MachineContext> Plan(DrydockNode node, Machine machine, TagBoard board)
    {
        var owned = node.Site.Nodes.SelectMany(n => n.Tags.Append(PlatformPlanner.KernelTag(n))).ToHashSet(StringComparer.Ordinal);
        owned.ExceptWith(node.Tags.Append(PlatformPlanner.KernelTag(node)));
        var builder = new PlanBuilder<MachineContext>();
        foreach (var tag in machine.TagNames.Where(owned.Contains).Order(StringComparer.Ordinal))
            AddRemoval(builder, machine, tag, board);
        return builder.Build();
    }

    private static void AddRemoval(PlanBuilder<MachineContext> builder, Machine machine, string tag, TagBoard board)
    {
        var change = new PlannedChange
        {
            Action = ChangeAction.Update,
            ResourceType = "Machine",
            Resource = machine.ToString(),
            Property = "tags",
            Before = string.Join(", ", machine.TagNames.Order(StringComparer.Ordinal)),
            After = $"-{tag}",
            Severity = ChangeSeverity.Cosmetic,
        };
        builder.Add(change, async (context, token) =>
        {
            await board.RemoveMemberAsync(tag, context.SystemId, token).ConfigureAwait(false);
            context.Machine = context.Machine with { TagNames = [.. context.Machine.TagNames.Where(t => t != tag)] };
        });
    }
}
