using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>The file systems of an allocation: copies of those the machine is set up with, which go with the release.</summary>
internal static class AcquiredFilesystems
{
    public static void Make(SimulatedMachine machine)
    {
        foreach (var volume in Volumes(machine))
            volume.AcquiredFilesystem = volume.Filesystem is { IsFormat: true } filesystem ? filesystem : null;
        machine.AcquiredSpecialFilesystems.Clear();
        machine.AcquiredSpecialFilesystems.AddRange(machine.SpecialFilesystems);
    }

    public static void Clear(SimulatedMachine machine)
    {
        foreach (var volume in Volumes(machine))
            volume.AcquiredFilesystem = null;
        machine.AcquiredSpecialFilesystems.Clear();
    }

    private static IEnumerable<SimulatedVolume> Volumes(SimulatedMachine machine) =>
        machine.BlockDevices.SelectMany(device => device.Partitions.Prepend<SimulatedVolume>(device));
}
