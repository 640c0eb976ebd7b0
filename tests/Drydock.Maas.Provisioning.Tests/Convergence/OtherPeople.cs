using Drydock.Maas.Provisioning.Tests.InProcess;
using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.State;
using static Drydock.Maas.Provisioning.Tests.InProcess.InProcessMaas;

namespace Drydock.Maas.Provisioning.Tests.Convergence;

/// <summary>What other people do to a machine and its site, by chance; what MAAS refuses is not done.</summary>
internal sealed class OtherPeople(InProcessMaas maas, Random random)
{
    private static readonly string[] Mounts = ["/var", "/srv", "/data", "/boot", "/", "/mnt"];
    private static readonly string[] Types = ["ext4", "xfs", "btrfs"];

    private SimulatedMachine Machine => maas.State.Nodes.OfType<SimulatedMachine>().First();

    public void Act()
    {
        Action[] acts =
        [
            DeleteInterface, AddBond, AddBridge, ChangeBridge, AddVlan, Link, Unlink, ChangeNic, ClearGateway,
            DeletePartition, AddPartition, Format, Mount, Unmount, DeleteGroup, AddGroup, RenameGroup, ExtendGroup, ReduceGroup, AddVolume, DeleteVolume, BootFrom,
            AddRaid, DeleteRaid, AddCacheSet, DeleteCacheSet, AddBcache, ChangeBcache, DeleteBcache,
            ChangeVlan, ChangeSubnet, DeleteRange, DeleteRoute, RenameFabric, ShareFabric, SplitFabric, DeleteTag, ChangeTag, LeaveTag, Rename,
        ];
        try
        {
            acts[random.Next(acts.Length)]();
        }
        catch (InvalidOperationException)
        {
            // Refused: nothing happened.
        }
    }

    private void OnNode(string method, string path, string? operation = null, params (string, string)[] form) =>
        maas.Ask(method, $"nodes/{Machine.SystemId}/{path}", operation, form);

    private T? Any<T>(IEnumerable<T> items)
    {
        var all = items.ToList();
        return all.Count == 0 ? throw new InvalidOperationException("There is none.") : all[random.Next(all.Count)];
    }

    private SimulatedInterface Nic() => Any(Machine.Interfaces)!;

    private string Vlan() => Text(Any(maas.State.Vlans)!.Id);

    private void DeleteInterface() => OnNode("DELETE", $"interfaces/{Any(Machine.Interfaces.Where(i => i.Type != "physical"))!.Id}/");

    private void AddBond() => OnNode(
        "POST", "interfaces/", "create_bond", ("name", Any(["bond1", "bond7"])!), ("parents", Text(Nic().Id)), ("parents", Text(Nic().Id)));

    private void AddBridge() => OnNode("POST", "interfaces/", "create_bridge", ("name", Any(["br0", "br7", "br-data"])!), ("parent", Text(Nic().Id)));

    private void ChangeBridge() => OnNode(
        "PUT",
        $"interfaces/{Any(Machine.Interfaces.Where(i => i.Type == "bridge"))!.Id}/",
        null,
        Any([("bridge_stp", "true"), ("bridge_fd", "3"), ("bridge_type", "ovs"), ("name", "br9"), ("mtu", "1400"), ("vlan", Vlan())]));

    private void AddVlan() => OnNode("POST", "interfaces/", "create_vlan", ("parent", Text(Nic().Id)), ("vlan", Vlan()));

    private void Link()
    {
        var subnet = Any(maas.State.Subnets)!;
        var address = subnet.Cidr.BaseAddress.ToString();
        (string, string)[] form = [("subnet", Text(subnet.Id)), ("mode", Any(["dhcp", "static", "link_up"])!)];
        OnNode("POST", $"interfaces/{Nic().Id}/", "link_subnet", form[1].Item2 == "static" && address.EndsWith(".0", StringComparison.Ordinal)
            ? [.. form, ("ip_address", address[..^1] + Text(random.Next(10, 14)))]
            : form);
    }

    private void Unlink()
    {
        var nic = Any(Machine.Interfaces.Where(i => i.Links.Count > 0))!;
        OnNode("POST", $"interfaces/{nic.Id}/", "unlink_subnet", ("id", Text(Any(nic.Links)!.Id)));
    }

