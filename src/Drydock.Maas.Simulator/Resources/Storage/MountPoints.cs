using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>Where in a machine something is mounted; what an allocation took over and what it left do not meet.</summary>
internal static class MountPoints
{
    /// <exception cref="ApiException">400: something is mounted there.</exception>
    public static void Demand(SimulatedMachine machine, string mountPoint, bool acquired)
    {
        if (All(machine, acquired).Contains(mountPoint))
            throw new ApiException(ApiResponse.BareInvalid("__all__", $"Another filesystem is already mounted at {mountPoint}."));
    }

    private static IEnumerable<string?> All(SimulatedMachine machine, bool acquired)
    {
        var volumes = machine.BlockDevices.SelectMany(device => device.Partitions.Prepend<SimulatedVolume>(device));
        return volumes.Select(volume => acquired ? volume.AcquiredFilesystem : volume.Filesystem)
            .Concat(acquired ? machine.AcquiredSpecialFilesystems : machine.SpecialFilesystems)
            .Select(filesystem => filesystem?.MountPoint);
    }
}
