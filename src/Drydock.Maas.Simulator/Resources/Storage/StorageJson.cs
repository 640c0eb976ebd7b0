using System.Globalization;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>Disks, partitions and file systems as MAAS renders them, wherever they are.</summary>
internal static class StorageJson
{
    public static JsonObject Render(SimulatedBlockDevice device)
    {
        var body = RenderListed(device);
        body["path"] = GetPath(device.FullName);
        if (device.Group is null)
            body["firmware_version"] = null;
        return body;
    }

    /// <summary>A device in the list of devices, which leaves the firmware out, and a logical volume's group out of its path.</summary>
    public static JsonObject RenderListed(SimulatedBlockDevice device)
    {
        var isVirtual = device.Group is not null;
        return new()
        {
            ["id"] = device.Id,
            ["system_id"] = device.Machine.SystemId,
            ["name"] = device.FullName,
            ["type"] = isVirtual ? "virtual" : "physical",
            ["uuid"] = isVirtual ? device.Uuid : null,
            ["path"] = GetPath(device.Name),
            ["model"] = isVirtual ? null : device.Model,
            ["serial"] = isVirtual ? null : device.Serial,
            ["id_path"] = isVirtual ? null : device.IdPath,
            ["size"] = device.Size,
            ["block_size"] = device.BlockSize,
            ["available_size"] = device.AvailableSize,
            ["used_size"] = device.UsedSize,
            ["used_for"] = device.UsedFor,
            ["tags"] = ApiJson.Texts(device.Tags),
            ["filesystem"] = Render(device.EffectiveFilesystem),
            ["partition_table_type"] = device.TableType,
            ["partitions"] = ApiJson.List(device.Partitions, Render),
            ["storage_pool"] = null,
            ["numa_node"] = isVirtual ? null : 0,
            ["resource_uri"] = ApiJson.Uri($"nodes/{device.Machine.SystemId}/blockdevices/{device.Id}/"),
        };
    }

    public static JsonObject Render(SimulatedVolume volume) =>
        volume is SimulatedPartition partition ? Render(partition) : Render((SimulatedBlockDevice)volume);

    public static JsonObject Render(SimulatedPartition partition) => new()
    {
        ["id"] = partition.Id,
        ["system_id"] = partition.Device.Machine.SystemId,
        ["device_id"] = partition.Device.Id,
        ["uuid"] = partition.Uuid,
        ["path"] = GetPath(partition.Name),
        ["type"] = "partition",
        ["size"] = partition.Size,
        ["bootable"] = partition.Bootable,
        ["filesystem"] = Render(partition.EffectiveFilesystem),
        ["tags"] = ApiJson.Texts(partition.Tags),
        ["used_for"] = partition.UsedFor,
        ["resource_uri"] = ApiJson.Uri(
            $"nodes/{partition.Device.Machine.SystemId}/blockdevices/{partition.Device.Id}/partition/{partition.Id}"),
    };

    public static JsonObject? Render(SimulatedFilesystem? filesystem) => filesystem is null ? null : new()
    {
        ["fstype"] = filesystem.Type,
        ["label"] = filesystem.Label,
        ["uuid"] = filesystem.Uuid,
        ["mount_point"] = filesystem.MountPoint,
        ["mount_options"] = filesystem.MountOptions,
    };

    private static string GetPath(string name) => "/dev/disk/by-dname/" + name;

    public static string Human(long bytes)
    {
        if (bytes < 1000)
            return string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes");
        string[] units = ["kB", "MB", "GB", "TB", "PB", "EB"];
        var value = bytes / 1000.0;
        var unit = 0;
        while (value >= 1000 && unit < units.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{value:0.0} {units[unit]}");
    }
}