    private void ChangeNic() => OnNode("PUT", $"interfaces/{Nic().Id}/", null, Any([("vlan", Vlan()), ("mtu", Any(["1400", "9000"])!), ("bond_mode", "balance-rr")]));

    private void ClearGateway() => maas.Ask("POST", $"machines/{Machine.SystemId}/", "clear_default_gateways");

    private SimulatedBlockDevice Disk() => Any(Machine.BlockDevices)!;

    private SimulatedPartition Partition() => Any(Machine.BlockDevices.SelectMany(d => d.Partitions))!;

    private void OnPartition(string method, string? operation, params (string, string)[] form)
    {
        var partition = Partition();
        OnNode(method, $"blockdevices/{partition.Device.Id}/partition/{partition.Id}", operation, form);
    }

    private void DeletePartition() => OnPartition("DELETE", null);

    private void AddPartition() => OnNode("POST", $"blockdevices/{Disk().Id}/partitions/", null, ("size", Any(["1000000000", "10000000000", "700000000"])!));

    private void Format()
    {
        if (random.Next(3) == 0)
            OnNode("POST", $"blockdevices/{Disk().Id}/", "format", ("fstype", Any(Types)!));
        else
            OnPartition("POST", "format", ("fstype", Any(Types)!));
    }

    private void Mount()
    {
        if (random.Next(3) == 0)
            OnNode("POST", $"blockdevices/{Disk().Id}/", "mount", ("mount_point", Any(Mounts)!));
        else
            OnPartition("POST", "mount", ("mount_point", Any(Mounts)!), ("mount_options", Any(["", "ro"])!));
    }

    private void Unmount() => OnPartition("POST", "unmount");

    private SimulatedVolumeGroup Group() => Any(Machine.VolumeGroups)!;

    private void DeleteGroup() => OnNode("DELETE", $"volume-group/{Group().Id}/");

    private void AddGroup() => OnNode("POST", "volume-groups/", null, ("name", Any(["data", "more", "theirs"])!), random.Next(2) == 0
        ? ("partitions", Text(Partition().Id))
        : ("block_devices", Text(Disk().Id)));

    private void RenameGroup() => OnNode("PUT", $"volume-group/{Group().Id}/", null, ("name", $"theirs{random.Next(1000)}"));

    private void ExtendGroup() => OnNode("PUT", $"volume-group/{Group().Id}/", null, random.Next(2) == 0
        ? ("add_partitions", Text(Partition().Id))
        : ("add_block_devices", Text(Disk().Id)));

    private void ReduceGroup()
    {
        var group = Group();
        var member = Any(group.Members)!;
        OnNode("PUT", $"volume-group/{group.Id}/", null, (member is SimulatedPartition ? "remove_partitions" : "remove_block_devices", Text(member.Id)));
    }

    private void AddVolume() => OnNode(
        "POST", $"volume-group/{Group().Id}/", "create_logical_volume", ("name", Any(["lv0", "lv9"])!), ("size", Any(["1000000000", "5000000000"])!));

    private void DeleteVolume()
    {
        var group = Group();
        OnNode("POST", $"volume-group/{group.Id}/", "delete_logical_volume", ("id", Text(Any(group.Volumes)!.Id)));
    }

    private void AddRaid() => OnNode(
        "POST", "raids/", null, ("name", Any(["md0", "md7"])!), ("level", "raid-1"), ("block_devices", Text(Disk().Id)), ("partitions", Text(Partition().Id)));

    /// <summary>MAAS lets what stands on a RAID or bcache fall into a hole; nobody does that.</summary>
    private T Bare<T>(IEnumerable<T> groups)
        where T : SimulatedGroup => Any(groups.Where(g => VirtualDevices.Find(Machine, g) is { MemberOf: null, Partitions.Count: 0 }))!;

    private void DeleteRaid() => OnNode("DELETE", $"raid/{Bare(Machine.Raids).Id}/");

    private void AddCacheSet() => OnNode("POST", "bcache-cache-sets/", null, random.Next(2) == 0
        ? ("cache_partition", Text(Partition().Id))
        : ("cache_device", Text(Disk().Id)));

    private void DeleteCacheSet() => OnNode("DELETE", $"bcache-cache-set/{Any(Machine.CacheSets)!.Id}/");

