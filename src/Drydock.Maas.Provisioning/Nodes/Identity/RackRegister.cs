using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Identity;

/// <summary>The rack controllers, to recognise a node that is one; read only when a node has no machine.</summary>
internal sealed class RackRegister
{
    private readonly IReadOnlyList<RackController> _racks;
    private readonly IReadOnlyDictionary<string, PowerParameters> _power;

    private RackRegister(IReadOnlyList<RackController> racks, IReadOnlyDictionary<string, PowerParameters> power)
    {
        _racks = racks;
        _power = power;
    }

    public static async Task<RackRegister> ReadAsync(IMaasClient client, CancellationToken token) => new(
        await client.RackControllers.ListAsync(token).ConfigureAwait(false),
        await client.RackControllers.GetPowerParametersAsync(token).ConfigureAwait(false));

    /// <summary>The rack controller that the node is, or null.</summary>
    public RackController? Match(DrydockNode node) => _racks.FirstOrDefault(rack =>
        string.Equals(rack.Hostname, node.Name, StringComparison.OrdinalIgnoreCase)
        || (!node.BootNic.IsEmpty && rack.Interfaces.Any(i => i.Mac == node.BootNic))
        || (ControllerAddress.Parse(node.Oob.Address) is { } bmc && _power.TryGetValue(rack.SystemId, out var power)
            && ControllerAddress.Parse(power.PowerAddress)?.Matches(bmc) == true));
}
