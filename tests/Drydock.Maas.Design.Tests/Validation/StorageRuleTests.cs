namespace Drydock.Maas.Design.Tests.Validation;

/// <summary>Rules for storage that Drydock does not have.</summary>
public sealed class StorageRuleTests
{
    private const string Node = "BaremetalNode node1";
    private const string Devices = "    physical_devices:\n";
    private const string Efi = "{name: efi, size: 512mi, filesystem: {mountpoint: /boot/efi, fstype: vfat}}";
    private const string Log = "{name: log, size: 20%, filesystem: {mountpoint: /var/log, fstype: ext4}}";
    private const string SystemPartition = "{name: system, size: 60g, volume_group: system}";

    [Theory]
    [InlineData("mountpoint: /srv, fstype: xfs", "mountpoint: /srv, fstype: xfs, fs_label: a-long-label1")]
    [InlineData("mountpoint: /boot/efi, fstype: vfat", "mountpoint: /boot/efi, fstype: vfat, fs_label: EFI-SYSTEM-1")]
    public void A_label_fits_its_file_system(string text, string by) =>
        SoundSite.Check((text, by)).FoundError("FilesystemLabels", "is too long for", "BaremetalNode node1", "BaremetalNode node2");

    [Fact]
    public void A_mount_point_with_a_slash_at_its_end_is_the_same_place() =>
        SoundSite.Check(("mountpoint: /srv,", "mountpoint: /var/log/,")).FoundError(
            "StorageMountpoints", "already exists", "BaremetalNode node1", "BaremetalNode node2");

    [Fact]
    public void A_root_that_is_not_mounted_is_an_error() =>
        SoundSite.Check(("filesystem: {mountpoint: /, fstype", "filesystem: {fstype"), (Efi, "{name: root, size: 30g}"))
            .FoundError("RootMounted", "The partition sda/root of node node1 is not mounted at /", Node);

    [Theory]
    [InlineData("size: 60%", "size: sixty")]
    [InlineData("size: 60%", "size: '60'")]
    [InlineData("size: 60%", "size: 0g")]
    [InlineData("size: 60%", "size: 99999999999t")]
    [InlineData(", size: 60%", "")]
    public void A_size_is_a_size(string text, string by) =>
        SoundSite.Check((text, by)).FoundError("SizeFormat", "of partition data_disk/images of node node1 cannot be used", Node);

    [Theory]
    [InlineData("30g", true)]
    [InlineData("'>20%'", true)]
    [InlineData("30GiB", true)]
    [InlineData("30x", false)]
    [InlineData("1.5g", false)]
    [InlineData("'> 20g'", false)]
    public void One_grammar_says_what_a_size_is_wherever_one_stands(string size, bool isSize)
    {
        var root = SoundSite.Check(("{name: root, size: 30g", $"{{name: root, size: {size}"));
        var other = SoundSite.Check(("size: 60%", $"size: {size}"));

        ValidationFinding?[] refused = [Find(root, "BootStorageRational"), Find(other, "SizeFormat")];
        Assert.All(refused, finding => Assert.Equal(isSize, finding is null));
        Assert.All(refused.OfType<ValidationFinding>(), finding => Assert.EndsWith(StorageSize.Grammar, finding.Diagnostic, StringComparison.Ordinal));

        static ValidationFinding? Find(IReadOnlyList<ValidationFinding> findings, string rule) => findings.FirstOrDefault(f => f.RuleId == rule);
    }

    [Theory]
    [InlineData("fstype: vfat", "fstype: ext4")]
    [InlineData(Efi, "{name: other, size: 1g, filesystem: {mountpoint: /other, fstype: ext4}}", Log,
        "{name: efi, size: 512mi, filesystem: {mountpoint: /boot/efi, fstype: vfat}}")]
    public void An_EFI_partition_is_a_FAT_partition(params string[] changes) =>
        SoundSite.Check([.. changes.Chunk(2).Select(c => (c[0], c[1]))])
            .FoundError("EfiPartition", "mounted at /boot/efi, is no partition with a FAT file system", Node);

    [Theory]
    [InlineData("size: 512mi", "size: 511mi", "has less than 512 MiB")]
    [InlineData("boot_mode: uefi", "boot_mode: bios", "boots by BIOS")]
    public void An_EFI_partition_nobody_can_use_is_warned_of(string text, string by, string message) =>
        SoundSite.Check((text, by)).FoundWarning("EfiPartition", message, Node);

