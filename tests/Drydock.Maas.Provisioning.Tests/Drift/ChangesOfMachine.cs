using static Drydock.Maas.Provisioning.Tests.InProcess.InProcessMaas;

namespace Drydock.Maas.Provisioning.Tests.Drift;

/// <summary>What somebody changes at NICs and disks of a machine that is Ready; MAAS takes none of it on a deployed one.</summary>
internal static class ChangesOfMachine
{
    public static IReadOnlyList<ManualChange> OfNetwork { get; } =
    [
        new("NIC moved to another VLAN", s => s.OnNic("eno1", "PUT", null, ("vlan", Text(s.Vlan("gp", 0).Id))),
            "node1: vlan of Interface eno1 is gp/0, the design says pxe/0", 2),
        new("MTU of a NIC", s => s.OnNic("eno1", "PUT", null, ("mtu", "1400")),
            "node1: mtu of Interface eno1 is 1400, the design says 1500"),
        new("MTU of a bond", s => s.OnNic("bond0", "PUT", null, ("mtu", "1500")),
            "node1: mtu of Interface bond0 is 1500, the design says 9000", 2),
        new("larger MTU of a VLAN interface", s => s.OnNic("bond0.110", "PUT", null, ("mtu", "9100")),
            "node1: mtu of Interface bond0.110 is 9100, the design says 9000", 4),
        new("address",
            s => s.Relink("bond0.110", ("mode", "static"), ("subnet", Text(s.Subnet("10.3.0.0/24").Id)), ("ip_address", "10.3.0.99")),
            "node1: link of Interface bond0.110 is static 10.3.0.99, the design says static 10.3.0.11 on 10.3.0.0/24", 2),
        new("link mode", s => s.Relink("bond0.120", ("mode", "auto"), ("subnet", Text(s.Subnet("10.4.0.0/24").Id))),
            "node1: link of Interface bond0.120 is auto", 2),
        new("extra link",
            s => s.OnNic("bond0.110", "POST", "link_subnet", ("mode", "static"), ("subnet", Text(s.Subnet("10.3.0.0/24").Id)),
                ("ip_address", "10.3.0.99")),
            "node1: link of Interface bond0.110 is not in the design: static 10.3.0.99"),
        new("missing link", s => s.Unlink("bond0.110"), "node1: link of Interface bond0.110 is missing: static 10.3.0.11 on 10.3.0.0/24"),
        new("default gateway cleared", s => s.OnMachine("POST", "clear_default_gateways"),
            "node1: default gateway of Interface bond0 is 10.2.0.1, chosen by MAAS itself, the design says 10.2.0.1"),
        new("bond mode", s => s.OnNic("bond0", "PUT", null, ("bond_mode", "active-backup")),
            "node1: mode of Interface bond0 is active-backup, the design says 802.3ad"),
        new("bond parameter", s => s.OnNic("bond0", "PUT", null, ("bond_miimon", "50")),
            "node1: link check interval of Interface bond0 is 50, the design says 100"),
        new("bond member missing", s => s.OnNic("bond0", "PUT", null, ("parents", Text(s.Nic("eno2").Id))),
            "node1: members of Interface bond0 is eno2, the design says eno2, eno3"),
        new("bond deleted", s => s.OnNic("bond0", "DELETE", null), "node1: Interface bond0 is missing: 802.3ad of eno2, eno3, mtu 9000", 6),
        new("extra bond over a NIC",
            s => s.OnNode("POST", "interfaces/", "create_bond", ("name", "bond9"), ("parents", Text(s.Nic("eno1").Id))),
            "node1: Interface bond9 is not in the design: bond on eno1", 2),
        new("VLAN interface deleted", s => s.OnNic("bond0.110", "DELETE", null),
            "node1: Interface bond0.110 is missing: VLAN gp/110, mtu 9000", 2),
        new("extra VLAN interface",
            s => s.OnNode("POST", "interfaces/", "create_vlan", ("parent", Text(s.Nic("eno4").Id)), ("vlan", ExtraVlan(s))),
            "node1: Interface eno4.333 is not in the design: VLAN away/333 on eno4"),
    ];

