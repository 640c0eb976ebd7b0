using System.Globalization;
using Drydock.Maas.Simulator.State;
using static Drydock.Maas.Provisioning.Tests.InProcess.InProcessMaas;

namespace Drydock.Maas.Provisioning.Tests.Drift;

/// <summary>What somebody does to NICs and disks of a Ready machine by more than one field of a form.</summary>
internal static class UnusualChangesOfMachine
{
    private const long LogSize = 9_999_220_736;

    /// <summary>A new layout clears all disks, so that everything on them is made anew.</summary>
    private const int Everything = 40;

    private const int Something = 20;

    public static IReadOnlyList<ManualChange> OfNetwork { get; } =
    [
        new("bond renamed", s => s.OnNic("bond0", "PUT", null, ("name", "bond1")),
            "node1: Interface bond0 is bond1 (bond on eno2, eno3), the design says 802.3ad of eno2, eno3, mtu 9000", 9),
        new("bond moved to another VLAN", s => s.OnNic("bond0", "PUT", null, ("vlan", Text(s.Vlan("away", 0).Id))),
            "node1: vlan of Interface bond0 is away/0, the design says gp/0", 2),
        new("VLAN of a VLAN interface", s => s.OnNic("bond0.110", "PUT", null, ("vlan", NewVlan(s, "gp", 130))),
            "node1: Interface bond0.110 is VLAN gp/130 on bond0, the design says VLAN gp/110, mtu 9000", 3),
        new("MTU of a VLAN interface", s => s.OnNic("bond0.110", "PUT", null, ("mtu", "1500")),
            "node1: mtu of Interface bond0.110 is 1500, the design says 9000"),
        new("MTU of a bond's member", s => s.OnNic("eno2", "PUT", null, ("mtu", "1500")),
            "node1: mtu of Interface eno2 is 1500, the design says 9000", 3),
        new("third member of a bond", s => SetMembers(s, "eno2", "eno3", "eno4"),
            "node1: members of Interface bond0 is eno2, eno3, eno4, the design says eno2, eno3", 3),
        new("another member of a bond", s => SetMembers(s, "eno2", "eno4"),
            "node1: members of Interface bond0 is eno2, eno4, the design says eno2, eno3", 4),
        new("NIC disconnected", s => s.OnNic("eno1", "POST", "disconnect"),
            "node1: vlan of Interface eno1 is (none), the design says pxe/0", 2),
        new("bond disconnected", s => s.OnNic("bond0", "POST", "disconnect"),
            "node1: vlan of Interface bond0 is (none), the design says gp/0", 2),
        new("bridge over a NIC", s => Bridge(s, "eno1"), "node1: Interface br0 is not in the design: bridge on eno1", 2),
        new("bridge over the bond", s => Bridge(s, "bond0"), "node1: Interface br0 is not in the design: bridge on bond0", 2),
        new("static address instead of DHCP", s => s.Relink("eno1", Static(s, "10.1.0.0/24", "10.1.0.77")),
            "node1: link of Interface eno1 is static 10.1.0.77, the design says dhcp on 10.1.0.0/24", 2),
        new("link without an address", s => s.Relink("bond0.110", ("mode", "link_up"), ("subnet", Text(s.Subnet("10.3.0.0/24").Id))),
            "node1: link of Interface bond0.110 is link_up 10.3.0.0/24, the design says static 10.3.0.11 on 10.3.0.0/24", 2),
        new("interface without a subnet", s => s.Relink("bond0.110", ("mode", "link_up")),
            "node1: link of Interface bond0.110 is missing: static 10.3.0.11 on 10.3.0.0/24"),
        new("address with the default gateway", s => s.Relink("bond0", Static(s, "10.2.0.0/24", "10.2.0.77")),
            "node1: link of Interface bond0 is static 10.2.0.77, the design says static 10.2.0.11 on 10.2.0.0/24, default gateway", 2),
    ];

