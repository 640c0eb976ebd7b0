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
}
