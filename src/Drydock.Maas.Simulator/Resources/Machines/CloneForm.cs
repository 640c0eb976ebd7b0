using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary><c>machines/?op=clone</c>: storage and interfaces of one machine put on others.</summary>
internal sealed class CloneForm(ApiCall call)
{
    private readonly FieldErrors _errors = new(call.Post);

    public ApiResponse Save()
    {
        var source = ReadSource();
        var (storage, interfaces) = (_errors.Flag("storage", false), _errors.Flag("interfaces", false));
        var destinations = ReadDestinations();
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

    /// <summary>Any machine the user may see; where there is none, MAAS says that it is missing in any case.</summary>
    private SimulatedMachine? ReadSource()
    {
        var text = call.Post.Get("source") ?? "";
        if (Find(text) is { } source && NodeRights.CanView(call.User, source))
            return source;
        if (text.Length > 0)
            _errors.Add("source", BadChoice(text));
        _errors.Add("source", FieldErrors.Required);
        return null;
    }

    /// <summary>Machines, parted by commas in one text, of which the user has to be an administrator; none is named twice.</summary>
    private List<SimulatedMachine> ReadDestinations()
    {
        var found = new List<SimulatedMachine>();
        if (call.Post.Get("destinations") is not { Length: > 0 } text)
        {
            _errors.Add("destinations", FieldErrors.Required);
            return found;
        }

        foreach (var (name, index) in text.Split(',').Select((name, index) => (name, index)))
        {
            if (Find(name) is { Status: MachineStatus.Ready or MachineStatus.FailedTesting } machine && call.SignedUser.IsSuperuser)
                found.Add(machine);
            else
                _errors.Add("destinations", $"Machine {index + 1} is invalid: {BadChoice(name)}");
        }

        return _errors.Has("destinations") ? [] : found;
    }

    private void Check(SimulatedMachine source, SimulatedMachine destination, bool storage, bool interfaces)
    {
        var name = $"{destination.SystemId} ({destination.Hostname})";
        if (source == destination)
        {
            _errors.Add("destinations", $"Source machine {name} cannot be a destination machine.");
            return;
        }

        if (storage && StorageClone.Mismatch(source, destination) is { } disks)
            _errors.Add("destinations", $"{name} is invalid: {disks}");
        if (interfaces && InterfaceClone.Mismatch(source, destination) is { } nics)
            _errors.Add("destinations", $"{name} is invalid: {nics}");
    }

    /// <summary>By system id or by name.</summary>
    private SimulatedMachine? Find(string text) =>
        call.State.Nodes.OfType<SimulatedMachine>().FirstOrDefault(machine => machine.SystemId == text || machine.Hostname == text);

    private static string BadChoice(string text) => $"Select a valid choice. {text} is not one of the available choices.";
}
