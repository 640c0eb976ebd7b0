using System.Net;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Tests.Contract;

/// <summary>Reads what a machine consists of from a recorded answer.</summary>
internal sealed class RecordedHardware(SimulatorState state, SimulatedMachine machine)
{
    public void Read(JsonObject description, JsonObject storage)
    {
        machine.BiosBootMethod = Text(description, "bios_boot_method");
        machine.Cores = ((description["numanode_set"] as JsonArray)?.FirstOrDefault()?["cores"] as JsonArray)?.Count ?? 0;
        machine.Memory = machine.NumaMemory = description["memory"]!.GetValue<long>();
        machine.Tags.AddRange(
            state.Tags.Where(tag => description["tag_names"]!.AsArray().Any(name => name!.GetValue<string>() == tag.Name)));
        foreach (var nic in description["interface_set"]!.AsArray().OfType<JsonObject>().Where(nic => Text(nic, "type") == "physical"))
            machine.Interfaces.Add(ReadInterface(nic));
        machine.BootInterface = machine.Interfaces.FirstOrDefault();
        foreach (var disk in storage["physicalblockdevice_set"]!.AsArray().OfType<JsonObject>())
            machine.BlockDevices.Add(ReadDisk(disk));
        if (machine.Status == MachineStatus.Deployed)
            ReadDeployment(description);
    }

    private void ReadDeployment(JsonObject description)
    {
        (machine.OperatingSystem, machine.DistroSeries, machine.HweKernel) = ("ubuntu", "focal", "ga-22.04");
        foreach (var (name, value) in description["workload_annotations"]!.AsObject())
            machine.Annotations[name] = value!.GetValue<string>();
    }

    private SimulatedInterface ReadInterface(JsonObject body)
    {
        var nic = new SimulatedInterface
        {
            Id = Number(body, "id"),
            Node = machine,
            Name = Text(body, "name")!,
            MacAddress = Text(body, "mac_address")!,
            Vlan = state.Vlans.Find(vlan => vlan.Id == body["vlan"]?["id"]!.GetValue<int>()),
            Params = body["params"] as JsonObject is { } settings ? settings.DeepClone().AsObject() : null,
            Vendor = Text(body, "vendor"),
            Product = Text(body, "product"),
            FirmwareVersion = Text(body, "firmware_version"),
            LinkSpeed = Number(body, "link_speed"),
            InterfaceSpeed = Number(body, "interface_speed"),
            NumaNode = 0,
        };
        if ((body["discovered"] as JsonArray)?.FirstOrDefault() is { } seen
            && state.Subnets.Find(subnet => subnet.Id == seen["subnet"]?["id"]?.GetValue<int>()) is { } subnet)
            nic.Discovered = (subnet, IPAddress.Parse(seen["ip_address"]!.GetValue<string>()));
        nic.Tags.AddRange(body["tags"]!.AsArray().Select(tag => tag!.GetValue<string>()));
        nic.Links.AddRange(body["links"]!.AsArray().Select(link => ReadLink(link!.AsObject())));
        return nic;
    }

    /// <summary>An automatic address was given by what the answer is about, so it was not there before.</summary>
    private SimulatedLink ReadLink(JsonObject body) => new()
    {
        Id = Number(body, "id"),
        Mode = Text(body, "mode")!,
        Subnet = state.Subnets.Find(subnet => subnet.Id == body["subnet"]?["id"]!.GetValue<int>()),
        Address = Text(body, "mode") == "static" && IPAddress.TryParse(Text(body, "ip_address"), out var address) ? address : null,
        Created = RecordedSite.Began,
    };

    private SimulatedBlockDevice ReadDisk(JsonObject body)
    {
        var disk = new SimulatedBlockDevice
        {
            Id = Number(body, "id"),
            Machine = machine,
            Name = Text(body, "name")!,
            Size = body["size"]!.GetValue<long>(),
            IdPath = Text(body, "id_path")!,
        };
        disk.TableType = Text(body, "partition_table_type");
        disk.Tags.AddRange(body["tags"]!.AsArray().Select(tag => tag!.GetValue<string>()));
        disk.Partitions.AddRange(body["partitions"]!.AsArray().Select(partition => ReadPartition(disk, partition!.AsObject())));
        return disk;
    }

    private static SimulatedPartition ReadPartition(SimulatedBlockDevice disk, JsonObject body) => new()
    {
        Id = Number(body, "id"),
        Device = disk,
        Index = RecordedPath.IndexOf(body),
        Size = body["size"]!.GetValue<long>(),
        Bootable = body["bootable"]!.GetValue<bool>(),
        Uuid = Text(body, "uuid")!,
        Filesystem = body["filesystem"] is JsonObject filesystem ? ReadFilesystem(filesystem) : null,
    };

    private static SimulatedFilesystem ReadFilesystem(JsonObject body) => new(Text(body, "fstype")!, Text(body, "uuid")!)
    {
        Label = Text(body, "label"), MountPoint = Text(body, "mount_point"), MountOptions = Text(body, "mount_options"),
    };

    private static string? Text(JsonObject body, string name) => body[name]?.GetValue<string>();

    private static int Number(JsonObject body, string name) => body[name]?.GetValue<int>() ?? 0;
}
