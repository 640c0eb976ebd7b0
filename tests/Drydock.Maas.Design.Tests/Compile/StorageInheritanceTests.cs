using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Compile;

/// <summary>Devices, partitions, volume groups and logical volumes merge by name, and none of the parent's is lost (Q38, Q39).</summary>
public sealed class StorageInheritanceTests
{
    private const string Parent = """
        storage:
          physical_devices:
            sda:
              labels: {role: root}
              partitions:
                - {name: root, size: 30g, bootable: true, part_uuid: u1,
                    filesystem: {mountpoint: /, fstype: xfs, mount_options: noatime, fs_label: r}}
                - {name: boot, size: 1g, filesystem: {mountpoint: /boot}}
                - {name: logs, size: 5g}
            sdb: {volume_group: vg1}
            sdc: {volume_group: vg2}
          volume_groups:
            vg1:
              vg_uuid: g1
              logical_volumes: [{name: a, size: 10%, lv_uuid: l1}, {name: b, size: 20%}, {name: c, size: 30%}]
            vg2: {}
            vg3: {}
        """;

    [Theory]
    [InlineData("", "sda,sdb,sdc")]
    [InlineData("sdd: {volume_group: vg1}", "sda,sdb,sdc,sdd")]
    [InlineData("sda: {labels: {x: y}}", "sda,sdb,sdc")]
    [InlineData("'!sdb': {}", "sda,sdc")]
    public void Devices_are_inherited_removed_and_added(string child, string expected) =>
        Assert.Equal(expected, string.Join(',', Inherit($"physical_devices: {{{child}}}").StorageDevices.Select(d => d.Name)));

    [Theory]
    [InlineData("{name: boot, size: 2g}", "root=30g,boot=2g,logs=5g")]
    [InlineData("{name: more, size: 3g}", "root=30g,boot=1g,logs=5g,more=3g")]
    [InlineData("{name: '!boot'}", "root=30g,logs=5g")]
    [InlineData("{name: logs, size: '!'}", "root=30g,boot=1g,logs=")]
    public void Partitions_are_inherited_removed_and_added(string child, string expected) =>
        Assert.Equal(expected, string.Join(',', Partitions(child).Select(p => $"{p.Name}={p.Size}")));

    [Fact]
    public void An_overridden_partition_keeps_what_it_does_not_say()
    {
        var root = Partitions("{name: root, size: 40g}")[0];
        Assert.Equal(("40g", true, "u1", "/", "xfs"),
            (root.Size, root.Bootable, root.PartitionUuid, root.Filesystem!.MountPoint, root.Filesystem.Type));
    }

    [Fact]
    public void Bootable_can_be_taken_back() => Assert.False(Partitions("{name: root, bootable: false}")[0].Bootable);

    [Fact]
    public void A_file_system_block_brings_its_defaults_with_it()
    {
        var filesystem = Partitions("{name: root, filesystem: {fs_label: own}}")[0].Filesystem!;
        Assert.Equal(("/", "ext4", "defaults", "own"), (filesystem.MountPoint, filesystem.Type, filesystem.MountOptions, filesystem.Label));
    }

    [Fact]
    public void Labels_of_a_device_merge() => Assert.Equal(
        ["role=root", "x=y"],
            Inherit("physical_devices: {sda: {labels: {x: y}}}").StorageDevices[0].Labels.Select(l => $"{l.Key}={l.Value}"));

    [Theory]
    [InlineData("vg4: {}", "vg1,vg2,vg3,vg4")]
    [InlineData("'!vg1': {}", "vg2,vg3")]
    [InlineData("vg2: {vg_uuid: x}", "vg1,vg2,vg3")]
    public void Volume_groups_are_inherited_removed_and_added(string child, string expected) =>
        Assert.Equal(expected, string.Join(',', Inherit($"volume_groups: {{{child}}}").VolumeGroups.Select(g => g.Name)));

    [Theory]
    [InlineData("vg1: {vg_uuid: x}", "x", "a=10%,b=20%,c=30%")]
    [InlineData("vg1: {logical_volumes: [{name: b, size: 25%}]}", "g1", "a=10%,b=25%,c=30%")]
    [InlineData("vg1: {logical_volumes: [{name: '!a'}, {name: d, size: 5%}]}", "g1", "b=20%,c=30%,d=5%")]
    public void An_overridden_volume_group_keeps_its_volumes(string child, string uuid, string expected)
    {
        var group = Inherit($"volume_groups: {{{child}}}").VolumeGroups[0];
        Assert.Equal((uuid, expected), (group.Uuid, string.Join(',', group.LogicalVolumes.Select(v => $"{v.Name}={v.Size}"))));
    }

    [Fact]
    public void What_is_mounted_is_found_in_volume_groups_first_and_then_on_devices()
    {
        var node = Inherit("volume_groups: {vg1: {logical_volumes: [{name: a, filesystem: {mountpoint: /boot}}]}}");
        Assert.Equal((new MountedVolume("sda", "root"), new MountedVolume("vg1", "a"), null),
            (node.FindMount("/"), node.FindMount("/boot"), node.FindMount("/srv")));
    }

    private static DrydockNode Inherit(string storage) => TestDesign.Inherit(Parent, $"storage: {{{storage}}}");

    private static IReadOnlyList<StoragePartition> Partitions(string child) =>
        Inherit($"physical_devices: {{sda: {{partitions: [{child}]}}}}").StorageDevices[0].Partitions;
}
