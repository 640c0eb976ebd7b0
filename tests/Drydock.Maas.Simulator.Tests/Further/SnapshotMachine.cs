using System.Net;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Scripts;
using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.State;
using Drydock.Maas.Simulator.Tests.Contract;

namespace Drydock.Maas.Simulator.Tests.Further;

/// <summary>A machine of the recorded server, with its interfaces and its storage.</summary>
internal sealed class SnapshotMachine(SimulatorState state, JsonObject snapshot, JsonObject body)
{
    public void Read()
    {
        var systemId = Text(body, "system_id")!;
        var machine = new SimulatedMachine
        {
            Id = snapshot["node_ids"]?[systemId]?.GetValue<int>() ?? state.Ids.Next("node"),
            SystemId = systemId,
            Hostname = Text(body, "hostname")!,
            Domain = state.Domains.First(domain => domain.Id == Id(body["domain"])),
            Zone = state.Zones.First(zone => zone.Id == Id(body["zone"])),
            Pool = state.Pools.First(pool => pool.Id == Id(body["pool"])),
            Architecture = Text(body, "architecture"),
            Status = (MachineStatus)Number(body, "status"),
            Owner = state.Users.Find(user => user.Username == Text(body, "owner")),
            PowerState = Text(body, "power_state")!,
            PowerType = Text(body, "power_type")!,
            IsRunning = Text(body, "power_state") == "on",
            StatusMessage = Text(body, "status_message"),
            StatusAction = Text(body, "status_action"),
            CommissioningPassed = Number(body, "commissioning_status") == 2,
            MinHweKernel = Text(body, "min_hwe_kernel"),
            HweKernel = Text(body, "hwe_kernel"),
            OperatingSystem = Text(body, "osystem")!,
            DistroSeries = Text(body, "distro_series")!,
            Netboot = body["netboot"]!.GetValue<bool>(),
            Memory = Number(body, "memory"),
            CpuCount = Number(body, "cpu_count"),
            BiosBootMethod = Text(body, "bios_boot_method"),
            HasInstallation = body["current_installation_result_id"] is not null,
            EphemeralDeploy = body["ephemeral_deploy"]!.GetValue<bool>(),
            Hardware = new() { CpuCount = 0, MemoryMiB = 0, BootCidr = "172.16.0.0/24" },
        };
        var numa = (body["numanode_set"] as JsonArray)?.FirstOrDefault();
        (machine.Cores, machine.NumaMemory) = ((numa?["cores"] as JsonArray)?.Count ?? 0, numa?["memory"]?.GetValue<long>() ?? 0);
        foreach (var (name, value) in snapshot["power_parameters"]![systemId] as JsonObject ?? [])
            machine.PowerParameters[name] = value?.DeepClone();
        foreach (var (name, value) in body["workload_annotations"]!.AsObject())
            machine.Annotations[name] = value!.GetValue<string>();
        machine.Tags.AddRange(body["tag_names"]!.AsArray().Select(name => state.Tags.First(tag => tag.Name == name!.GetValue<string>())));
        ReadInterfaces(state, machine, body);
        machine.FoundNics.AddRange(machine.Interfaces.Where(nic => nic.Type == "physical").Select(nic => (nic.Name, nic.MacAddress)));
        machine.BootInterface = machine.Interfaces.Find(nic => nic.Id == Id(body["boot_interface"]));
        machine.GatewayLink = Gateway("ipv4");
        machine.GatewayLinkV6 = Gateway("ipv6");
        machine.BlockDevices.AddRange(body["physicalblockdevice_set"]!.AsArray().Select(disk => ReadDevice(machine, disk!.AsObject(), null)));
        foreach (var group in snapshot["volume_groups"]![systemId] as JsonArray ?? [])
            ReadVolumeGroup(machine, group!.AsObject());
        if (machine.IsInUse)
            AcquiredFilesystems.Make(machine);
        // Its installed system has been given a key.
        if (machine.Status == MachineStatus.Deployed)
            machine.Token = new() { Consumer = "consumer", Key = "key", Secret = "secret" };
        AddResults(machine);
        state.Nodes.Add(machine);

        SimulatedLink? Gateway(string family) => machine.Interfaces.SelectMany(nic => nic.Links)
            .FirstOrDefault(link => link.Id == body["default_gateways"]?[family]?["link_id"]?.GetValue<int>());
    }

