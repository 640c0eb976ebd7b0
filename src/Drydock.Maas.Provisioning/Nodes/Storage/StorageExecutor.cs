using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Carries out operations on storage; ids of what a plan made are those that MAAS answered.</summary>
internal sealed class StorageExecutor : FamilyExecutor<StorageOperation, MachineContext>
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(StorageOperation operation, MachineContext context, CancellationToken token)
    {
        var (id, client, ids) = (context.SystemId, context.Client, new StorageIds(context));
        return operation switch
        {
            SetBootDisk boot => client.BlockDevices.SetBootDiskAsync(id, ids.Find(boot.Disk), token),
            SetStorageLayout layout => SetLayoutAsync(context, layout, ids, token),
            Format format => FormatAsync(context, format, ids, token),
            Unformat unformat => UnformatAsync(context, unformat.On, ids, token),
            Mount mount => MountAsync(context, mount, ids, token),
            Unmount unmount => UnmountAsync(context, unmount.On, ids, token),
            MountSpecial mount => StoreAsync(context, client.Machines.MountSpecialAsync(id, mount.ToRequest(), token)),
            UnmountSpecial unmount => StoreAsync(context, client.Machines.UnmountSpecialAsync(id, unmount.Present.MountPoint!, token)),
            CreatePartition create => StoreAsync(
                ids, create.Partition, client.Partitions.CreateAsync(id, ids.Find(create.Partition.On!), create.ToRequest(), token), p => p.Id),
            DeletePartition delete => client.Partitions.DeleteAsync(id, ids.Find(delete.Device), delete.Present.Id, token),
            CreateRaid create => StoreAsync(ids, create.Raid, client.Raids.CreateAsync(id, create.ToRequest(ids), token), r => r.VirtualDevice?.Id),
            DeleteRaid delete => DeleteAsync(context, delete, client.Raids.DeleteAsync(id, delete.Present.Id, token)),
            CreateCacheSet create => StoreAsync(ids, create.CacheSet, client.BcacheCacheSets.CreateAsync(id, create.ToRequest(ids), token), s => s.Id),
            DeleteCacheSet delete => client.BcacheCacheSets.DeleteAsync(id, ids.Find(delete.CacheSet), token),
            CreateBcache create => StoreAsync(ids, create.Bcache, client.Bcaches.CreateAsync(id, create.ToRequest(ids), token), b => b.VirtualDevice?.Id),
            UpdateBcache update => client.Bcaches.UpdateAsync(id, update.Present.Id, update.ToRequest(ids), token),
            DeleteBcache delete => DeleteAsync(context, delete, client.Bcaches.DeleteAsync(id, delete.Present.Id, token)),
            CreateVolumeGroup create => StoreAsync(ids, create.Group, client.VolumeGroups.CreateAsync(id, create.ToRequest(ids), token), g => g.Id),
            VolumeGroupChange change => client.VolumeGroups.UpdateAsync(id, ids.Find(change.Group), change.ToRequest(ids), token),
            DeleteVolumeGroup delete => client.VolumeGroups.DeleteAsync(id, ids.Find(delete.Group), token),
            CreateLogicalVolume create => CreateAsync(context, create, ids, token),
            DeleteLogicalVolume delete => DeleteAsync(
                context, delete, client.VolumeGroups.DeleteLogicalVolumeAsync(id, ids.Find(delete.Group), ids.Find(delete.Volume), token)),
            _ => throw new ArgumentException($"No storage is made by {operation.GetType().Name}.", nameof(operation)),
        };
    }

    private static async Task SetLayoutAsync(MachineContext context, SetStorageLayout layout, StorageIds ids, CancellationToken token)
    {
        var machine = context.Machine = await context.Client.Machines.SetStorageLayoutAsync(context.SystemId, layout.Request, token).ConfigureAwait(false);
        var partitions = context.BlockDevice(layout.Root.Disk.Device.Name).Partitions;
        if (layout.RootPartition is { } root)
            ids.KeepId(root, partitions.First(p => p.Filesystem?.MountPoint == "/" || p.Filesystem?.Label == "root").Id);
        if (layout.BootPartition is { } boot)
            ids.KeepId(boot, partitions.First(p => p.Filesystem?.MountPoint == "/boot" || p.Filesystem?.Label == "boot").Id);
        if (layout.RootGroup is { } group)
            ids.KeepId(group, machine.VolumeGroups[0].Id);
        if (layout.RootVolume is { } volume)
            ids.KeepId(volume, context.BlockDevice(volume.Name).Id);
    }

    private static async Task FormatAsync(MachineContext context, Format format, StorageIds ids, CancellationToken token)
    {
        var (id, client, on) = (context.SystemId, context.Client, format.On);
        if (on.IsPartition)
            await client.Partitions.FormatAsync(id, ids.Find(on.On!), ids.Find(on), format.ToRequest(), token).ConfigureAwait(false);
        else
            context.KeepBlockDevice(await client.BlockDevices.FormatAsync(id, ids.Find(on), format.ToRequest(), token).ConfigureAwait(false));
    }

    private static async Task UnformatAsync(MachineContext context, StorageResource on, StorageIds ids, CancellationToken token)
    {
        var (id, client) = (context.SystemId, context.Client);
        if (on.IsPartition)
            await client.Partitions.UnformatAsync(id, ids.Find(on.On!), ids.Find(on), token).ConfigureAwait(false);
        else
            context.KeepBlockDevice(await client.BlockDevices.UnformatAsync(id, ids.Find(on), token).ConfigureAwait(false));
    }

    private static async Task MountAsync(MachineContext context, Mount mount, StorageIds ids, CancellationToken token)
    {
        var (id, client, on) = (context.SystemId, context.Client, mount.On);
        var (place, options) = (mount.Wanted.MountPoint!, mount.Wanted.MountOptions);
        if (on.IsPartition)
            await client.Partitions.MountAsync(id, ids.Find(on.On!), ids.Find(on), place, options, token).ConfigureAwait(false);
        else
            context.KeepBlockDevice(await client.BlockDevices.MountAsync(id, ids.Find(on), place, options, token).ConfigureAwait(false));
    }

    private static async Task UnmountAsync(MachineContext context, StorageResource on, StorageIds ids, CancellationToken token)
    {
        var (id, client) = (context.SystemId, context.Client);
        if (on.IsPartition)
            await client.Partitions.UnmountAsync(id, ids.Find(on.On!), ids.Find(on), token).ConfigureAwait(false);
        else
            context.KeepBlockDevice(await client.BlockDevices.UnmountAsync(id, ids.Find(on), token).ConfigureAwait(false));
    }

    private static async Task CreateAsync(MachineContext context, CreateLogicalVolume create, StorageIds ids, CancellationToken token)
    {
        var design = create.Wanted.Design;
        var made = await context.Client.VolumeGroups.CreateLogicalVolumeAsync(
            context.SystemId, ids.Find(create.Group), design.Name, design.Uuid, create.Wanted.Size, token).ConfigureAwait(false);
        context.KeepBlockDevice(made);
        ids.KeepId(create.Volume, made.Id);
    }

    /// <summary>The block device goes with it: the next may have its name.</summary>
    private static async Task DeleteAsync(MachineContext context, StorageOperation deletion, Task answer)
    {
        await answer.ConfigureAwait(false);
        foreach (var device in deletion.Ends.Select(e => e.Id).OfType<int>())
            context.ForgetBlockDevice(device);
    }

    private static async Task StoreAsync(MachineContext context, Task<Models.Machine> answer) => context.Machine = await answer.ConfigureAwait(false);

    private static async Task StoreAsync<T>(StorageIds ids, StorageResource made, Task<T> answer, Func<T, int?> id) =>
        ids.KeepId(made, id(await answer.ConfigureAwait(false)));
}
