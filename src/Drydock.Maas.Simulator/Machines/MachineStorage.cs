namespace Drydock.Maas.Simulator.Machines;

/// <summary>Questions about a machine's storage as a whole.</summary>
internal static class MachineStorage
{
    /// <summary>What keeps a machine from being deployed; null when nothing does.</summary>
    public static string? Problem(SimulatedMachine machine)
    {
        if (!machine.Disks.Any())
            return "There are currently no storage devices.  Please add a storage device to be able to deploy this node.";
        return HasRoot(machine) ? null : "Mount the root '/' filesystem to be able to deploy this node.";
    }

    private static bool HasRoot(SimulatedMachine machine) => machine.BlockDevices.Exists(d =>
        d.Filesystem?.MountPoint == "/" || d.Group is SimulatedDatastore || d.Partitions.Exists(p => p.Filesystem?.MountPoint == "/"));
}
