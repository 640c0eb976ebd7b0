using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Scripts;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>The machines of the recorded server, as the first answers about each describe it.</summary>
internal sealed partial class RecordedMachines(SimulatorState state, IReadOnlyList<Recording> recordings)
{
    private static readonly MachineStatus[] StatusOfNumber =
    [
        MachineStatus.Ready, MachineStatus.Ready, MachineStatus.Ready, MachineStatus.Ready, MachineStatus.Ready,
        MachineStatus.Allocated, MachineStatus.Allocated,
        MachineStatus.Deployed, MachineStatus.Deployed, MachineStatus.Deployed, MachineStatus.Deployed,
        MachineStatus.Deployed, MachineStatus.Deployed, MachineStatus.Deployed, MachineStatus.Deployed,
        MachineStatus.FailedCommissioning, MachineStatus.Broken, MachineStatus.New,
    ];

    /// <summary>The numbers the database went on with.</summary>
    private static readonly (string Kind, int Next)[] Next = [("interface", 96), ("link", 366), ("blockdevice", 93), ("partition", 180)];

    private readonly Dictionary<string, JsonObject> _known = Descriptions(recordings);

    private readonly Dictionary<string, JsonObject> _addresses = (BodyOf(recordings, "subnets-ip-addresses") as JsonArray ?? [])
        .Where(entry => entry!["node_summary"] is not null)
        .ToDictionary(entry => entry!["node_summary"]!["system_id"]!.GetValue<string>(), entry => entry!.AsObject());

    /// <summary>Machines are numbered; what was done to each before the recordings follows from its number.</summary>
    public void Seed()
    {
        state.Ids.StartAt("scriptset", 124);
        state.Ids.StartAt("scriptresult", 7);
        var machines = PowerParameters()
            .Select(pair => (SystemId: pair.Key, Power: pair.Value!.AsObject(), Name: GetName(pair.Key, pair.Value!.AsObject())));
        foreach (var (systemId, power, name) in machines.OrderBy(machine => machine.Name, StringComparer.Ordinal))
        {
            var address = _addresses.GetValueOrDefault(systemId)?["ip"]!.GetValue<string>();
            Add(systemId, name, _known.GetValueOrDefault(systemId), address, power);
        }

        foreach (var (kind, next) in Next)
            state.Ids.StartAt(kind, next);
    }

    /// <summary>Of each machine that was there; where no answer lists them, of those that answers show.</summary>
    private JsonObject PowerParameters() => BodyOf(recordings, "machines-power-parameters") as JsonObject
        ?? new(_known.Keys.Select(systemId => KeyValuePair.Create<string, JsonNode?>(systemId, new JsonObject())));

    /// <summary>A machine no answer shows has its name from its power controller; those without one share a name.</summary>
    private string GetName(string systemId, JsonObject power)
    {
        var told = _known.GetValueOrDefault(systemId)?["hostname"] ?? _addresses.GetValueOrDefault(systemId)?["node_summary"]!["hostname"];
        if ((told ?? power["power_id"])?.GetValue<string>() is { } name)
            return name;
        var number = power["power_address"]?.GetValue<string>().Split('.')[^1] ?? "20";
        return $"node{number.PadLeft(5, '0')}";
    }

