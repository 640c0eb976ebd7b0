using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Plans bcaches, their cache sets and what is on them.</summary>
internal static class BcachePlanner
{
    /// <summary>Plans what can be set right in place: name, cache mode and, where the wanted one is free, the cache device.</summary>
    public static void PlanInPlace(PlanBuilder<MachineContext> builder, ObservedStorage observed)
    {
        PlanSets(builder, observed.Desired, observed, isFree: true);
        foreach (var bcache in observed.Desired.Bcaches)
        {
            if (observed.Bcaches.Find(bcache) is { } present)
                PlanUpdate(builder, bcache, present, observed);
        }
    }

    /// <summary>Plans cache sets that are missing, on devices that are free now, or on those that will be free by then.</summary>
    public static void PlanSets(PlanBuilder<MachineContext> builder, DesiredStorage desired, ObservedStorage? observed, bool isFree)
    {
        foreach (var bcache in desired.Bcaches.DistinctBy(b => b.Cache))
        {
            if (observed?.Bcaches.SetOf(bcache) is not null || (observed?.Bcaches.IsFree(bcache.Cache) ?? false) != isFree)
                continue;
            builder.Add(
                StorageChange.Create(ResourceKind.CacheSet, bcache.Cache.Key, "for bcaches", bcache.Cache.Key),
                async (context, token) =>
                {
                    var (device, partition) = MadeDevice.Ids(context, bcache.Cache, desired, observed);
                    var request = new BcacheCacheSetRequest { CacheDeviceId = device, CachePartitionId = partition };
                    context.CacheSets[bcache.Cache.Key] =
                        await context.Client.BcacheCacheSets.CreateAsync(context.SystemId, request, token).ConfigureAwait(false);
                });
        }
    }

    /// <summary>Plans a bcache on a backing device that is free, with its cache set there.</summary>
    public static void PlanFresh(
        PlanBuilder<MachineContext> builder, DesiredStorage desired, DesiredBcache bcache, ObservedStorage? observed)
    {
        builder.Add(
            StorageChange.Create(ResourceKind.Bcache, bcache.Name, bcache.ToString(), bcache.Backing.Key, bcache.Cache.Key),
            async (context, token) =>
            {
                var (device, partition) = MadeDevice.Ids(context, bcache.Backing, desired, observed);
                var request = new BcacheRequest
                {
                    Name = bcache.Name,
                    CacheSetId = SetId(context, bcache, observed),
                    BackingDeviceId = device,
                    BackingPartitionId = partition,
                    CacheMode = bcache.CacheMode,
                };
                context.Bcaches[bcache.Name] =
                    await context.Client.Bcaches.CreateAsync(context.SystemId, request, token).ConfigureAwait(false);
            });
        FilesystemPlanner.PlanVolume(
            builder, bcache.Name, bcache.Filesystem, null, context => MadeDevice.Id(context, bcache.Name, observed), ResourceKind.Bcache);
    }

    /// <summary>Plans what is wrong on a bcache that stays.</summary>
    public static void PlanDifference(PlanBuilder<MachineContext> builder, DesiredBcache bcache, BlockDevice present) =>
        FilesystemPlanner.PlanVolume(builder, bcache.Name, bcache.Filesystem, present.Filesystem, _ => present.Id, ResourceKind.Bcache);

    /// <summary>Plans the end of a bcache; what stands on it has gone before.</summary>
    public static void PlanDelete(PlanBuilder<MachineContext> builder, Bcache stale, ObservedStorage observed)
    {
        string[] devices = [NameOf(stale.BackingDevice, observed), NameOf(stale.CacheSet?.CacheDevice, observed)];
        builder.Add(
            StorageChange.Delete(ResourceKind.Bcache, stale.Name, $"{stale.CacheMode} on {devices[0]}, cache {devices[1]}", devices),
            async (context, token) =>
            {
                await context.Client.Bcaches.DeleteAsync(context.SystemId, stale.Id, token).ConfigureAwait(false);
                if (stale.VirtualDevice is { } device)
                    context.ForgetBlockDevice(device.Id);
            });
    }

    /// <summary>Plans the end of a cache set that no bcache uses any more.</summary>
    public static void PlanDelete(PlanBuilder<MachineContext> builder, BcacheCacheSet stale, ObservedStorage observed) => builder.Add(
        StorageChange.Delete(ResourceKind.CacheSet, NameOf(stale.CacheDevice, observed), "for bcaches"),
        (context, token) => context.Client.BcacheCacheSets.DeleteAsync(context.SystemId, stale.Id, token));

    private static void PlanUpdate(PlanBuilder<MachineContext> builder, DesiredBcache bcache, Bcache present, ObservedStorage observed)
    {
        var isSetRight = observed.Bcaches.SetOf(bcache) is { } set && set.Id == present.CacheSet?.Id;
        List<PlannedChange> changes = [];
        if (present.Name != bcache.Name)
            changes.Add(StorageChange.Set(ResourceKind.Bcache, bcache.Name, ChangeProperty.Name, present.Name, bcache.Name));
        if (present.CacheMode != bcache.CacheMode)
            changes.Add(StorageChange.Set(ResourceKind.Bcache, bcache.Name, ChangeProperty.CacheMode, present.CacheMode, bcache.CacheMode));
        if (!isSetRight)
        {
            var before = NameOf(present.CacheSet?.CacheDevice, observed);
            changes.Add(StorageChange.Set(ResourceKind.Bcache, bcache.Name, ChangeProperty.CacheDevice, before, bcache.Cache.Key) with { Parents = [bcache.Cache.Key] });
        }

        builder.Add(changes, (context, token) => context.Client.Bcaches.UpdateAsync(
            context.SystemId,
            present.Id,
            new BcacheRequest
            {
                Name = present.Name == bcache.Name ? null : bcache.Name,
                CacheMode = present.CacheMode == bcache.CacheMode ? null : bcache.CacheMode,
                CacheSetId = isSetRight ? null : SetId(context, bcache, observed),
            },
            token));
    }

    private static int SetId(MachineContext context, DesiredBcache bcache, ObservedStorage? observed) =>
        (observed?.Bcaches.SetOf(bcache) ?? context.CacheSets[bcache.Cache.Key]).Id;

    private static string NameOf(StorageMember? member, ObservedStorage observed) => member is null ? "nothing" : observed.NameOf(member);
}
