using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Plans file systems in memory. A node without special mounts in its design keeps those of its machine.</summary>
internal static class SpecialMountPlanner
{
    /// <summary>Plans all of them, as after a layout, which unmounts what there was.</summary>
    public static void PlanFresh(PlanBuilder<MachineContext> builder, DrydockNode node)
    {
        foreach (var mount in node.SpecialMounts)
            PlanMount(builder, mount, null);
    }

    /// <summary>Plans what is missing, wrong, beyond the design's or at the place of another file system of the design.</summary>
    /// <param name="builder">Where the plan goes.</param>
    /// <param name="node">The node.</param>
    /// <param name="machine">Its machine.</param>
    /// <param name="elsewhere">Mount points of the design's other file systems.</param>
    public static void PlanDifference(PlanBuilder<MachineContext> builder, DrydockNode node, Machine machine, IEnumerable<string> elsewhere)
    {
        var right = node.SpecialMounts.Where(m => machine.SpecialFilesystems.Any(f => IsAs(f, m)))
            .Select(m => m.MountPoint)
            .ToHashSet(StringComparer.Ordinal);
        var wanted = elsewhere.ToHashSet(StringComparer.Ordinal);
        foreach (var present in machine.SpecialFilesystems.Where(f => f.MountPoint is { Length: > 0 } place && !right.Contains(place)))
        {
            if (node.SpecialMounts.Count > 0 || wanted.Contains(present.MountPoint!))
                PlanUnmount(builder, present, present.MountPoint!);
        }

        foreach (var mount in node.SpecialMounts.Where(m => !right.Contains(m.MountPoint)))
            PlanMount(builder, mount, machine.SpecialFilesystems.FirstOrDefault(f => f.MountPoint == mount.MountPoint));
    }

    private static bool IsAs(Filesystem present, StorageSpecialMount wanted) =>
        present.MountPoint == wanted.MountPoint
            && present.Fstype == wanted.Type
            && Options(present.MountOptions) == Options(wanted.MountOptions);

    private static string Options(string? options) => options is null or "" ? "defaults" : options;

    private static void PlanUnmount(PlanBuilder<MachineContext> builder, Filesystem present, string place) => builder.Add(
        StorageChange.Invoke(ChangeAction.Unmount, ResourceKind.Filesystem, place, StorageChange.Describe(present), $"from {place}", ChangeSeverity.Disruptive),
        async (context, token) => context.Machine =
            await context.Client.Machines.UnmountSpecialAsync(context.SystemId, place, token).ConfigureAwait(false));

    private static void PlanMount(PlanBuilder<MachineContext> builder, StorageSpecialMount mount, Filesystem? before)
    {
        var request = new SpecialMount { FilesystemType = mount.Type, MountPoint = mount.MountPoint, MountOptions = mount.MountOptions };
        var settings = new FilesystemSettings { Type = mount.Type, MountPoint = mount.MountPoint, MountOptions = mount.MountOptions };
        builder.AddLast(
            StorageChange.Invoke(
                ChangeAction.Mount, ResourceKind.Filesystem, mount.MountPoint, StorageChange.Describe(before), StorageChange.Describe(settings), ChangeSeverity.Disruptive),
            async (context, token) => context.Machine =
                await context.Client.Machines.MountSpecialAsync(context.SystemId, request, token).ConfigureAwait(false));
    }
}
