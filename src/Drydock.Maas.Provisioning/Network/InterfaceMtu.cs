using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Network;

/// <summary>
/// The MTU of an interface: its own where one was set, else its VLAN's, and never less than what stands on it.
/// </summary>
internal static class InterfaceMtu
{
    /// <summary>Whether it has to be set.</summary>
    /// <param name="nic">The interface.</param>
    /// <param name="next">The VLAN it is moved to; null when it stays where it is.</param>
    /// <param name="wanted">The MTU in bytes.</param>
    public static bool IsToBeSet(NetworkInterface nic, Vlan? next, int wanted) =>
        Of(nic, next) != wanted;

    /// <summary>The MTU it has by itself, here or on the VLAN it is moved to: what stands on it now may go and take a larger one along.</summary>
    public static int Of(NetworkInterface nic, Vlan? next) => nic.Params?.Mtu ?? (next ?? nic.Vlan)?.Mtu ?? nic.EffectiveMtu;

    /// <summary>
    /// The VLAN whose MTU it has: when that is set right, the interface is right by itself. So is one that an interface above has made larger.
    /// </summary>
    public static string[] Causes(NetworkInterface nic, NetworkInterface? above = null) =>
        [.. nic.Params?.Mtu is null && nic.Vlan is { } vlan ? new[] { vlan.ToString() } : [], .. above is null ? [] : new[] { above.Name }];
}