    public static void ReadInterfaces(SimulatorState state, SimulatedNode node, JsonObject body)
    {
        foreach (var nic in body["interface_set"]!.AsArray().Select(nic => nic!.AsObject()))
        {
            var read = new SimulatedInterface
            {
                Id = Id(nic),
                Node = node,
                Name = Text(nic, "name")!,
                Type = Text(nic, "type")!,
                MacAddress = Text(nic, "mac_address") ?? "",
                Vlan = state.Vlans.Find(vlan => vlan.Id == Id(nic["vlan"])),
                Params = (nic["params"] as JsonObject)?.DeepClone().AsObject(),
                Enabled = nic["enabled"]!.GetValue<bool>(),
                Vendor = Text(nic, "vendor"),
                Product = Text(nic, "product"),
                FirmwareVersion = Text(nic, "firmware_version"),
                LinkConnected = nic["link_connected"]!.GetValue<bool>(),
                LinkSpeed = Number(nic, "link_speed"),
                InterfaceSpeed = Number(nic, "interface_speed"),
                NumaNode = nic["numa_node"]?.GetValue<int>(),
            };
            read.Tags.AddRange(nic["tags"]!.AsArray().Select(tag => tag!.GetValue<string>()));
            read.Links.AddRange(nic["links"]!.AsArray().Select(link => ReadLink(state, link!.AsObject())));
            if ((nic["discovered"] as JsonArray)?.FirstOrDefault() is JsonObject seen)
                read.Discovered = (Subnet(state, seen)!, IPAddress.Parse(Text(seen, "ip_address")!));
            node.Interfaces.Add(read);
        }

        foreach (var nic in body["interface_set"]!.AsArray())
        {
            node.Interfaces.First(one => one.Id == Id(nic)).Parents.AddRange(
                nic!["parents"]!.AsArray().Select(name => node.Interfaces.First(one => one.Name == name!.GetValue<string>())));
        }
    }

    private static SimulatedLink ReadLink(SimulatorState state, JsonObject link) => new()
    {
        Id = Id(link),
        Mode = Text(link, "mode")!,
        Subnet = Subnet(state, link),
        Address = IPAddress.TryParse(Text(link, "ip_address"), out var address) ? address : null,
    };

    private static SimulatedSubnet? Subnet(SimulatorState state, JsonObject body) =>
        state.Subnets.Find(subnet => subnet.Id == Id(body["subnet"]));

    private static SimulatedBlockDevice ReadDevice(SimulatedMachine machine, JsonObject disk, SimulatedGroup? group)
    {
        var read = new SimulatedBlockDevice
        {
            Id = Id(disk),
            Machine = machine,
            Group = group,
            Name = Text(disk, "name")![(group is null ? 0 : group.Name.Length + 1)..],
            Model = Text(disk, "model") ?? "",
            Serial = Text(disk, "serial") ?? "",
            IdPath = Text(disk, "id_path") ?? "",
            Size = disk["size"]!.GetValue<long>(),
            BlockSize = Number(disk, "block_size"),
            TableType = Text(disk, "partition_table_type"),
            Filesystem = ReadFilesystem(disk),
        };
        read.Uuid = Text(disk, "uuid") ?? read.Uuid;
        read.Tags.AddRange(disk["tags"]!.AsArray().Select(tag => tag!.GetValue<string>()));
        read.Partitions.AddRange(disk["partitions"]!.AsArray().Select(part => new SimulatedPartition
        {
            Id = Id(part),
            Device = read,
            Index = RecordedPath.IndexOf(part!.AsObject()),
            Size = part["size"]!.GetValue<long>(),
            Bootable = part["bootable"]!.GetValue<bool>(),
            Uuid = Text(part.AsObject(), "uuid")!,
            Filesystem = ReadFilesystem(part.AsObject()),
        }));
        return read;
    }

    private static SimulatedFilesystem? ReadFilesystem(JsonObject volume) => volume["filesystem"] is not JsonObject read
        ? null
        : new(Text(read, "fstype")!, Text(read, "uuid")!)
        {
            Label = Text(read, "label"), MountPoint = Text(read, "mount_point"), MountOptions = Text(read, "mount_options"),
        };

    private static void ReadVolumeGroup(SimulatedMachine machine, JsonObject body)
    {
        var group = new SimulatedVolumeGroup { Id = Id(body), Name = Text(body, "name")!, Uuid = Text(body, "uuid")! };
        foreach (var device in body["devices"]!.AsArray())
        {
            var volumes = machine.BlockDevices.SelectMany(disk => disk.Partitions.Prepend<SimulatedVolume>(disk));
            var member = volumes.First(volume => volume.Id == Id(device) && volume is SimulatedPartition == (Text(device!.AsObject(), "type") == "partition"));
            var filesystem = member.Filesystem;
            group.Join(member);
            member.Filesystem = filesystem;
        }

        group.Volumes.AddRange(body["logical_volumes"]!.AsArray().Select(volume => ReadDevice(machine, volume!.AsObject(), group)));
        machine.BlockDevices.AddRange(group.Volumes);
        machine.VolumeGroups.Add(group);
    }

    private void AddResults(SimulatedMachine machine)
    {
        foreach (var (type, name) in new[] { (0, "commissioning"), (1, "installation"), (2, "testing") })
        {
            if (body[$"current_{name}_result_id"]?.GetValue<int>() is { } id && machine.CommissioningPassed)
                new ScriptSets(state).Add(machine, type, id).End(OutcomeOf(name), state.Now);
        }
    }

    /// <summary>Nothing is known of what was aborted.</summary>
    private ScriptStatus OutcomeOf(string name) =>
        body[$"{name}_status"]?.GetValue<int>() == (int)ScriptStatus.Unknown ? ScriptStatus.Aborted : ScriptStatus.Passed;

    private static int Id(JsonNode? body) => body?["id"]?.GetValue<int>() ?? 0;

    private static int Number(JsonObject body, string name) => body[name]?.GetValue<int>() ?? 0;

    private static string? Text(JsonObject body, string name) => body[name]?.GetValue<string>();
}
