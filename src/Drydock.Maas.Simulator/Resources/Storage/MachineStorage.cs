using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>MAAS's checks of a machine's storage before it deploys.</summary>
internal static class MachineStorage
{
    private const string CannotDeploy = "This node cannot be deployed because ";

    private static readonly string[] Enterprise = ["centos", "rhel"];

    /// <summary>What keeps a machine from being deployed; custom images and Windows bring their own storage.</summary>
    public static IReadOnlyList<string> Problems(SimulatedMachine machine)
    {
        if (machine.IsEphemeral && machine.OperatingSystem == "ubuntu")
            return [];
        if (machine.BlockDevices.Count == 0)
            return ["There are currently no storage devices.  Please add a storage device to be able to deploy this node."];
        var problems = new List<string>();
        if (machine.EffectiveBootDisk is null)
            problems.Add("Specify a storage device to be able to deploy this node.");
        if (machine.OperatingSystem == "esxi" && VmfsLayout.IsOn(machine) && machine.Datastores.Count == 0)
            return [.. problems, "A datastore must be defined when deploying VMware ESXi."];
        if (machine.OperatingSystem != "ubuntu" && !Enterprise.Contains(machine.OperatingSystem))
            return problems;
        return [.. problems, .. ProblemsOfRoot(machine), .. ProblemsOfSystem(machine)];
    }

    private static IEnumerable<string> ProblemsOfRoot(SimulatedMachine machine)
    {
        var root = Mounted(machine, "/").ToList();
        var boots = Mounted(machine, "/boot").Any(volume => !IsOnBcache(volume));
        if (root.Count == 0)
            yield return "Mount the root '/' filesystem to be able to deploy this node.";
        if (root.Exists(IsOnBcache) && !boots)
        {
            yield return CannotDeploy
                + "it cannot boot from a bcache volume. Mount /boot on a non-bcache device to be able to deploy this node.";
        }

        if (!boots && machine.Firmware.NeedsBootPartition)
            yield return CannotDeploy + "it needs a separate /boot partition.  Mount /boot on a device to be able to deploy this node.";
    }

    private static IEnumerable<string> ProblemsOfSystem(SimulatedMachine machine)
    {
        var types = Volumes(machine).Select(volume => volume.EffectiveFilesystem?.Type).ToHashSet();
        var selected = $"the selected deployment OS, {machine.OperatingSystem}, does not support ";
        if (Enterprise.Contains(machine.OperatingSystem))
        {
            if (types.Contains("bcache-cache") || types.Contains("bcache-backing"))
                yield return CannotDeploy + selected + "Bcache.";
            if (types.Contains("zfsroot"))
                yield return CannotDeploy + selected + "ZFS.";
            if (types.Contains("btrfs") && machine.DistroSeries.Contains('8', StringComparison.Ordinal))
            {
                yield return CannotDeploy
                    + $"the selected deployment OS release, {machine.OperatingSystem} {machine.DistroSeries}, does not support BTRFS.";
            }
        }

        if (types.Contains(SimulatedDatastore.Filesystem))
            yield return CannotDeploy + selected + "VMFS6.";
    }

    /// <summary>What counts of a partitioned device are its partitions.</summary>
    private static IEnumerable<SimulatedVolume> Volumes(SimulatedMachine machine) => machine.BlockDevices.SelectMany(
        device => device.TableType is null ? [device] : device.Partitions.AsEnumerable<SimulatedVolume>());

    private static IEnumerable<SimulatedVolume> Mounted(SimulatedMachine machine, string mountPoint) =>
        Volumes(machine).Where(volume => volume.EffectiveFilesystem?.MountPoint == mountPoint);

    private static bool IsOnBcache(SimulatedVolume volume) => volume switch
    {
        SimulatedPartition partition => IsOnBcache(partition.Device),
        SimulatedBlockDevice { Group: SimulatedBcache } => true,
        SimulatedBlockDevice { Group: { } group } => group.AllMembers.Any(IsOnBcache),
        _ => false,
    };
}
