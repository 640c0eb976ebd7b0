using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>The fields of volume groups and datastores: a name, and which devices and partitions belong to them.</summary>
internal sealed class MembersForm
{
    private readonly ApiCall _call;
    private readonly FieldErrors _errors;
    private readonly VolumeChoices _free;

    public MembersForm(ApiCall call, SimulatedMachine machine)
    {
        (_call, _errors) = (call, new(call.Form));
        _free = new(call.Form, _errors, VolumeChoices.GetFree(machine));
    }

    /// <exception cref="ApiException">400: what is missing or wrong.</exception>
    /// <param name="problem">What else keeps the group from being made, with the field it is told of.</param>
    public (string Name, string? Uuid, List<SimulatedVolume> Members) ReadNew((string Field, string Text)? problem = null)
    {
        var name = _errors.Text("name");
        var uuid = new StorageFields(_call.Form, _errors).Uuid();
        var devices = _free.ReadAll<SimulatedBlockDevice>("block_devices");
        var partitions = _free.ReadAll<SimulatedPartition>("partitions");
        if (name.Length > 0 && devices is { Count: 0 } && partitions is { Count: 0 })
            _errors.Add("__all__", "At least one valid block device or partition is required.");
        else if (problem is { } other)
            _errors.Add(other.Field, other.Text);
        _errors.ThrowIfAny();
        return (name, uuid, [.. InOrder(devices!), .. InOrder(partitions!)]);
    }

    /// <exception cref="ApiException">400: what is wrong.</exception>
    public (string? Uuid, List<SimulatedVolume> Added, List<SimulatedVolume> Removed) ReadChange(IEnumerable<SimulatedVolume> members)
    {
        var uuid = new StorageFields(_call.Form, _errors).Uuid();
        var used = new VolumeChoices(_call.Form, _errors, members);
        var (devices, goneDevices) =
            (_free.ReadAll<SimulatedBlockDevice>("add_block_devices"), used.ReadAll<SimulatedBlockDevice>("remove_block_devices"));
        var (partitions, gonePartitions) =
            (_free.ReadAll<SimulatedPartition>("add_partitions"), used.ReadAll<SimulatedPartition>("remove_partitions"));
        _errors.ThrowIfAny();
        return (uuid, [.. InOrder(devices!), .. InOrder(partitions!)], [.. goneDevices!, .. gonePartitions!]);
    }

    private static IEnumerable<T> InOrder<T>(IEnumerable<T> volumes)
        where T : SimulatedVolume => volumes.OrderBy(volume => volume.Id);
}
