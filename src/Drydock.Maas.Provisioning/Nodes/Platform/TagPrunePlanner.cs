using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Platform;

/// <summary>
/// Plans taking tags off a machine that the design gives to other nodes only; a tag that the design does not have is somebody else's. Tags of
/// kernel parameters need no pruning: each is one node's own.
/// </summary>
internal static class TagPrunePlanner
{
    public static Plan<MachineContext> Plan(DrydockNode node, Machine machine, TagBoard board)
    {
        var owned = node.Site.Nodes.SelectMany(n => n.Tags).ToHashSet(StringComparer.Ordinal);
        owned.ExceptWith(node.Tags.Concat(node.Site.Nodes.Select(PlatformPlanner.KernelTag)));
        var builder = new PlanBuilder<MachineContext>();
        foreach (var tag in machine.TagNames.Where(owned.Contains).Order(StringComparer.Ordinal))
            AddRemoval(builder, machine, tag, board);
        return builder.Build();
    }

    /// <summary>Plans that a machine loses a tag.</summary>
    public static void AddRemoval(PlanBuilder<MachineContext> builder, Machine machine, string tag, TagBoard board)
    {
        builder.Add(Removal(machine, tag), async (context, token) =>
        {
            await board.RemoveMemberAsync(tag, context.SystemId, token).ConfigureAwait(false);
            context.Machine = context.Machine with { TagNames = [.. context.Machine.TagNames.Where(t => t != tag)] };
        });
    }

    /// <summary>That a machine loses a tag.</summary>
    public static PlannedChange Removal(Machine machine, string tag) => new()
    {
        Action = ChangeAction.Update,
        Kind = ResourceKind.Machine,
        Resource = machine.ToString(),
        Property = ChangeProperty.Tags,
        Before = string.Join(", ", machine.TagNames.Order(StringComparer.Ordinal)),
        After = $"-{tag}",
        Severity = ChangeSeverity.Cosmetic,
    };
}
