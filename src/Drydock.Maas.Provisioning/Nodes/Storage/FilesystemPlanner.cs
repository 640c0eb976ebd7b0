using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Plans making and mounting file systems; formatting drops a mount by itself.</summary>
internal static class FilesystemPlanner
{
    /// <summary>Plans the file system of a partition.</summary>
    /// <param name="builder">Where the plan goes.</param>
    /// <param name="name">The partition's name, for people.</param>
    /// <param name="wanted">What the design wants; null for none.</param>
    /// <param name="present">What is there; null for none, as on a new partition.</param>
    /// <param name="find">Finds the partition when the plan is applied.</param>
    public static void PlanPartition(
        PlanBuilder<MachineContext> builder, string name, FilesystemSettings? wanted, Filesystem? present, Func<MachineContext, Partition> find)
    {
        if (wanted is null)
        {
            if (present is not null && !MemberFilesystem.Is(present))
            {
                AddUnmount(builder, name, present, async (context, token) =>
                {
                    var p = find(context);
                    await context.Client.Partitions.UnmountAsync(context.SystemId, p.DeviceId, p.Id, token).ConfigureAwait(false);
                });
                builder.Add(Erase(name, ResourceKind.Partition, present), async (context, token) =>
                {
                    var p = find(context);
                    await context.Client.Partitions.UnformatAsync(context.SystemId, p.DeviceId, p.Id, token).ConfigureAwait(false);
                });
            }

            return;
        }

        var before = present;
        if (!IsMadeAs(wanted, present))
        {
            builder.Add(Format(name, ResourceKind.Partition, wanted, present), async (context, token) =>
            {
                var p = find(context);
                await context.Client.Partitions.FormatAsync(
                    context.SystemId, p.DeviceId, p.Id, Request(wanted), token).ConfigureAwait(false);
            });
            present = null;
        }

        if (IsMountedAs(wanted, present))
            return;
        AddUnmount(builder, name, present, async (context, token) =>
        {
            var p = find(context);
            await context.Client.Partitions.UnmountAsync(context.SystemId, p.DeviceId, p.Id, token).ConfigureAwait(false);
        });
        AddMount(builder, name, ResourceKind.Partition, wanted, before, async (context, mountPoint, token) =>
        {
            var p = find(context);
            await context.Client.Partitions
                .MountAsync(context.SystemId, p.DeviceId, p.Id, mountPoint, wanted.MountOptions, token).ConfigureAwait(false);
        });
    }

    /// <summary>Plans the file system of a logical volume or RAID.</summary>
    public static void PlanVolume(
        PlanBuilder<MachineContext> builder,
        string name,
        FilesystemSettings? wanted,
        Filesystem? present,
        Func<MachineContext, int> find,
        ResourceKind kind = ResourceKind.LogicalVolume)
    {
        if (wanted is null)
        {
            if (present is not null && !MemberFilesystem.Is(present))
                PlanErase(builder, name, kind, present, find);
            return;
        }

        var before = present;
        if (!IsMadeAs(wanted, present))
        {
            builder.Add(Format(name, kind, wanted, present), async (context, token) =>
                context.Keep(
                    await context.Client.BlockDevices.FormatAsync(
                        context.SystemId, find(context), Request(wanted), token).ConfigureAwait(false)));
            present = null;
        }

        if (IsMountedAs(wanted, present))
            return;
        AddUnmount(builder, name, present, async (context, token) =>
            context.Keep(await context.Client.BlockDevices.UnmountAsync(context.SystemId, find(context), token).ConfigureAwait(false)));
        AddMount(builder, name, kind, wanted, before, async (context, mountPoint, token) =>
            context.Keep(await context.Client.BlockDevices
                .MountAsync(context.SystemId, find(context), mountPoint, wanted.MountOptions, token).ConfigureAwait(false)));
    }

    /// <summary>Plans the end of a file system on a whole block device; MAAS takes none away that is mounted.</summary>
    public static void PlanErase(
        PlanBuilder<MachineContext> builder, string name, ResourceKind kind, Filesystem present, Func<MachineContext, int> find)
    {
        AddUnmount(builder, name, present, async (context, token) =>
            context.Keep(await context.Client.BlockDevices.UnmountAsync(context.SystemId, find(context), token).ConfigureAwait(false)));
        builder.Add(Erase(name, kind, present), async (context, token) =>
            context.Keep(await context.Client.BlockDevices.UnformatAsync(context.SystemId, find(context), token).ConfigureAwait(false)));
    }

    /// <summary>Mounts come last: MAAS refuses a mount point that another file system has not left yet.</summary>
    private static void AddMount(
        PlanBuilder<MachineContext> builder,
        string name,
        ResourceKind kind,
        FilesystemSettings wanted,
        Filesystem? before,
        Func<MachineContext, string, CancellationToken, Task> apply)
    {
        if (wanted.MountPoint is { } mountPoint)
            builder.AddLast(Mount(name, kind, wanted, before), (context, token) => apply(context, mountPoint, token));
    }

    private static void AddUnmount(
        PlanBuilder<MachineContext> builder, string name, Filesystem? present, Func<MachineContext, CancellationToken, Task> apply)
    {
        if (present?.MountPoint is { Length: > 0 } mounted)
            builder.Add(StorageChange.Invoke(ChangeAction.Unmount, ResourceKind.Filesystem, name, mounted, $"from {mounted}", ChangeSeverity.Disruptive), apply);
    }

    private static bool IsMadeAs(FilesystemSettings wanted, Filesystem? present) =>
        present is not null
        && present.Fstype == wanted.Type
        && (wanted.Label is null || present.Label == wanted.Label)
        && (wanted.Uuid is null || string.Equals(present.Uuid, wanted.Uuid, StringComparison.OrdinalIgnoreCase));

    private static bool IsMountedAs(FilesystemSettings wanted, Filesystem? present) =>
        wanted.MountPoint is null
            ? string.IsNullOrEmpty(present?.MountPoint)
            : present?.MountPoint == wanted.MountPoint && Options(present.MountOptions) == Options(wanted.MountOptions);

    /// <summary>MAAS's own layouts leave the options out where the design says defaults; both mean the same.</summary>
    private static string Options(string? options) => options is null or "" ? "defaults" : options;

    private static FormatRequest Request(FilesystemSettings wanted) =>
        new() { FilesystemType = wanted.Type, Uuid = wanted.Uuid, Label = wanted.Label };

    private static PlannedChange Format(string name, ResourceKind kind, FilesystemSettings wanted, Filesystem? present) =>
        StorageChange.Invoke(
            ChangeAction.Format, kind, name, present?.Fstype, wanted.Type, present is null ? ChangeSeverity.Disruptive : ChangeSeverity.Destructive);

    private static PlannedChange Mount(string name, ResourceKind kind, FilesystemSettings wanted, Filesystem? before) =>
        StorageChange.Invoke(
            ChangeAction.Mount, kind, name, StorageChange.DescribeMount(before), StorageChange.Describe(wanted), ChangeSeverity.Disruptive);

    private static PlannedChange Erase(string name, ResourceKind kind, Filesystem present) =>
        StorageChange.Invoke(ChangeAction.Unformat, kind, name, present.Fstype, $"without {present.Fstype}", ChangeSeverity.Destructive);
}