    [Theory]
    [InlineData(
        "60g, volume_group: system", "60g, volume_group: nowhere", "The partition sda/system of node node1 is for volume group nowhere")]
    [InlineData("      data_disk:\n", "      sdb: {volume_group: nowhere}\n      data_disk:\n",
        "The disk sdb of node node1 is for volume group nowhere")]
    public void A_volume_group_is_defined(string text, string by, string message) =>
        SoundSite.Check((text, by)).FoundError("UnknownVolumeGroup", message, Node);

    [Fact]
    public void A_root_on_two_physical_volumes_is_an_error() =>
        SoundSite.Check(("      data_disk:\n", "      sdb: {volume_group: system}\n      data_disk:\n"))
        .FoundError("LvmRoot", "is in volume group system, which has 2 physical volumes", Node);

    [Fact]
    public void Boot_on_a_logical_volume_is_an_error() => SoundSite.Check(("mountpoint: /var/log", "mountpoint: /boot"))
        .FoundError("LvmRoot", "/boot of node node1 is in volume group system.", Node);

    [Fact]
    public void One_size_of_a_disk_takes_the_rest() => SoundSite.Check(("size: 60%", "size: '>60%'"))
        .FoundError("StorageSums", "More than one size on data_disk of node node1 starts with >: images, scratch.", Node);

    [Fact]
    public void Logical_volumes_fit_partitions_of_known_sizes() => SoundSite.Check(("{name: root, size: 30g", "{name: root, size: 50g"))
        .FoundError("StorageSums", "want 62.0 GB; its partitions have room for 60.0 GB", Node);

    [Fact]
    public void Logical_volumes_on_a_whole_disk_may_be_of_any_size() =>
        SoundSite.Check((SystemPartition, "{name: rest, size: 60g}"),
            ("      data_disk:\n", "      sdb: {volume_group: system}\n      data_disk:\n"), ("size: 30g", "size: 900g"))
            .FoundNothing("StorageSums");

    [Theory]
    [InlineData("{name: scratch", "{name: images", "Node node1 has the partition data_disk/images twice.")]
    [InlineData("{name: log,", "{name: root,", "Node node1 has the logical volume system/root twice.")]
    [InlineData("{name: log,", "{name: my log,", "with the name \"my log\" (node node1)")]
    public void Names_are_usable_and_unique(string text, string by, string message) =>
        SoundSite.Check((text, by)).FoundError("StorageNames", message, Node);

    [Theory]
    [InlineData(
        "sdb: {volume_group: other}", "      other: {logical_volumes: [{name: log, size: 1g}]}\n", "volume other/log and the logical volume system/log;")]
    [InlineData("sdb: {volume_group: other}", "      other: {logical_volumes: [{name: log2, size: 1g}]}\n", null)]
    [InlineData(
        "sdb: {}\n      sdc: {}", "    raids:\n      log: {level: raid-1, devices: [sdb, sdc], filesystem: {mountpoint: /x}}\n", "volume system/log and the RAID log;")]
    public void Logical_volumes_are_told_apart_by_their_own_names(string disk, string more, string? message)
    {
        const string LastVolume = "      - {name: log, size: 20%, filesystem: {mountpoint: /var/log, fstype: ext4}}\n";
        var found = SoundSite.Check(("      data_disk:\n", $"      {disk}\n      data_disk:\n"), (LastVolume, LastVolume + more));
        if (message is null)
            found.FoundNothing("StorageNames");
        else
            found.FoundError("StorageNames", message, Node);
    }

    [Theory]
    [InlineData("mountpoint: /srv, fstype: xfs", "mountpoint: /srv, fstype: ntfs",
        "The file system ntfs of partition data_disk/scratch of node node1")]
    [InlineData(
        "mountpoint: /srv", "mountpoint: srv", "The mount point srv of partition data_disk/scratch of node node1 is no absolute path.")]
    public void A_file_system_is_one_MAAS_makes(string text, string by, string message) =>
        SoundSite.Check((text, by)).FoundError("FilesystemUse", message, Node);

