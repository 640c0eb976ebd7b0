using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Reads fields that name unused disks and partitions, by id or name.</summary>
internal sealed class FreeVolumes(SimulatedMachine machine, FieldErrors errors)
{
    public List<SimulatedVolume> Read(string devices, string partitions) =>
        [.. Pick(devices, FindDevice), .. Pick(partitions, FindPartition)];

    public SimulatedVolume? ReadOne(string device, string partition) => Read(device, partition).FirstOrDefault();

    private SimulatedBlockDevice? FindDevice(string id) => machine.BlockDevices.Find(d => Lookup.Matches(id, d.Id, d.Name) && d.IsFree);

    private SimulatedPartition? FindPartition(string id) =>
        machine.BlockDevices.SelectMany(d => d.Partitions).FirstOrDefault(p => Lookup.IsId(id, p.Id) && p.IsFree);

    private List<SimulatedVolume> Pick(string field, Func<string, SimulatedVolume?> find)
    {
        var found = new List<SimulatedVolume>();
        foreach (var id in errors.Values(field, []))
        {
            if (find(id) is not { } volume)
            {
                // Only the first wrong choice is told.
                errors.Add(field, $"Select a valid choice. {id} is not one of the available choices.");
                break;
            }

            found.Add(volume);
        }

        return found;
    }
}
