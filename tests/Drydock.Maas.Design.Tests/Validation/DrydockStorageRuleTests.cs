namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>Drydock's rules for storage.</summary>
public sealed class DrydockStorageRuleTests
{
    private const string Node = "BaremetalNode node1";
    private const string Root = "{name: root, size: 30g, filesystem: {mountpoint: /, fstype: ext4}}";

    [Theory]
    [InlineData("{name: root, size: 30g", "{name: root, size: 19g", "Root volume must be > 20GB on BaremetalNode node1")]
    [InlineData("{name: root, size: 30g", "{name: root, size: '>19g'", "Root volume must be > 20GB on BaremetalNode node1")]
    [InlineData("{name: root, size: 30g", "{name: root, size: large", "Root volume has an invalid size format")]
    [InlineData("mountpoint: /,", "mountpoint: /opt,", "Root volume has to be set")]
    [InlineData("{name: boot, size: 1g", "{name: boot, size: 999m", "Boot volume must be > 1GB on BaremetalNode node1")]
    [InlineData("{name: boot, size: 1g", "{name: boot, size: '1'", "Boot volume has an invalid size format")]
    public void Root_and_boot_are_there_and_large_enough(string text, string by, string message) =>
        SoundSite.Check((text, by)).FoundError("BootStorageRational", message, Node);

    [Theory]
    [InlineData("'>20g'")]
    [InlineData("30%")]
    [InlineData("20GiB")]
    [InlineData("1t")]
    public void Every_way_to_write_a_size_will_do_for_a_root(string size) =>
        SoundSite.Check(("{name: root, size: 30g", $"{{name: root, size: {size}")).FoundNothing("BootStorageRational");

    [Fact]
    public void A_disk_has_a_use() =>
        SoundSite.Check(("      data_disk:\n", "      sdx: {}\n      data_disk:\n"))
            .FoundError("StoragePartitioning", "sdx of node1", Node);

    [Theory]
    [InlineData("      data_disk:\n", "      data_disk:\n        volume_group: system\n", "data_disk of node1")]
    [InlineData("volume_group: system}", "volume_group: system, filesystem: {mountpoint: /x}}", "sda/system of node1")]
    [InlineData(", volume_group: system}", "}", "Volume group system not assigned any physical volumes")]
    public void Disks_and_partitions_have_one_use_and_groups_a_place(string text, string by, string message) =>
        SoundSite.Check((text, by)).FoundError("StoragePartitioning", message, Node);

    [Theory]
    [InlineData("{name: images, size: 60%", "{name: images, size: '-60%'", "Storage partition images on device data_disk size is < 0")]
    [InlineData("{name: log, size: 20%", "{name: log, size: '-20%'", "Logical Volume log size is < 0")]
    [InlineData("{name: images, size: 60%", "{name: images, size: 100%", "Cumulative partition sizes on device data_disk")]
    [InlineData("{name: log, size: 20%", "{name: log, size: '>100%'", "greater than 99% in volume group system")]
    public void Percentages_are_positive_and_leave_something(string text, string by, string message) =>
        SoundSite.Check((text, by)).FoundError("StorageSizing", message, Node);

    [Fact]
    public void Percentages_of_different_groups_are_not_added_up() => SoundSite.Check(
            (Root, "{name: root, size: 60%, filesystem: {mountpoint: /, fstype: ext4}}"),
            ("      data_disk:\n", "      sdx: {volume_group: other}\n      data_disk:\n"),
            ("volume_groups:\n", "volume_groups:\n      other: {logical_volumes: [{name: data, size: 90%}]}\n"))
        .FoundNothing("StorageSizing");

    [Theory]
    [InlineData("mountpoint: /srv,", "mountpoint: /var/images,", "Mountpoint \"/var/images\" already exists")]
    [InlineData("mountpoint: /srv,", "mountpoint: /var/log,", "Mountpoint \"/var/log\" already exists")]
    public void A_mount_point_is_used_once(string text, string by, string message)
    {
        var findings = SoundSite.Check((text, by));
        findings.FoundError("StorageMountpoints", message, Node);
        Assert.Equal(["node1", "node2"], Assert.Single(findings, f => f.RuleId == "StorageMountpoints").Nodes);
    }
}
