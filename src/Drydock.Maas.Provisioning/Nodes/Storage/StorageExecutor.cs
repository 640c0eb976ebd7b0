using Drydock.Maas.Api;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Carries out operations on storage; ids of what a plan made are those that MAAS answered.</summary>
internal sealed class StorageExecutor : FamilyExecutor<StorageOperation, MachineContext>
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(StorageOperation operation, MachineContext context, CancellationToken token)
    {
        var (id, client) = (context.SystemId, context.Client);
        return operation switch
        {
            SetBootDisk boot => client.BlockDevices.SetBootDiskAsync(id, Id(context, boot.Disk), token),
            SetStorageLayout layout => SetLayoutAsync(context, layout, token),
            Format format => FormatAsync(context, format, token),
            Unformat unformat => UnformatAsync(context, unformat.On, token),
            Mount mount => MountAsync(context, mount, token),
            Unmount unmount => UnmountAsync(context, unmount.On, token),
            MountSpecial mount => KeepAsync(context, client.Machines.MountSpecialAsync(id, mount.ToRequest(), token)),
            UnmountSpecial unmount => KeepAsync(context, client.Machines.UnmountSpecialAsync(id, unmount.Present.MountPoint!, token)),
            CreatePartition create => CreateAsync(context, create, token),
            DeletePartition delete => client.Partitions.DeleteAsync(id, Id(context, delete.Device), delete.Present.Id, token),
            CreateRaid create => CreateAsync(context, create, token),
            DeleteRaid delete => DeleteAsync(context, delete, client.Raids.DeleteAsync(id, delete.Present.Id, token)),
            CreateCacheSet create => CreateAsync(context, create, token),
            DeleteCacheSet delete => client.BcacheCacheSets.DeleteAsync(id, Id(context, delete.CacheSet), token),
            CreateBcache create => CreateAsync(context, create, token),
            UpdateBcache update => UpdateAsync(context, update, token),
            DeleteBcache delete => DeleteAsync(context, delete, client.Bcaches.DeleteAsync(id, delete.Present.Id, token)),
            CreateVolumeGroup create => CreateAsync(context, create, token),
            RenameVolumeGroup rename => UpdateAsync(context, rename.Group, new() { Name = rename.Group.Name }, token),
            AddPhysicalVolumes add => UpdateAsync(context, add.Group, new() { AddBlockDevices = Devices(context, add.Missing), AddPartitions = Partitions(context, add.Missing) }, token),
            RemovePhysicalVolumes remove => RemoveAsync(context, remove.Group, remove.Extra, token),
            DetachOwnVolumes detach => RemoveAsync(context, detach.Group, detach.Volumes, token),
            DeleteVolumeGroup delete => client.VolumeGroups.DeleteAsync(id, Id(context, delete.Group), token),
            CreateLogicalVolume create => CreateAsync(context, create, token),
            DeleteLogicalVolume delete => DeleteAsync(context, delete, client.VolumeGroups.DeleteLogicalVolumeAsync(id, Id(context, delete.Group), Id(context, delete.Volume), token)),
            _ => throw new ArgumentException($"No storage is made by {operation.GetType().Name}.", nameof(operation)),
        };
    }

    private static async Task SetLayoutAsync(MachineContext context, SetStorageLayout layout, CancellationToken token)
    {
        var machine = context.Machine = await context.Client.Machines.SetStorageLayoutAsync(context.SystemId, layout.Request, token).ConfigureAwait(false);
        var partitions = context.BlockDevice(layout.Root.Disk.Device.Name).Partitions;
        if (layout.RootPartition is { } root)
            Keep(context, root, partitions.First(p => p.Filesystem?.MountPoint == "/" || p.Filesystem?.Label == "root").Id);
        if (layout.BootPartition is { } boot)
            Keep(context, boot, partitions.First(p => p.Filesystem?.MountPoint == "/boot" || p.Filesystem?.Label == "boot").Id);
        if (layout.RootGroup is { } group)
            Keep(context, group, machine.VolumeGroups[0].Id);
        if (layout.RootVolume is { } volume)
            Keep(context, volume, context.BlockDevice(volume.Name).Id);
    }

    private static async Task FormatAsync(MachineContext context, Format format, CancellationToken token)
    {
        if (format.On.IsPartition)
            await context.Client.Partitions.FormatAsync(context.SystemId, Id(context, format.On.On!), Id(context, format.On), format.ToRequest(), token).ConfigureAwait(false);
        else
            context.Keep(await context.Client.BlockDevices.FormatAsync(context.SystemId, Id(context, format.On), format.ToRequest(), token).ConfigureAwait(false));
    }

    private static async Task UnformatAsync(MachineContext context, StorageResource on, CancellationToken token)
    {
        if (on.IsPartition)
            await context.Client.Partitions.UnformatAsync(context.SystemId, Id(context, on.On!), Id(context, on), token).ConfigureAwait(false);
        else
            context.Keep(await context.Client.BlockDevices.UnformatAsync(context.SystemId, Id(context, on), token).ConfigureAwait(false));
    }

    private static async Task MountAsync(MachineContext context, Mount mount, CancellationToken token)
    {
        var (place, options) = (mount.Wanted.MountPoint!, mount.Wanted.MountOptions);
        if (mount.On.IsPartition)
            await context.Client.Partitions.MountAsync(context.SystemId, Id(context, mount.On.On!), Id(context, mount.On), place, options, token).ConfigureAwait(false);
        else
            context.Keep(await context.Client.BlockDevices.MountAsync(context.SystemId, Id(context, mount.On), place, options, token).ConfigureAwait(false));
    }

    private static async Task UnmountAsync(MachineContext context, StorageResource on, CancellationToken token)
    {
        if (on.IsPartition)
            await context.Client.Partitions.UnmountAsync(context.SystemId, Id(context, on.On!), Id(context, on), token).ConfigureAwait(false);
        else
            context.Keep(await context.Client.BlockDevices.UnmountAsync(context.SystemId, Id(context, on), token).ConfigureAwait(false));
    }

    private static async Task KeepAsync(MachineContext context, Task<Models.Machine> answer) => context.Machine = await answer.ConfigureAwait(false);

    private static async Task CreateAsync(MachineContext context, CreatePartition create, CancellationToken token)
    {
        var device = Id(context, create.Partition.On!);
        var made = await context.Client.Partitions.CreateAsync(context.SystemId, device, create.ToRequest(), token).ConfigureAwait(false);
        Keep(context, create.Partition, made.Id);
    }

    private static async Task CreateAsync(MachineContext context, CreateRaid create, CancellationToken token)
    {
        var request = new RaidRequest
        {
            Name = create.Raid.Name,
            Uuid = create.Wanted.Design.Uuid,
            Level = create.Wanted.Design.Level!,
            BlockDevices = Devices(context, create.Active),
            Partitions = Partitions(context, create.Active),
            SpareDevices = Devices(context, create.Spare),
            SparePartitions = Partitions(context, create.Spare),
        };
        var made = await context.Client.Raids.CreateAsync(context.SystemId, request, token).ConfigureAwait(false);
        Keep(context, create.Raid, made.VirtualDevice?.Id);
    }

    private static async Task CreateAsync(MachineContext context, CreateCacheSet create, CancellationToken token)
    {
        var device = Id(context, create.Device);
        var request = create.Device.IsPartition ? new BcacheCacheSetRequest { CachePartitionId = device } : new() { CacheDeviceId = device };
        var made = await context.Client.BcacheCacheSets.CreateAsync(context.SystemId, request, token).ConfigureAwait(false);
        Keep(context, create.CacheSet, made.Id);
    }

    private static async Task CreateAsync(MachineContext context, CreateBcache create, CancellationToken token)
    {
        var backing = Id(context, create.Backing);
        var request = new BcacheRequest
        {
            Name = create.Bcache.Name,
            CacheSetId = Id(context, create.CacheSet),
            BackingDeviceId = create.Backing.IsPartition ? null : backing,
            BackingPartitionId = create.Backing.IsPartition ? backing : null,
            CacheMode = create.Wanted.CacheMode,
        };
        var made = await context.Client.Bcaches.CreateAsync(context.SystemId, request, token).ConfigureAwait(false);
        Keep(context, create.Bcache, made.VirtualDevice?.Id);
    }

    private static async Task UpdateAsync(MachineContext context, UpdateBcache update, CancellationToken token)
    {
        int? set = update.NewSet is { } wanted ? Id(context, wanted) : null;
        var request = new BcacheRequest { Name = update.NewName, CacheMode = update.NewCacheMode, CacheSetId = set };
        await context.Client.Bcaches.UpdateAsync(context.SystemId, update.Present.Id, request, token).ConfigureAwait(false);
    }

    private static async Task CreateAsync(MachineContext context, CreateVolumeGroup create, CancellationToken token)
    {
        var request = new VolumeGroupRequest
        {
            Name = create.Group.Name, Uuid = create.Uuid, BlockDevices = Devices(context, create.Members), Partitions = Partitions(context, create.Members),
        };
        var made = await context.Client.VolumeGroups.CreateAsync(context.SystemId, request, token).ConfigureAwait(false);
        Keep(context, create.Group, made.Id);
    }

    private static async Task UpdateAsync(MachineContext context, StorageResource group, VolumeGroupUpdate update, CancellationToken token) =>
        await context.Client.VolumeGroups.UpdateAsync(context.SystemId, Id(context, group), update, token).ConfigureAwait(false);

    private static Task RemoveAsync(MachineContext context, StorageResource group, IReadOnlyList<StorageResource> members, CancellationToken token) => UpdateAsync(
        context, group, new() { RemoveBlockDevices = Devices(context, members), RemovePartitions = Partitions(context, members) }, token);

    private static async Task CreateAsync(MachineContext context, CreateLogicalVolume create, CancellationToken token)
    {
        var design = create.Wanted.Design;
        var made = await context.Client.VolumeGroups.CreateLogicalVolumeAsync(
            context.SystemId, Id(context, create.Group), design.Name, design.Uuid, create.Wanted.Size, token).ConfigureAwait(false);
        context.Keep(made);
        Keep(context, create.Volume, made.Id);
    }

    /// <summary>The block device goes with it: the next may have its name.</summary>
    private static async Task DeleteAsync(MachineContext context, StorageOperation deletion, Task answer)
    {
        await answer.ConfigureAwait(false);
        foreach (var device in deletion.Ends.Select(e => e.Id).OfType<int>())
            context.ForgetBlockDevice(device);
    }

    private static void Keep(MachineContext context, StorageResource made, int? id)
    {
        if (id is { } known)
            context.MadeIds[(made.Kind, made.Name)] = known;
    }

    private static int Id(MachineContext context, StorageResource resource) => resource.Id
        ?? (context.MadeIds.TryGetValue((resource.Kind, resource.Name), out var made) ? made : throw new NodeException(
            NodeErrorIds.BlockDeviceNotFound, $"MAAS made {resource.Name} of machine {context.Machine} without a block device."));

    private static List<int> Devices(MachineContext context, IEnumerable<StorageResource> members) =>
        [.. members.Where(m => !m.IsPartition).Select(m => Id(context, m))];

    private static List<int> Partitions(MachineContext context, IEnumerable<StorageResource> members) =>
        [.. members.Where(m => m.IsPartition).Select(m => Id(context, m))];
}