    private void AddBcache() => OnNode(
        "POST",
        "bcaches/",
        null,
        ("name", Any(["fast0", "theirs"])!),
        ("cache_set", Text(Any(Machine.CacheSets)!.Id)),
        ("cache_mode", "writeback"),
        random.Next(2) == 0 ? ("backing_partition", Text(Partition().Id)) : ("backing_device", Text(Disk().Id)));

    private void ChangeBcache() => OnNode("PUT", $"bcache/{Any(Machine.Bcaches)!.Id}/", null, random.Next(3) switch
    {
        0 => ("name", $"theirs{random.Next(1000)}"),
        1 => ("cache_mode", "writearound"),
        _ => ("cache_set", Text(Any(Machine.CacheSets)!.Id)),
    });

    private void DeleteBcache() => OnNode("DELETE", $"bcache/{Bare(Machine.Bcaches).Id}/");

    private void BootFrom() => OnNode("POST", $"blockdevices/{Disk().Id}/", "set_boot_disk");

    private void ChangeVlan()
    {
        var vlan = Any(maas.State.Vlans)!;
        maas.Ask("PUT", $"fabrics/{vlan.Fabric.Id}/vlans/{vlan.Vid}/", null, Any([("mtu", "1400"), ("name", "x"), ("dhcp_on", "false")]));
    }

    private void ChangeSubnet() => maas.Ask("PUT", $"subnets/{Any(maas.State.Subnets)!.Id}/", null, Any([("name", "theirs"), ("gateway_ip", ""), ("dns_servers", "")]));

    private void DeleteRange() => maas.Ask("DELETE", $"ipranges/{Any(maas.State.IPRanges)!.Id}/");

    private void DeleteRoute() => maas.Ask("DELETE", $"static-routes/{Any(maas.State.StaticRoutes)!.Id}/");

    private void RenameFabric() => maas.Ask("PUT", $"fabrics/{Any(maas.State.Fabrics)!.Id}/", null, ("name", $"theirs{random.Next(1000)}"));

    /// <summary>The links pxe and gp come to be on one fabric, which is no longer called after both.</summary>
    private void ShareFabric()
    {
        var (pxe, mgmt) = (Subnet("10.1.0.0/24"), Subnet("10.2.0.0/24"));
        if (pxe.Vlan.Fabric == mgmt.Vlan.Fabric)
            throw new InvalidOperationException("They are already.");
        maas.Ask("PUT", $"fabrics/{pxe.Vlan.Fabric.Id}/", null, ("name", $"theirs{random.Next(1000)}"));
        Move(pxe, mgmt.Vlan);
    }

    private void SplitFabric()
    {
        var (pxe, mgmt) = (Subnet("10.1.0.0/24"), Subnet("10.2.0.0/24"));
        if (pxe.Vlan.Fabric != mgmt.Vlan.Fabric)
            throw new InvalidOperationException("They are already.");
        maas.Ask("PUT", $"fabrics/{mgmt.Vlan.Fabric.Id}/", null, ("name", "gp"));
        maas.Ask("POST", "fabrics/", null, ("name", "pxe"));
        Move(pxe, maas.State.Vlans.First(v => v.Fabric.Name == "pxe"));
    }

    /// <summary>A subnet goes to another VLAN with the controllers on it.</summary>
    private void Move(SimulatedSubnet subnet, SimulatedVlan vlan)
    {
        foreach (var nic in maas.State.Nodes.Where(n => n is not SimulatedMachine).SelectMany(n => n.Interfaces).Where(i => i.Vlan == subnet.Vlan))
            nic.Vlan = vlan;
        maas.Ask("PUT", $"subnets/{subnet.Id}/", null, ("vlan", Text(vlan.Id)));
    }

    private SimulatedSubnet Subnet(string cidr) =>
        maas.State.Subnets.FirstOrDefault(s => s.Cidr.ToString() == cidr) ?? throw new InvalidOperationException("There is none.");

    private void DeleteTag() => maas.Ask("DELETE", $"tags/{Any(maas.State.Tags)!.Name}/");

    private void ChangeTag() => maas.Ask("PUT", $"tags/{Any(maas.State.Tags)!.Name}/", null, ("kernel_opts", "theirs"));

    private void LeaveTag() => maas.Ask("POST", $"tags/{Any(maas.State.Tags)!.Name}/", "update_nodes", ("remove", Machine.SystemId));

    private void Rename() => maas.Ask("PUT", $"machines/{Machine.SystemId}/", null, ("hostname", Any(["lost", "found"])!));
}
