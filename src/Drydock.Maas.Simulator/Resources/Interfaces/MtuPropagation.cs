using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary>
/// An interface's own MTU. A change of it goes on to its neighbours: what stands on it comes down to a smaller one where it has one of its own,
/// and what it stands on goes up to a larger one, whether it has one of its own or not.
/// </summary>
internal static class MtuPropagation
{
    /// <summary>The interface's own MTU in bytes; null when none was set.</summary>
    public static int? Read(SimulatedInterface nic) => nic.Params?["mtu"] is JsonValue value && value.TryGetValue<int>(out var mtu) ? mtu : null;

    /// <summary>Gives the interface an MTU of its own, and its neighbours what follows.</summary>
    public static void Set(SimulatedInterface nic, int mtu)
    {
        if (Read(nic) == mtu)
            return;
        (nic.Params ??= [])["mtu"] = mtu;
        foreach (var child in nic.Children.Where(c => Read(c) > mtu).ToList())
            Set(child, mtu);
        foreach (var parent in nic.Parents.Where(p => Read(p) is not { } own || own < mtu).ToList())
            Set(parent, mtu);
    }
}