    [Theory]
    [InlineData("/srv", "Node node1 has something else mounted at /srv, where its special mount is.")]
    [InlineData("/", "The special mount / of node node1 is at no absolute path below /.")]
    [InlineData("tmp", "The special mount tmp of node node1 is at no absolute path below /.")]
    public void A_special_mount_has_a_place_of_its_own(string place, string message) =>
        SoundSite.Check((Devices, $"    special_mounts: [{{mountpoint: {place}}}]\n{Devices}")).FoundError("SpecialMounts", message, Node);

    [Theory]
    [InlineData("level: raid-1, devices: [sdb]", "RAID md0 of node node1 has 1 active member; raid-1 takes at least 2.")]
    [InlineData("level: raid-0, devices: [sdb, sdc], spares: [sdd]", "RAID md0 of node node1 has spares, which raid-0 does not take.")]
    [InlineData("devices: [sdb, sdc]", "RAID md0 of node node1 has no level.")]
    [InlineData("level: raid-1, devices: [sdb, sdb]", "sdb of node node1 is a member of RAIDs twice.")]
    [InlineData(
        "level: raid-1, devices: [sdb, sda]", "sda, a member of RAID md0 of node node1, is a disk that has partitions or a volume group.")]
    [InlineData("level: raid-1, devices: [sdb, sda/boot]", "is a partition that has a file system or a volume group.")]
    [InlineData("level: raid-1, devices: [sdb, sda/none]", "is no partition of the node's physical devices.")]
    [InlineData("level: raid-1, devices: [sdb, sdc], volume_group: system",
        "The root of node node1 is on RAID md0, which takes disks whole; machines boot from partitions.")]
    [InlineData(
        "level: raid-1, devices: [sdb, sdc], filesystem: {mountpoint: /boot/efi}", "The EFI file system of node node1 is on RAID md0")]
    [InlineData("level: raid-1, devices: [sdb, sdc], volume_group: system, filesystem: {mountpoint: /x}",
        "has more than one of file system, volume group and partitions.")]
    [InlineData(
        "level: raid-1, devices: [sdb, sdc], volume_group: other, partitions: [{name: e, size: 1g}]", "has more than one of file system")]
    [InlineData(
        "level: raid-1, devices: [sdb, sdc], partitions: [{name: e, size: 1g, filesystem: {mountpoint: /boot/efi, fstype: vfat}}]",
        "The EFI file system of node node1 is on RAID md0")]
    public void A_RAID_is_one_that_MAAS_makes(string raid, string message) => Raided(raid).FoundError("RaidUse", message, Node);

