using Drydock.Maas.Api;
using Drydock.Maas.Client.Http;

namespace Drydock.Maas.Client.Resources;

/// <summary>Forms of groups of block devices and partitions.</summary>
internal static class MemberForms
{
    public static RequestParameters Update(MemberUpdate update)
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
