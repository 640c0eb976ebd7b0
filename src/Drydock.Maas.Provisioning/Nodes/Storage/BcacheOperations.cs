using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Makes a cache set.</summary>
/// <param name="CacheSet">The cache set.</param>
/// <param name="Device">The fast device.</param>
internal sealed record CreateCacheSet(StorageResource CacheSet, StorageResource Device) : StorageOperation
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes => [Create(ResourceKind.CacheSet, CacheSet.Name, "for bcaches", Device.Name)];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Makes => [CacheSet];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Takes => [Device];
}

/// <summary>Deletes a cache set that no bcache uses any more.</summary>
/// <param name="CacheSet">The cache set.</param>
/// <param name="Device">Its device.</param>
internal sealed record DeleteCacheSet(StorageResource CacheSet, StorageResource? Device) : StorageOperation
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes => [Delete(ResourceKind.CacheSet, CacheSet.Name, "for bcaches")];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Leaves => Device is null ? [] : [Device];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Ends => [CacheSet];
}

/// <summary>Makes a bcache.</summary>
/// <param name="Bcache">The bcache.</param>
/// <param name="Wanted">The bcache as the design wants it.</param>
/// <param name="Backing">The slow device.</param>
/// <param name="CacheSet">The cache set.</param>
internal sealed record CreateBcache(StorageResource Bcache, DesiredBcache Wanted, StorageResource Backing, StorageResource CacheSet) : StorageOperation
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes =>
        [Create(ResourceKind.Bcache, Bcache.Name, Wanted.Composition, Backing.Name, CacheSet.Name)];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Makes => [Bcache];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Takes => [Backing, CacheSet];
}

/// <summary>Sets right name, cache mode and cache set of a bcache that stays.</summary>
/// <param name="Present">The bcache.</param>
/// <param name="PresentSet">Its cache set.</param>
/// <param name="Wanted">The bcache as the design wants it.</param>
/// <param name="CacheSet">The cache set it is to have.</param>
internal sealed record UpdateBcache(Bcache Present, StorageResource? PresentSet, DesiredBcache Wanted, StorageResource CacheSet) : StorageOperation
{
    public string? NewName => Present.Name == Wanted.Name ? null : Wanted.Name;

    public string? NewCacheMode => Present.CacheMode == Wanted.CacheMode ? null : Wanted.CacheMode;

    public StorageResource? NewSet => PresentSet?.Id is { } id && id == CacheSet.Id ? null : CacheSet;

    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes =>
    [
        .. NewName is null ? [] : Change(ChangeProperty.Name, Present.Name, NewName),
        .. NewCacheMode is null ? [] : Change(ChangeProperty.CacheMode, Present.CacheMode, NewCacheMode),
        .. NewSet is null ? [] : Change(ChangeProperty.CacheDevice, PresentSet?.Name ?? "nothing", CacheSet.Name).Select(c => c with { Parents = [CacheSet.Name] }),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Takes => NewSet is null ? [] : [CacheSet];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Leaves => NewSet is null || PresentSet is null ? [] : [PresentSet];

    private PlannedChange[] Change(ChangeProperty property, string? before, string? after) =>
        [Set(ResourceKind.Bcache, Wanted.Name, property, before, after)];
}

/// <summary>Deletes a bcache; what stands on it has gone before.</summary>
/// <param name="Present">The bcache.</param>
/// <param name="Backing">Its backing device.</param>
/// <param name="CacheSet">Its cache set.</param>
internal sealed record DeleteBcache(Bcache Present, StorageResource? Backing, StorageResource? CacheSet) : StorageOperation
{
    /// <inheritdoc/>
    public override IReadOnlyList<PlannedChange> Changes
    {
        get
        {
            string[] devices = [Backing?.Name ?? "nothing", CacheSet?.Name ?? "nothing"];
            return [Delete(ResourceKind.Bcache, Present.Name, $"{Present.CacheMode} on {devices[0]}, cache {devices[1]}", devices)];
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Leaves => [.. new[] { Backing, CacheSet }.OfType<StorageResource>()];

    /// <inheritdoc/>
    public override IReadOnlyList<StorageResource> Ends => [new(ResourceKind.Bcache, Present.Name, Present.VirtualDevice?.Id)];
}