    [Fact]
    public void A_RAID_is_sound()
    {
        var findings = Raided("level: raid-1, devices: [sdb, sdc], filesystem: {mountpoint: /raid, fstype: xfs}");
        Assert.DoesNotContain(
            findings, f => f.Message.Contains("md0", StringComparison.Ordinal) || f.Message.Contains("sdb", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("StorageMountpoints", "filesystem: {mountpoint: /srv}", "Mountpoint \"/srv\" already exists")]
    [InlineData("FilesystemUse", "filesystem: {fstype: ntfs}", "The file system ntfs of RAID md0 of node node1")]
    [InlineData(
        "StorageMountpoints", "partitions: [{name: p, size: 1g, filesystem: {mountpoint: /srv}}]", "Mountpoint \"/srv\" already exists")]
    [InlineData("SizeFormat", "partitions: [{name: p, size: much}]", "of partition md0/p of node node1 cannot be used")]
    [InlineData(
        "UnknownVolumeGroup", "partitions: [{name: p, size: 1g, volume_group: nowhere}]", "partition md0/p of node "
            + "node1 is for volume group nowhere")]
    [InlineData("UnknownVolumeGroup", "volume_group: nowhere", "The RAID md0 of node node1 is for volume group nowhere")]
    public void Other_rules_look_at_RAIDs_too(string rule, string use, string message) =>
        Raided($"level: raid-1, devices: [sdb, sdc], {use}").FoundError(rule, message, Node);

    private static IReadOnlyList<ValidationFinding> Raided(string raid) =>
        SoundSite.Check((Devices, $"    raids: {{md0: {{{raid}}}}}\n{Devices}"));

    [Theory]
    [InlineData("[sda/system, sdb/a], volume_group: system", SystemPartition, "{name: system, size: 60g}")]
    [InlineData("[sdb/a, sdc/a], filesystem: {mountpoint: /, fstype: ext4}", "30g, filesystem: {mountpoint: /,",
        "30g, filesystem: {mountpoint: /old,")]
    public void The_root_may_be_on_a_RAID_of_partitions(string raid, string text, string by)
    {
        string[] rules = ["RaidUse", "RootMounted", "BootStorageRational", "LvmRoot", "StoragePartitioning"];
        var disks = $"{Devices}      sdb: {{partitions: [{{name: a, size: 60g}}]}}\n      sdc: {{partitions: [{{name: a, size: 60g}}]}}\n";
        var findings = SoundSite.Check((text, by), (Devices, $"    raids: {{md0: {{level: raid-1, devices: {raid}}}}}\n{disks}"));
        Assert.DoesNotContain(findings, f => rules.Contains(f.RuleId));
    }

    [Theory]
    [InlineData("cache_device: sdc", "Bcache bcache0 of node node1 has no backing device.")]
    [InlineData("backing_device: sdb", "Bcache bcache0 of node node1 has no cache device.")]
    [InlineData(
        "backing_device: sdb, cache_device: sdb", "sdb of node node1 is used by bcache bcache0 and by the cache of bcache bcache0.")]
    [InlineData("backing_device: sda, cache_device: sdb",
        "sda, a device of bcache bcache0 of node node1, is a disk that has partitions or a volume group.")]
    [InlineData("backing_device: sdb, cache_device: sda/boot", "is a partition that has a file system or a volume group.")]
    [InlineData("backing_device: sdb, cache_device: sda/none", "is no partition of the node's physical devices.")]
    [InlineData("backing_device: sdb, cache_device: sdc, volume_group: system",
        "Bcache bcache0 of node node1 has the root or boot file system on it.")]
    [InlineData("backing_device: sdb, cache_device: sdc, volume_group: x, filesystem: {mountpoint: /x}",
        "has both a file system and a volume group.")]
    [InlineData("backing_device: md0, cache_device: sdd",
        "md0, a device of bcache bcache0 of node node1, is a RAID that has a file system, a volume group or partitions.")]
    [InlineData("backing_device: sde, cache_device: sdd", "sde of node node1 is used by RAID md0 and by bcache bcache0.")]
    public void A_bcache_is_one_that_MAAS_makes(string bcache, string message) => Cached(bcache).FoundError("BcacheUse", message, Node);

    [Fact]
    public void Bcaches_that_share_a_cache_are_sound()
    {
        var findings = Cached(
            "backing_device: sdb, cache_device: sdd, filesystem: {mountpoint: /c, fstype: xfs}}, b1: "
                + "{backing_device: sdc, cache_device: sdd");
        Assert.DoesNotContain(
            findings, f => f.Message.Contains("bcache0", StringComparison.Ordinal) || f.Message.Contains("sdd", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("StorageMountpoints", "filesystem: {mountpoint: /srv}", "Mountpoint \"/srv\" already exists")]
    [InlineData("FilesystemUse", "filesystem: {fstype: ntfs}", "The file system ntfs of bcache bcache0 of node node1")]
    [InlineData("UnknownVolumeGroup", "volume_group: nowhere", "The bcache bcache0 of node node1 is for volume group nowhere")]
    public void Other_rules_look_at_bcaches_too(string rule, string use, string message) =>
        Cached($"backing_device: sdb, cache_device: sdc, {use}").FoundError(rule, message, Node);

    [Fact]
    public void A_RAID_of_RAIDs_is_none() =>
        Raided("level: raid-1, devices: [sdb, md0]")
            .FoundError("RaidUse", "md0, a member of RAID md0 of node node1, is a RAID itself.", Node);

    private static IReadOnlyList<ValidationFinding> Cached(string bcache) => SoundSite.Check((Devices,
        $"    raids: {{md0: {{level: raid-1, devices: [sde, sdf], filesystem: {{mountpoint: /md, fstype: xfs}}}}}}\n    bcaches: "
            + $"{{bcache0: {{{bcache}}}}}\n{Devices}"));

    [Fact]
    public void A_special_mount_is_sound() =>
        SoundSite.Check((Devices, $"    special_mounts: [{{mountpoint: /tmp, mount_options: size=1G}}]\n{Devices}"))
            .FoundNothing("SpecialMounts");

    [Fact]
    public void Swap_is_mounted_nowhere() =>
        SoundSite.Check(("mountpoint: /srv, fstype: xfs", "mountpoint: none, fstype: swap")).FoundNothing("FilesystemUse");
}
