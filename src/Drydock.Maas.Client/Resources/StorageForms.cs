using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;

namespace Drydock.Maas.Client.Resources;

/// <summary>Forms that block devices, partitions, volume groups and arrays share.</summary>
internal static class StorageForms
{
    public static RequestParameters Format(FormatRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RequestParameters().Add("fstype", request.FilesystemType).Add("uuid", request.Uuid).Add("label", request.Label);
    }

    public static RequestParameters Mount(string mountPoint, string? mountOptions) =>
        new RequestParameters().Add("mount_point", mountPoint).Add("mount_options", mountOptions);

    public static RequestParameters BlockDevice(BlockDeviceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RequestParameters()
            .Add("name", request.Name)
            .Add("model", request.Model)
            .Add("serial", request.Serial)
            .Add("id_path", request.IdPath)
            .Add("size", request.Size)
            .Add("block_size", request.BlockSize);
    }

    /// <summary>What goes into a volume group or an array, and what leaves it.</summary>
    public static RequestParameters Members(MemberUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return new RequestParameters()
            .Add("name", update.Name)
            .Add("uuid", update.Uuid)
            .AddAll("add_block_devices", update.AddBlockDevices)
            .AddAll("remove_block_devices", update.RemoveBlockDevices)
            .AddAll("add_partitions", update.AddPartitions)
            .AddAll("remove_partitions", update.RemovePartitions);
    }
}
