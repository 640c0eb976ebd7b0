using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;

namespace Drydock.Maas.Client.Resources;

/// <summary>Forms that block devices and partitions share.</summary>
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
}
