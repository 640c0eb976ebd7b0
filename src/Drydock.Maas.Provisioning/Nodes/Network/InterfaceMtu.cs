using System.Globalization;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Network;

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
    /// Whether an interface that has its VLAN's MTU needs it as its own: MAAS gives one without its own that of a VLAN interface which is made,
    /// or changed, on it.
    /// </summary>
    public static bool IsToBeKept(NetworkInterface nic, Machine machine, DesiredInterface desired, IReadOnlySet<string> gone) =>
        nic.Params?.Mtu is null && desired.Tagged.Any(t => Written(t, InterfacePlanner.FindVlan(machine, desired.Name, t.Vlan, gone)) < desired.Mtu);

    /// <summary>The MTU that a VLAN interface is made with or changed to; null where it is not written.</summary>
    private static int? Written(DesiredVlanInterface tagged, NetworkInterface? present)
    {
        var wanted = tagged.Mtu ?? tagged.Vlan.Mtu;
        return present is null ? tagged.Mtu : IsToBeSet(present, null, wanted) ? wanted : null;
    }

    /// <summary>An MTU in words where it is the VLAN's.</summary>
    public static string InWords(NetworkInterface nic, Vlan? next, int wanted)
    {
        var now = Of(nic, next).ToString(CultureInfo.InvariantCulture);
        return Of(nic, next) == wanted ? $"{now} of its VLAN" : now;
    }

    /// <summary>
    /// Where a wrong MTU may come from: the VLAN of an interface that has none of its own; what it stands on, since MAAS brings an interface
    /// down to what is below it; what stands on it, since MAAS brings an interface up to what is above it.
    /// </summary>
    public static IEnumerable<string> Causes(NetworkInterface nic, Vlan? next, int wanted)
    {
        if (nic.Params?.Mtu is null && nic.Vlan is { } vlan)
            yield return vlan.ToString();
        foreach (var neighbour in Of(nic, next) < wanted ? nic.Parents : nic.Children)
            yield return neighbour;
    }
}
