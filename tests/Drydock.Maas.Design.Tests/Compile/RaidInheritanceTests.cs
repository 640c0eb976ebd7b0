using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Compile;

/// <summary>RAIDs merge by name, as other storage does.</summary>
public sealed class RaidInheritanceTests
{
    private const string Parent = """
        storage:
          raids:
            md0: {level: raid-1, devices: [sdb, sdc], volume_group: data}
            md1: {level: raid-5, devices: [sdd/a, sde/a, sdf/a], spares: [sdg/a], filesystem: {mountpoint: /srv, fstype: xfs}}
        """;

    [Theory]
    [InlineData("'!md0': {}", "md1 raid-5 sdd/a+sde/a+sdf/a")]
    [InlineData("md0: {level: raid-0}", "md0 raid-0 sdb+sdc,md1 raid-5 sdd/a+sde/a+sdf/a")]
    [InlineData("md0: {devices: ['!sdc', sdx]}", "md0 raid-1 sdx+sdb,md1 raid-5 sdd/a+sde/a+sdf/a")]
    [InlineData("md2: {level: raid-1, devices: [sdx, sdy]}", "md0 raid-1 sdb+sdc,md1 raid-5 sdd/a+sde/a+sdf/a,md2 raid-1 sdx+sdy")]
    public void RAIDs_are_inherited_removed_and_changed(string child, string expected) =>
        Assert.Equal(expected, string.Join(',', Inherit(child).Raids.Select(r => $"{r.Name} {r.Level} {string.Join('+', r.Devices)}")));

    [Fact]
    public void What_a_child_does_not_say_of_a_RAID_stays()
    {
        var raid = Inherit("md1: {filesystem: {mount_options: noatime}}").Raids[1];
        Assert.Equal(("/srv", "noatime", "sdg/a"), (raid.Filesystem!.MountPoint, raid.Filesystem.MountOptions, Assert.Single(raid.Spares)));
    }

    [Fact]
    public void Partitions_of_a_RAID_are_inherited_by_name()
    {
        const string Raids = "storage: {raids: {md0: {level: raid-1, devices: [sdb, sdc], partitions: "
            + "[{name: a, size: 1g, filesystem: {mountpoint: /a}}, {name: b, size: 2g}]}}}";
        var node = TestDesign.Inherit(Raids, "storage: {raids: {md0: {partitions: [{name: a, size: 3g}, {name: '!b'}]}}}");
        Assert.Equal(["a 3g"], node.Raids[0].Partitions.Select(p => $"{p.Name} {p.Size}"));
        Assert.Equal(new MountedVolume("md0", "a"), node.FindMount("/a"));
    }

    [Theory]
    [InlineData("{levle: raid-1}", "UnknownProperty $.storage.raids.md0.levle")]
    [InlineData("{level: raid-7}", "InvalidValue $.storage.raids.md0.level")]
    [InlineData("{devices: sdb}", "WrongType $.storage.raids.md0.devices")]
    [InlineData("{filesystem: {mount: /srv}}", "UnknownProperty $.storage.raids.md0.filesystem.mount")]
    public void A_typo_is_an_error_with_its_place(string raid, string expected)
    {
        var problem = TestDesign.Problem(TestDesign.Node("n1", $"storage: {{raids: {{md0: {raid}}}}}"), TestDesign.Hardware);
        Assert.Equal(expected, $"{problem.ErrorId} {problem.Path}");
        Assert.NotNull(problem.Location);
    }

    private static DrydockNode Inherit(string raids) => TestDesign.Inherit(Parent, $"storage: {{raids: {{{raids}}}}}");
}