    public static IReadOnlyList<ManualChange> OfStorage { get; } =
    [
        new("root deleted", s => s.OnPartition("/", "DELETE", null),
            "node1: storage layout of Machine node1 is no root (sda: 10.0 GB xfs at /var (noatime), "
                + "5.0 GB ext4 at /srv, 998.2 MB unused; sdb: ",
            30),
        new("root made smaller", ShrinkRoot, "node1: storage layout of Machine node1 is root 15.0 GB on sda (sda: ", 30),
        new("storage layout restored", s => s.OnMachine("POST", "restore_storage_configuration"),
            "node1: storage layout of Machine node1 is root 480.0 GB on sda (sda: 480.0 GB ext4 at /), the design says flat on sda, "
                + "root 20.0 GB; clears all its disks",
            30),
        new("storage layout blank", s => s.OnMachine("POST", "set_storage_layout", ("storage_layout", "blank")),
            "node1: storage layout of Machine node1 is no root, no partitions, the design says flat on sda", 30),
        new("storage layout lvm", s => s.OnMachine("POST", "set_storage_layout", ("storage_layout", "lvm")),
            "node1: storage layout of Machine node1 is root 480.0 GB on vgroot-lvroot (", 30),
        new("partition added to a volume group", AddToGroup, "is not in the design: 4.0 GB, LVM volume for data", 2),
        new("swap added", s => Make(s, "sdb", "4000000000", "swap", "none"),
            "is not in the design: 4.0 GB, swap formatted filesystem mounted at none"),
        new("partition mounted beside the design", s => Make(s, "sdb", "4000000000", "ext4", "/extra"),
            "is not in the design: 4.0 GB, ext4 formatted filesystem mounted at /extra"),
        new("logical volume added", s => s.OnGroup("POST", "create_logical_volume", ("name", "extra"), ("size", "1000000000")),
            "node1: LogicalVolume data-extra is not in the design: 998.2 MB"),
        new("logical volume unmounted", s => s.OnVolume("data-log", "unmount"),
            "node1: mount of LogicalVolume data-log is xfs (not mounted), the design says xfs at /var/log"),
        new("logical volume unformatted", s => { s.OnVolume("data-log", "unmount"); s.OnVolume("data-log", "unformat"); },
            "node1: file system of LogicalVolume data-log is (none), the design says xfs at /var/log", 2),
        new("logical volume larger by an extent", s => Remake(s, "log", LogSize + 4_194_304),
            "node1: size of LogicalVolume data-log is 10.0 GB (10,003,415,040 bytes), the design says 10.0 GB (9,999,220,736 bytes)", 4),
        new("logical volume of another name", s => Remake(s, "logs", LogSize),
            "node1: name of LogicalVolume data-log is data-logs, the design says data-log", 4),
        new("RAID in place of a volume group", MakeRaid, "node1: VolumeGroup two is missing: on sdd, sde", 5),
        new("file system in place of a volume group", s => { DeleteGroup(s); s.OnVolume("sdd", "format", ("fstype", "ext4")); },
            "node1: VolumeGroup two is missing: on sdd, sde", 5),
    ];

    private static (string, string)[] Static(DriftSite site, string cidr, string address) =>
        [("mode", "static"), ("subnet", Text(site.Subnet(cidr).Id)), ("ip_address", address)];

    private static void SetMembers(DriftSite site, params string[] nics) =>
        site.OnNic("bond0", "PUT", null, [.. nics.Select(n => ("parents", Text(site.Nic(n).Id)))]);

    private static void Bridge(DriftSite site, string nic) =>
        site.OnNode("POST", "interfaces/", "create_bridge", ("name", "br0"), ("parent", Text(site.Nic(nic).Id)));

    private static string NewVlan(DriftSite site, string fabric, int vid)
    {
        site.Maas.Ask("POST", $"fabrics/{site.Fabric(fabric).Id}/vlans/", null, ("vid", Text(vid)));
        return Text(site.Vlan(fabric, vid).Id);
    }

    private static SimulatedBlockDevice Disk(DriftSite site, string name) => site.Machine.BlockDevices.First(d => d.FullName == name);

    private static SimulatedPartition Make(DriftSite site, string disk, string size)
    {
        site.OnNode("POST", $"blockdevices/{Disk(site, disk).Id}/partitions/", null, ("size", size));
        return Disk(site, disk).Partitions.MaxBy(p => p.Id)!;
    }

    private static void Make(DriftSite site, string disk, string size, string type, string mountPoint)
    {
        var partition = Make(site, disk, size);
        site.OnPartition(partition, "POST", "format", ("fstype", type));
        site.OnPartition(partition, "POST", "mount", ("mount_point", mountPoint));
    }

    private static void ShrinkRoot(DriftSite site)
    {
        site.OnPartition("/", "DELETE", null);
        Make(site, "sda", "15000000000", "ext4", "/");
    }

    private static void AddToGroup(DriftSite site)
    {
        var partition = Make(site, "sdb", "4000000000");
        site.OnGroup("PUT", null, ("add_partitions", Text(partition.Id)));
    }

    private static void Remake(DriftSite site, string name, long size)
    {
        site.OnGroup("POST", "delete_logical_volume", ("id", Text(Disk(site, "data-log").Id)));
        site.OnGroup("POST", "create_logical_volume", ("name", name), ("size", size.ToString(CultureInfo.InvariantCulture)));
        site.OnVolume($"data-{name}", "format", ("fstype", "xfs"));
        site.OnVolume($"data-{name}", "mount", ("mount_point", "/var/log"));
    }

    private static void DeleteGroup(DriftSite site)
    {
        site.OnGroup("two", "POST", "delete_logical_volume", ("id", Text(Disk(site, "two-cache").Id)));
        site.OnGroup("two", "DELETE", null, []);
    }

    private static void MakeRaid(DriftSite site)
    {
        DeleteGroup(site);
        (string, string)[] disks = [("block_devices", Text(Disk(site, "sdd").Id)), ("block_devices", Text(Disk(site, "sde").Id))];
        site.OnNode("POST", "raids/", null, [("name", "md9"), ("level", "raid-1"), .. disks]);
    }
}
