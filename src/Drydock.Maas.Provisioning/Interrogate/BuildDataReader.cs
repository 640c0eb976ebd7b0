using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Interrogate;

/// <summary>Makes build data of what MAAS holds about a machine.</summary>
internal sealed class BuildDataReader(IMaasClient client, TimeProvider time)
{
    public async Task<IReadOnlyList<BuildData>> ReadAsync(DrydockNode node, Machine machine, CancellationToken token)
    {
        var lshw = await client.Machines.GetLshwAsync(machine.SystemId, token).ConfigureAwait(false);
        return string.IsNullOrEmpty(lshw) ? [] : [Make(node, "lshw", "text/xml", lshw)];
    }

    private BuildData Make(DrydockNode node, string generator, string format, string data) => new()
    {
        NodeName = node.Name,
        CollectedDate = time.GetUtcNow(),
        Generator = generator,
        DataFormat = format,
        DataElement = data,
    };
}
