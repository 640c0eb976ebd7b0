using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>The disks and interfaces that met the labelled constraints of an allocation.</summary>
internal sealed class AllocationMatches
{
    private readonly Dictionary<int, List<(string Device, string Label)>> _storage;
    private readonly Dictionary<string, Dictionary<int, List<int>>> _interfaces;

    public AllocationMatches(SimulatorState state, StorageConstraints? storage, InterfaceConstraints? interfaces)
    {
        // Every machine is looked at, not only those that could be allocated.
        _storage = storage is null ? [] : state.Nodes.OfType<SimulatedMachine>().OrderBy(machine => machine.Id)
            .Select(machine => (machine.Id, Found: storage.Match(machine))).Where(match => match.Found is not null)
            .ToDictionary(match => match.Id, match => match.Found!.Where(found => found.Label.Length > 0)
                .Select(found => (GetKey(found.Volume), found.Label)).ToList());
        _interfaces = interfaces?.Match(state).ToDictionary(
            match => match.Key,
            match => match.Value.GroupBy(nic => nic.Node.Id).ToDictionary(node => node.Key, node => node.Select(nic => nic.Id).Order().ToList()),
            StringComparer.Ordinal) ?? [];
    }

    /// <summary>What <c>constraints_by_type</c> of the answer holds.</summary>
    public JsonObject ToJson(SimulatedMachine machine, bool verbose)
    {
        var body = new JsonObject();
        if (_storage.GetValueOrDefault(machine.Id) is { Count: > 0 } own)
        {
            body["storage"] = new JsonObject(own.GroupBy(match => match.Label, StringComparer.Ordinal).Select(label =>
                KeyValuePair.Create(label.Key, (JsonNode?)new JsonArray([.. label.Select(match => ToNode(match.Device))]))));
        }

        if (_interfaces.Count > 0)
        {
            body["interfaces"] = new JsonObject(_interfaces.Select(label =>
                KeyValuePair.Create(label.Key, (JsonNode?)(label.Value.TryGetValue(machine.Id, out var ids) ? Numbers(ids) : null))));
        }

        if (verbose)
        {
            body["verbose_storage"] = new JsonObject(_storage.Select(node => KeyValuePair.Create(Key(node.Key), (JsonNode?)new JsonObject(
                node.Value.Select(match => KeyValuePair.Create(match.Device, (JsonNode?)match.Label))))));
            body["verbose_interfaces"] = new JsonObject(_interfaces.Select(label => KeyValuePair.Create(label.Key, (JsonNode?)new JsonObject(
                label.Value.Select(node => KeyValuePair.Create(Key(node.Key), (JsonNode?)Numbers(node.Value)))))));
        }

        return body;
    }

    private static string GetKey(SimulatedVolume volume) => (volume is SimulatedPartition ? "partition:" : "") + Key(volume.Id);

    /// <summary>Block devices are told by number, partitions by a text.</summary>
    private static JsonNode ToNode(string device) => int.TryParse(device, CultureInfo.InvariantCulture, out var id) ? id : device;

    private static JsonArray Numbers(IEnumerable<int> ids) => new JsonArray([.. ids.Select(id => (JsonNode)id)]);

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);
}
