using System.Text.RegularExpressions;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Plans;

namespace Drydock.Maas.Provisioning.Platform;

/// <summary>Compares a machine's tags with the node's kernel parameters and static tags.</summary>
internal static partial class PlatformPlanner
{
    /// <summary>The tag that carries a node's kernel parameters.</summary>
    public static string KernelTag(DrydockNode node) => $"{node.Name}_kp";

    /// <summary>Plans tags; <paramref name="present"/> holds the tags concerned that MAAS has.</summary>
    public static Plan<MachineContext> Plan(DrydockNode node, Machine machine, IReadOnlyDictionary<string, Tag> present, TagBoard board)
    {
        var builder = new PlanBuilder<MachineContext>();
        PlanKernelParameters(builder, node, machine, present, board);
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
        PlanBuilder<MachineContext> builder, DrydockNode node, Machine machine, IReadOnlyDictionary<string, Tag> present, TagBoard board)
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
            builder.Add(Change(ChangeAction.Update, name, "kernel_opts", tag.KernelOpts, wanted),
                (_, token) => board.EnsureAsync(name, wanted, token));
        PlanMembership(builder, machine, name, board);
    }

    private static void PlanMembership(PlanBuilder<MachineContext> builder, Machine machine, string tag, TagBoard board)
    {
        if (machine.TagNames.Contains(tag))
            return;
        builder.Add(
            new PlannedChange
            {
                Action = ChangeAction.Update,
                ResourceType = "Machine",
                Resource = machine.ToString(),
                Property = "tags",
                Before = Join(machine.TagNames),
                After = $"+{tag}",
                Parents = [tag],
                Severity = ChangeSeverity.Cosmetic,
            },
            async (context, token) =>
            {
                await board.AddMemberAsync(tag, context.SystemId, token).ConfigureAwait(false);
                context.Machine = context.Machine with { TagNames = [.. context.Machine.TagNames, tag] };
            });
    }

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

    private static PlannedChange Change(ChangeAction action, string tag, string? property, string? before, string? after) => new()
    {
        Action = action,
        ResourceType = "Tag",
        Resource = tag,
        Property = property,
        Before = before,
        After = after,
        Severity = ChangeSeverity.Cosmetic,
    };

    [GeneratedRegex("^[A-Za-z0-9_-]+\\z")]
    private static partial Regex TagName();
}
