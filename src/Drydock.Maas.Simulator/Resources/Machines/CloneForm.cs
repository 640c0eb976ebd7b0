using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary><c>machines/?op=clone</c>: storage and interfaces of one machine put on others.</summary>
internal sealed class CloneForm(ApiCall call)
{
    private readonly FieldErrors _errors = new(call.Form);

    public ApiResponse Save()
    {
        var source = Find(_errors.Text("source"));
        if (source is null && call.Form.Get("source") is { Length: > 0 })
            _errors.Add("source", FieldErrors.BadChoice);
        var (storage, interfaces) = (_errors.Flag("storage", false), _errors.Flag("interfaces", false));
        var destinations = Destinations();
        if (source is not null)
            destinations.ForEach(destination => Check(source, destination, storage, interfaces));
        if (!storage && !interfaces)
            _errors.Add("__all__", "Either storage or interfaces must be true.");
        _errors.ThrowIfAny();
        foreach (var destination in destinations)
        {
            if (storage)
                new StorageClone(call.State, source!, destination).Make();
            if (interfaces)
                new InterfaceClone(call.State, source!, destination).Make();
        }

        return ApiResponse.NoContent();
    }

    private List<SimulatedMachine> Destinations()
    {
        var ids = _errors.Values("destinations", []);
        if (ids.Count == 0)
            _errors.Add("destinations", FieldErrors.Required);
        var found = new List<SimulatedMachine>();
        foreach (var (id, index) in ids.Select((id, index) => (id, index)))
        {
            if (Find(id) is { Status: MachineStatus.Ready or MachineStatus.FailedTesting } machine)
                found.Add(machine);
            else
                _errors.Add("destinations", $"Machine {index + 1} is invalid: {FieldErrors.BadChoice}");
        }

        return found;
    }

    private void Check(SimulatedMachine source, SimulatedMachine destination, bool storage, bool interfaces)
    {
        var name = $"{destination.SystemId} ({destination.Hostname})";
        if (source == destination)
            _errors.Add("destinations", $"Source machine {name} cannot be a destination machine.");
        else if (storage && StorageClone.Mismatch(source, destination) is { } disks)
            _errors.Add("destinations", $"{name} is invalid: {disks}");
        else if (interfaces && InterfaceClone.Mismatch(source, destination) is { } nics)
            _errors.Add("destinations", $"{name} is invalid: {nics}");
    }

    private SimulatedMachine? Find(string systemId) =>
        call.State.Nodes.Find(systemId) as SimulatedMachine;
}
