using Drydock.Maas.Design;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>A bcache, which is as large as its backing device.</summary>
/// <param name="Design">What the design says.</param>
/// <param name="Backing">The slow device.</param>
/// <param name="Cache">The fast device.</param>
internal sealed record DesiredBcache(StorageBcache Design, DesiredDevice Backing, DesiredDevice Cache)
{
    public string Name => Design.Name;

    public string CacheMode => Design.CacheMode ?? "writethrough";

    public FilesystemSettings? Filesystem => Design.VolumeGroup is null ? Swap.AsMounted(Design.Filesystem) : null;

    public override string ToString() => $"{CacheMode} on {Backing.Key}, cache {Cache.Key}";
}
