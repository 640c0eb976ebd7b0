using System.Globalization;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Nodes.Network;
using Drydock.Maas.Provisioning.Nodes.Platform;

namespace Drydock.Maas.Provisioning.Drift;

/// <summary>Finds what a machine has and its node says nothing about.</summary>
internal static class ExtraNodeParts
{
    /// <summary>Interfaces, links, partitions, volume groups, tags and owner data.</summary>
    /// <param name="node">The node.</param>
    /// <param name="machine">Its machine.</param>
    /// <param name="names">Real names of its device aliases.</param>
    /// <param name="automatic">Tags that MAAS gives by itself.</param>
    public static IEnumerable<DesignDrift> Find(DrydockNode node, Machine machine, DeviceNames names, IReadOnlySet<string> automatic) =>
        Interfaces(node, machine, names).Concat(Disks(node, machine, names)).Concat(Tags(node, machine, automatic)).Concat(OwnerData(node, machine));

    private static IEnumerable<DesignDrift> Interfaces(DrydockNode node, Machine machine, DeviceNames names)
    {
        var nics = node.NicNames.Select(names.ResolveOrKeep).ToHashSet(StringComparer.Ordinal);
        var isAliased = nics.Any(n => node.HardwareProfile?.FindAlias(n) is not null);
        var own = nics.Concat(node.Interfaces.Select(i => i.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var nic in DeploymentBridges.Hide(machine, own).Interfaces.Where(i => !own.Contains(i.Name)))
        {
            if (nic.Type is "bond" or "bridge" || (nic.Type == "vlan" && !nic.Parents.Any(own.Contains) && !isAliased))
                yield return Extra(node, ChangeScope.Interface, ResourceKind.Interface, nic.Name, $"{(nic.Type == "vlan" ? $"VLAN {nic.Vlan}" : nic.Type)} on {string.Join(", ", nic.Parents)}");
            else if (nic.Type == "physical" && !isAliased && nic.Links.FirstOrDefault(l => l.Subnet is not null) is { } link)
                yield return Extra(node, ChangeScope.Interface, ResourceKind.Link, nic.Name, $"{link.Mode} {link.IPAddress ?? link.Subnet!.Cidr}");
        }
    }

    /// <summary>What is on disks that the design does not name; nothing where it names one by an alias that lshw does not know.</summary>
    private static IEnumerable<DesignDrift> Disks(DrydockNode node, Machine machine, DeviceNames names)
    {
        var disks = node.DiskNames.Select(names.ResolveOrKeep).ToHashSet(StringComparer.Ordinal);
        if (node.StorageDevices.Count == 0 || disks.Any(n => node.HardwareProfile?.FindAlias(n) is not null))
            yield break;
        foreach (var disk in machine.BlockDevices.Where(d => d.Type == "physical" && !disks.Contains(d.Name)))
        {
            foreach (var partition in disk.Partitions)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{disk.Name}/{partition.Id}");
                yield return Extra(node, ChangeScope.Disk, ResourceKind.Partition, name, partition.UsedFor);
            }

            if (disk.Filesystem is not null)
                yield return Extra(node, ChangeScope.Disk, ResourceKind.BlockDevice, disk.Name, disk.UsedFor);
        }
    }

    private static IEnumerable<DesignDrift> Tags(DrydockNode node, Machine machine, IReadOnlySet<string> automatic) => machine.TagNames
        .Where(t => !node.Tags.Contains(t) && t != PlatformPlanner.KernelTag(node) && !automatic.Contains(t))
        .Except(PlatformPlanner.KernelTagsOfOthers(node, machine))
        .Select(t => Extra(node, ChangeScope.Node, ResourceKind.Machine, machine.ToString(), t) with { Property = ChangeProperty.Tags });

    private static IEnumerable<DesignDrift> OwnerData(DrydockNode node, Machine machine) => machine.WorkloadAnnotations
        .Where(a => !node.OwnerData.ContainsKey(a.Key))
        .Select(a => Extra(node, ChangeScope.Node, ResourceKind.Machine, machine.ToString(), a.Value) with { Property = ChangeProperty.OwnerData, PropertyKey = a.Key });

    private static DesignDrift Extra(DrydockNode node, ChangeScope scope, ResourceKind kind, string name, string? value) => new()
    {
        Kind = DriftKind.Extra,
        Scope = scope,
        Target = node.Name,
        ResourceKind = kind,
        Resource = name,
        MaasValue = value,
        Blocker = ExtraParts.LeftAlone,
    };
}