    public static IReadOnlyList<ManualChange> OfStorage { get; } =
    [
        new("partition deleted", s => s.OnPartition("/var", "DELETE", null), "node1: Partition sda/var is missing: 10.0 GB", 3),
        new("size of a partition", Shrink, "node1: size of Partition sda/srv is ", 4),
        new("file system type", s => Reformat(s, "/srv", "xfs"),
            "node1: file system of Partition sda/srv is xfs at /srv, the design says ext4 at /srv", 2),
        new("mount point", s => Remount(s, "/srv", "/mnt", ""),
            "node1: mount of Partition sda/srv is ext4 at /mnt, the design says ext4 at /srv", 2),
        new("mount options", s => Remount(s, "/var", "/var", "ro"),
            "node1: mount of Partition sda/var is xfs at /var (ro), the design says xfs at /var (noatime)", 2),
        new("unmounted", s => s.OnPartition("/srv", "POST", "unmount"),
            "node1: mount of Partition sda/srv is ext4 (not mounted), the design says ext4 at /srv"),
        new("root unmounted", s => s.OnPartition("/", "POST", "unmount"),
            "node1: mount of Partition sda/root is ext4 (not mounted), the design says ext4 at /"),
        new("file system where none is designed",
            s => s.OnPartition(s.Machine.BlockDevices.SelectMany(d => d.Partitions).Last(p => p.EffectiveFilesystem is null), "POST",
                "format", ("fstype", "ext4")),
            "node1: file system of Partition sda/raw is ext4, the design says (none)"),
        new("extra partition on a disk of the design",
            s => s.OnNode(
                "POST", $"blockdevices/{s.Machine.BlockDevices.First(d => d.FullName == "sdb").Id}/partitions/", null, ("size", "2000000000")),
            "node1: Partition sdb/"),
        new("volume group deleted", DeleteGroup, "node1: VolumeGroup data is missing: on sdb/pv", 7),
        new("volume group renamed", s => s.OnGroup("PUT", null, ("name", "theirs")),
            "node1: name of VolumeGroup data is theirs, the design says data"),
        new("volume group extended by a disk", Extend,
            "node1: physical volumes of VolumeGroup data is sdb/pv, sdx, the design says sdb/pv"),
        new("disk taken out of a volume group", s => s.OnGroup("two", "PUT", null, ("remove_block_devices", Volume(s, "sde"))),
            "node1: physical volumes of VolumeGroup two is sdd, the design says sdd, sde"),
        new("logical volume deleted", s => s.OnGroup("POST", "delete_logical_volume", [("id", Volume(s, "data-log"))]),
            "node1: LogicalVolume data-log is missing: ", 3),
        new("logical volume resized", Resize, "node1: size of LogicalVolume data-log is ", 4),
        new("file system of a logical volume",
            s =>
            {
                s.OnVolume("data-log", "unmount");
                s.OnVolume("data-log", "format", ("fstype", "ext4"));
                s.OnVolume("data-log", "mount", ("mount_point", "/var/log"));
            },
            "node1: file system of LogicalVolume data-log is ext4 at /var/log, the design says xfs at /var/log", 2),
        new("RAID deleted", s => s.OnNode("DELETE", $"raid/{s.Machine.Raids[0].Id}/", null),
            "node1: Raid md0 is missing: raid-1 on sdf, sdg", 3),
        new("RAID of another level", Stripe, "node1: Raid md0 is raid-0 on sdf, sdg, the design says raid-1 on sdf, sdg", 4),
        new("file system of a RAID",
            s =>
            {
                s.OnVolume("md0", "unmount");
                s.OnVolume("md0", "format", ("fstype", "ext4"));
                s.OnVolume("md0", "mount", ("mount_point", "/mirror"));
            },
            "node1: file system of Raid md0 is ext4 at /mirror, the design says xfs at /mirror", 2),
        new("bcache deleted", s => s.OnNode("DELETE", $"bcache/{s.Machine.Bcaches[0].Id}/", null),
            "node1: Bcache bcache0 is missing: writeback on sdh, cache sdi", 3),
        new("bcache and its cache set deleted", Uncache, "node1: CacheSet sdi is missing: for bcaches", 4),
        new("cache mode", s => OnBcache(s, ("cache_mode", "writearound")),
            "node1: cache mode of Bcache bcache0 is writearound, the design says writeback"),
        new("bcache renamed", s => OnBcache(s, ("name", "theirs")), "node1: name of Bcache bcache0 is theirs, the design says bcache0"),
        new("bcache behind another cache", Recache, "node1: cache device of Bcache bcache0 is sdx, the design says sdi"),
        new("mount point of a bcache", s => { s.OnVolume("bcache0", "unmount"); s.OnVolume("bcache0", "mount", ("mount_point", "/mnt")); },
            "node1: mount of Bcache bcache0 is ext4 at /mnt, the design says ext4 at /cached", 2),
        new("boot disk", s => s.OnVolume("sdb", "set_boot_disk"), "node1: boot disk of BlockDevice sda is sdb, the design says sda"),
    ];

