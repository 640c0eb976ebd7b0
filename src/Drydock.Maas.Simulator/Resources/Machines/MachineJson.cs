using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.Resources.Nodes;
using Drydock.Maas.Simulator.Resources.Scripts;
using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>A machine as MAAS renders it, with all its members.</summary>
internal static class MachineJson
{
    private static readonly string[] Nulls =
    [
        "pod", "parent", "address_ttl", "hardware_uuid", "next_sync", "last_sync", "virtualmachine_id",
    ];

    public static JsonObject Render(SimulatorState state, SimulatedMachine machine)
    {
        var body = new JsonObject();
        NodeJson.AddIdentity(body, state, machine);
        NodeJson.AddUntested(body);
        body["node_type_name"] = "Machine";
        AddStatus(body, machine);
        AddSystem(body, state, machine);
        AddNetwork(body, machine);
        AddStorage(body, machine);
        foreach (var name in Nulls)
            body[name] = null;
        body["pool"] = PoolsApi.Render(machine.Pool);
        body["resource_uri"] = ApiJson.Uri($"machines/{machine.SystemId}/");
        foreach (var name in state.Rules.LaterMachineMembers)
            body[name] = Later(machine, name);
        return body;
    }

    private static JsonNode Later(SimulatedMachine machine, string name) => name switch
    {
        "error_description" => machine.ErrorDescription,
        "enable_kernel_crash_dump" => machine.EnableKernelCrashDump,
        "is_dpu" => false,
        _ => throw new ArgumentException($"Nothing is known of {name}.", nameof(name)),
    };

    private static void AddStatus(JsonObject body, SimulatedMachine machine)
    {
        body["status"] = (int)machine.Status;
        body["status_name"] = machine.Status.GetName();
        body["status_message"] = machine.StatusMessage;
        body["status_action"] = machine.StatusAction;
        body["owner"] = machine.Owner?.Username;
        body["locked"] = machine.Locked;
        body["swap_size"] = machine.SwapSize;
        body["netboot"] = machine.Netboot;
        body["power_state"] = machine.PowerState;
        body["power_type"] = machine.PowerType;
        AddResults(body, machine);
    }

    private static void AddResults(JsonObject body, SimulatedMachine machine)
    {
        foreach (var (name, type) in new[] { ("commissioning", 0), ("installation", 1), ("testing", 2) })
            body[$"current_{name}_result_id"] = machine.CurrentSet(type)?.Id;
        new ScriptOutcomes(machine).AddTo(body);
    }

    private static void AddSystem(JsonObject body, SimulatorState state, SimulatedMachine machine)
    {
        body["cpu_count"] = machine.CpuCount;
        body["cpu_speed"] = machine.CpuSpeed;
        body["memory"] = machine.Memory;
        body["osystem"] = machine.OperatingSystem;
        body["distro_series"] = machine.DistroSeries;
        body["hwe_kernel"] = machine.HweKernel;
        body["min_hwe_kernel"] = machine.MinHweKernel;
        body["bios_boot_method"] = machine.BiosBootMethod;
        body["disable_ipv4"] = false;
        body["ephemeral_deploy"] = machine.EphemeralDeploy;
        body["enable_hw_sync"] = machine.EnableHwSync;
        body["sync_interval"] = machine.EnableHwSync ? DurationText.ParseInterval(state.Config["hardware_sync_interval"]!.GetValue<string>()) : null;
        body["hardware_info"] = NodeJson.UnknownHardware();
        body["numanode_set"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["memory"] = machine.NumaMemory,
            ["cores"] = new JsonArray([.. Enumerable.Range(0, machine.Cores).Select(c => (JsonNode)c)]),
            ["hugepages_set"] = new JsonArray(),
        });
        body["workload_annotations"] = Annotations(machine);
        body["owner_data"] = Annotations(machine);
    }

    private static void AddNetwork(JsonObject body, SimulatedMachine machine)
    {
        body["boot_interface"] = machine.BootInterface is { } nic ? InterfaceJson.Render(nic) : null;
        body["default_gateways"] = new JsonObject { ["ipv4"] = Gateway(machine, isV6: false), ["ipv6"] = Gateway(machine, isV6: true) };
    }

    /// <summary>The gateway of a family that was chosen, else one that MAAS finds.</summary>
    private static JsonObject Gateway(SimulatedMachine machine, bool isV6)
    {
        var chosen = isV6 ? machine.GatewayLinkV6 : machine.GatewayLink;
        var link = chosen ?? machine.Interfaces.SelectMany(i => i.Links)
            .FirstOrDefault(l => l.Mode is "static" or "auto" && l.Subnet?.GatewayIp is not null && l.Subnet.IsV6 == isV6);
        return new() { ["gateway_ip"] = link?.Subnet?.GatewayIp?.ToString(), ["link_id"] = chosen?.Id };
    }

    private static void AddStorage(JsonObject body, SimulatedMachine machine)
    {
        var disks = machine.Disks.OrderBy(d => d.Id).ToList();
        body["storage"] = disks.Sum(d => d.Size) / 1_000_000.0;
        body["boot_disk"] = machine.EffectiveBootDisk is { } boot ? StorageJson.Render(boot) : null;
        body["blockdevice_set"] = ApiJson.List(machine.BlockDevices.OrderBy(d => d.Id), StorageJson.Render);
        body["physicalblockdevice_set"] = ApiJson.List(disks, StorageJson.Render);
        body["virtualblockdevice_set"] = ApiJson.List(
            machine.BlockDevices.Where(d => d.Group is not null).OrderBy(d => d.Id), StorageJson.Render);
        body["volume_groups"] = Brief(machine, machine.VolumeGroups);
        body["raids"] = Brief(machine, machine.Raids);
        body["bcaches"] = Brief(machine, machine.Bcaches);
        body["cache_sets"] = Brief(machine, machine.CacheSets);
        body["special_filesystems"] = SpecialFilesystemsApi.Render(machine);
    }

    /// <summary>Groups inside a machine's answer: only who they are.</summary>
    private static JsonArray Brief(SimulatedMachine machine, IEnumerable<SimulatedGroup> groups) =>
        ApiJson.List(groups, group => new JsonObject { ["system_id"] = machine.SystemId, ["id"] = group.Id, ["__incomplete__"] = true });

    private static JsonObject Annotations(SimulatedMachine machine) =>
        new(machine.Annotations.Select(a => KeyValuePair.Create(a.Key, (JsonNode?)a.Value)));
}
