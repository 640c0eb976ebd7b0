using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Compile;

/// <summary>Bcaches merge by name, as other storage does.</summary>
public sealed class BcacheInheritanceTests
{
    private const string Parent = """
        storage:
          bcaches:
            bcache0: {backing_device: sdb, cache_device: sdd/a, cache_mode: writeback, volume_group: data}
            bcache1: {backing_device: sdc, cache_device: sdd/a, filesystem: {mountpoint: /srv, fstype: xfs}}
        """;

    [Theory]
    [InlineData("'!bcache0': {}", "bcache1 sdc sdd/a ")]
    [InlineData("bcache0: {cache_mode: writearound}", "bcache0 sdb sdd/a writearound,bcache1 sdc sdd/a ")]
    [InlineData("bcache1: {backing_device: md0}", "bcache0 sdb sdd/a writeback,bcache1 md0 sdd/a ")]
    [InlineData("bcache2: {backing_device: sdx, cache_device: sdd/b}", "bcache0 sdb sdd/a writeback,bcache1 sdc sdd/a ,bcache2 sdx sdd/b ")]
    public void Bcaches_are_inherited_removed_and_changed(string child, string expected) => Assert.Equal(
        expected, string.Join(',', Inherit(child).Bcaches.Select(b => $"{b.Name} {b.BackingDevice} {b.CacheDevice} {b.CacheMode}")));

    [Fact]
    public void What_a_child_does_not_say_of_a_bcache_stays()
    {
        var bcache = Inherit("bcache1: {filesystem: {mount_options: noatime}}").Bcaches[1];
        Assert.Equal(("/srv", "noatime", "sdc"), (bcache.Filesystem!.MountPoint, bcache.Filesystem.MountOptions, bcache.BackingDevice));
    }

    [Theory]
    [InlineData("{cache: sdb}", "UnknownProperty $.storage.bcaches.bcache0.cache")]
    [InlineData("{cache_mode: none}", "InvalidValue $.storage.bcaches.bcache0.cache_mode")]
    [InlineData("{backing_device: [sdb]}", "WrongType $.storage.bcaches.bcache0.backing_device")]
    [InlineData("{filesystem: {mount: /srv}}", "UnknownProperty $.storage.bcaches.bcache0.filesystem.mount")]
    public void A_typo_is_an_error_with_its_place(string bcache, string expected)
    {
        var problem = TestDesign.Problem(TestDesign.Node("n1", $"storage: {{bcaches: {{bcache0: {bcache}}}}}"), TestDesign.Hardware);
        Assert.Equal(expected, $"{problem.ErrorId} {problem.Path}");
        Assert.NotNull(problem.Location);
    }

    [Fact]
    public void Disks_of_bcaches_and_RAIDs_are_disks_of_the_node_and_their_mounts_are_found()
    {
        var node = TestDesign.Inherit(
            Parent, "storage: {bcaches: {bcache1: {backing_device: md0}}, raids: {md0: {level: raid-1, devices: [sdx, sdy/a]}}}");
        Assert.Equal(["sdx", "sdb"], node.DiskNames);
        Assert.Equal(new MountedVolume("bcache1", "bcache1"), node.FindMount("/srv"));
    }

    private static DrydockNode Inherit(string bcaches) => TestDesign.Inherit(Parent, $"storage: {{bcaches: {{{bcaches}}}}}");
}