    private static void OnBcache(DriftSite site, params (string, string)[] form) =>
        site.OnNode("PUT", $"bcache/{site.Machine.Bcaches[0].Id}/", null, form);

    private static void Stripe(DriftSite site)
    {
        site.OnNode("DELETE", $"raid/{site.Machine.Raids[0].Id}/", null);
        site.OnNode("POST", "raids/", null, ("name", "md0"), ("level", "raid-0"), ("block_devices", Volume(site, "sdf")),
            ("block_devices", Volume(site, "sdg")));
        site.OnVolume("md0", "format", ("fstype", "xfs"));
        site.OnVolume("md0", "mount", ("mount_point", "/mirror"));
    }

    private static void Uncache(DriftSite site)
    {
        site.OnNode("DELETE", $"bcache/{site.Machine.Bcaches[0].Id}/", null);
        site.OnNode("DELETE", $"bcache-cache-set/{site.Machine.CacheSets[0].Id}/", null);
    }

    private static void Recache(DriftSite site)
    {
        site.OnNode("POST", "blockdevices/", null, ("name", "sdx"), ("id_path", "/dev/disk/by-id/x"), ("size", "50000000000"),
            ("block_size", "512"));
        site.OnNode("POST", "bcache-cache-sets/", null, ("cache_device", Volume(site, "sdx")));
        OnBcache(site, ("cache_set", Text(site.Machine.CacheSets[^1].Id)));
    }

    private static void Shrink(DriftSite site)
    {
        var device = site.PartitionAt("/srv").Device;
        site.OnPartition("/srv", "DELETE", null);
        site.OnNode("POST", $"blockdevices/{device.Id}/partitions/", null, ("size", "3000000000"));
        var partition = device.Partitions.MaxBy(p => p.Id)!;
        site.OnPartition(partition, "POST", "format", ("fstype", "ext4"));
        site.OnPartition(partition, "POST", "mount", ("mount_point", "/srv"));
    }

    private static void Extend(DriftSite site)
    {
        site.OnNode("POST", "blockdevices/", null, ("name", "sdx"), ("id_path", "/dev/disk/by-id/x"), ("size", "50000000000"),
            ("block_size", "512"));
        site.OnGroup("PUT", null, ("add_block_devices", Volume(site, "sdx")));
    }

    private static void Reformat(DriftSite site, string mountPoint, string type)
    {
        var partition = site.PartitionAt(mountPoint);
        site.OnPartition(partition, "POST", "unmount");
        site.OnPartition(partition, "POST", "format", ("fstype", type));
        site.OnPartition(partition, "POST", "mount", ("mount_point", mountPoint));
    }

    private static void Remount(DriftSite site, string mountPoint, string other, string options)
    {
        var partition = site.PartitionAt(mountPoint);
        site.OnPartition(partition, "POST", "unmount");
        site.OnPartition(partition, "POST", "mount", ("mount_point", other), ("mount_options", options));
    }

    private static void Resize(DriftSite site)
    {
        site.OnGroup("POST", "delete_logical_volume", ("id", Volume(site, "data-log")));
        site.OnGroup("POST", "create_logical_volume", ("name", "log"), ("size", "2000000000"));
        site.OnVolume("data-log", "format", ("fstype", "xfs"));
        site.OnVolume("data-log", "mount", ("mount_point", "/var/log"));
    }

    private static void DeleteGroup(DriftSite site)
    {
        foreach (var volume in site.Machine.VolumeGroups[0].Volumes.ToList())
            site.OnGroup("POST", "delete_logical_volume", ("id", Text(volume.Id)));
        site.OnGroup("DELETE", null);
    }

    private static string Volume(DriftSite site, string name) => Text(site.Machine.BlockDevices.First(d => d.FullName == name).Id);

    private static string ExtraVlan(DriftSite site)
    {
        site.Maas.Ask("POST", $"fabrics/{site.Fabric("away").Id}/vlans/", null, ("vid", "333"));
        return Text(site.Vlan("away", 333).Id);
    }
}
