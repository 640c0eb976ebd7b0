using Drydock.Maas.Design.Export;
using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Export;

/// <summary>RAIDs, bcaches and special mounts on the way out and in, and between two revisions.</summary>
public sealed class StorageExtensionTests
{
    private const string Storage = """
        storage:
          raids:
            md0: {level: raid-1, devices: [sdb, sdc], spares: [sdd], raid_uuid: 1f1b6c0c-2f5c-4e9b-9a43-6a5ad3ad2a5e}
            md2: {level: raid-1, devices: [sdk, sdl], partitions: [{name: a, size: 5g, filesystem: {mountpoint: /a}}]}
            md1: {level: raid-0, devices: [sdg, sdh], filesystem: {mountpoint: /fast, fstype: xfs, mount_options: noatime, fs_label: fast}}
          bcaches:
            bcache0: {backing_device: md0, cache_device: sde, cache_mode: writeback, filesystem: {mountpoint: /srv, fstype: ext4}}
            bcache1: {backing_device: sdf, cache_device: sde, volume_group: data}
          volume_groups:
            data: {logical_volumes: [{name: all, size: '>1g', filesystem: {mountpoint: /data}}]}
          special_mounts:
            - {mountpoint: /tmp, mount_options: size=1G}
        """;

    [Fact]
    public void What_is_exported_gives_the_same_storage_again()
    {
        var site = Read(Storage);
        var again = ExampleSite.Read(DesignExporter.ToText(site, new() { IncludeSecrets = true }));
        Assert.Equal((3, 2, 1), (again.Nodes[0].Raids.Count, again.Nodes[0].Bcaches.Count, again.Nodes[0].SpecialMounts.Count));
        Assert.Empty(DesignComparer.Compare(site, again));
    }

    [Theory]
    [InlineData("cache_mode: writeback", "cache_mode: writearound", "storage.bcaches.bcache0.cache_mode writeback writearound")]
    [InlineData("backing_device: sdf", "backing_device: sdi", "storage.bcaches.bcache1.backing_device sdf sdi")]
    [InlineData("level: raid-0", "level: raid-1", "storage.raids.md1.level raid-0 raid-1")]
    [InlineData("size: 5g", "size: 6g", "storage.raids.md2.partitions[a].size 5g 6g")]
    [InlineData("mount_options: noatime", "mount_options: ro", "storage.raids.md1.filesystem.mount_options noatime ro")]
    [InlineData("size=1G", "size=2G", "storage.special_mounts[/tmp].mount_options size=1G size=2G")]
    public void A_change_is_told_by_its_property(string text, string by, string expected)
    {
        var difference = Assert.Single(DesignComparer.Compare(Read(Storage), Read(Storage.Replace(text, by, StringComparison.Ordinal))));
        Assert.Equal(expected, $"{difference.Property} {difference.Before} {difference.After}");
    }

    private static SiteDesign Read(string storage) => TestDesign.Read(TestDesign.Node("n1", storage), TestDesign.Hardware);
}