    private void Add(string systemId, string hostname, JsonObject? description, string? address, JsonObject power)
    {
        var status = GetStatus(hostname, description);
        var owned = status is MachineStatus.Allocated or MachineStatus.Deployed;
        var machine = new SimulatedMachine
        {
            Id = state.Ids.Next("node"),
            SystemId = systemId,
            Hostname = hostname,
            Domain = state.Domains[0],
            Zone = state.Zones.Find(zone => zone.Name == description?["zone"]!["name"]!.GetValue<string>()) ?? state.Zones[0],
            Pool = state.Pools[0],
            Status = status,
            PreviousStatus = status,
            Owner = owned ? state.Users.First(user => user.IsSuperuser) : null,
            PowerState = status switch { MachineStatus.New => "unknown", MachineStatus.Deployed => "on", _ => "off" },
            PowerType = power.ContainsKey("cipher_suite_id") ? "ipmi" : power.ContainsKey("power_id") ? "virsh" : "manual",
            CommissioningPassed = status is not (MachineStatus.New or MachineStatus.FailedCommissioning),
            MinHweKernel = null,
            Hardware = new() { CpuCount = 0, MemoryMiB = 0, BootCidr = "10.20.0.0/16" },
        };
        foreach (var (name, value) in power)
            machine.PowerParameters[name] = value!.DeepClone();
        if (description is not null)
            new RecordedHardware(state, machine)
                .Read(description, HidesFilesystems(description) ? Storage(systemId) ?? description : description);
        else
            AddNic(machine, address);
        AddResults(machine, description);
        machine.HasInstallation = machine.Status == MachineStatus.Deployed;
        state.Nodes.Add(machine);
    }

    private static MachineStatus GetStatus(string hostname, JsonObject? description) =>
        Numbered().Match(hostname) is { Success: true } match
            ? StatusOfNumber[(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) - 1) % StatusOfNumber.Length]
            : (MachineStatus)(description?["status"]?.GetValue<int>() ?? (int)MachineStatus.New);

    /// <summary>All that is known of a machine no answer shows: its address.</summary>
    private void AddNic(SimulatedMachine machine, string? address)
    {
        var nic = new SimulatedInterface
        {
            Id = state.Ids.Next("interface"),
            Node = machine,
            Name = "eth0",
            Vlan = state.Vlans[0],
            Params = [],
        };
        if (address is not null && machine.Status != MachineStatus.Deployed)
            nic.Discovered = (state.Subnets[0], System.Net.IPAddress.Parse(address));
        else if (address is not null)
            nic.Links.Add(
                new()
                {
                    Id = state.Ids.Next("link"),
                    Mode = "static",
                    Subnet = state.Subnets[0],
                    Address = System.Net.IPAddress.Parse(address),
                });
        machine.Interfaces.Add(nic);
        machine.BootInterface = nic;
    }

    private void AddResults(SimulatedMachine machine, JsonObject? description)
    {
        foreach (var (type, name) in new[] { (0, "commissioning"), (1, "installation"), (2, "testing") })
        {
            if (machine.CommissioningPassed && (type != 1 || machine.Status == MachineStatus.Deployed))
            {
                var id = description?[$"current_{name}_result_id"]?.GetValue<int>() ?? state.Ids.Next("scriptset");
                new ScriptSets(state).Add(machine, type, id).End(ScriptStatus.Passed, state.Now);
            }
        }
    }

    private static bool HidesFilesystems(JsonObject description) =>
        StatusGroups.InUse.Contains((MachineStatus)description["status"]!.GetValue<int>());

    /// <summary>File systems are hidden in answers about machines that had an owner; the first that shows some tells.</summary>
    private JsonObject? Storage(string systemId) => recordings.SelectMany(recording => MachinesIn(recording.Body)).FirstOrDefault(machine =>
        machine["system_id"]!.GetValue<string>() == systemId
        && machine["physicalblockdevice_set"]!.AsArray()
            .Any(disk => disk!["partitions"]!.AsArray().Any(partition => partition!["filesystem"] is not null)));

    private static Dictionary<string, JsonObject> Descriptions(IReadOnlyList<Recording> recordings)
    {
        var found = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var machine in recordings.SelectMany(recording => MachinesIn(recording.Body)))
            found.TryAdd(machine["system_id"]!.GetValue<string>(), machine);
        return found;
    }

    private static IEnumerable<JsonObject> MachinesIn(JsonNode? body) =>
        (body as JsonArray ?? [body?.DeepClone()]).OfType<JsonObject>().Where(node => node.ContainsKey("blockdevice_set"));

    private static JsonNode? BodyOf(IReadOnlyList<Recording> recordings, string name) =>
        recordings.FirstOrDefault(recording => recording.Name == name)?.Body;

    [GeneratedRegex("^node([0-9]{5})$")]
    private static partial Regex Numbered();
}
