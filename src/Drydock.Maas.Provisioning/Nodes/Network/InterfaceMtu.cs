using System.Globalization;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>
/// The MTU of an interface beside the one it is to have: its own where one was set, else its VLAN's, and never less than what stands on it.
/// </summary>
/// <param name="Nic">The interface.</param>
/// <param name="Next">The VLAN it is moved to; null when it stays where it is.</param>
/// <param name="Wanted">The MTU it is to have, in bytes.</param>
internal sealed record InterfaceMtu(NetworkInterface Nic, Vlan? Next, int Wanted)
{
    /// <summary>Whether it has another.</summary>
    public bool Differs => Present != Wanted;

    /// <summary>The MTU it has, in words where it is the VLAN's.</summary>
    public string PresentInWords => Differs ? Text(Present) : $"{Text(Present)} of its VLAN";

    /// <summary>The MTU it has, in bytes.</summary>
    public ChangeValues PresentValue => ChangeValues.FromText(Text(Present));

    /// <summary>The MTU it is to have, in words.</summary>
    public string WantedInWords => Text(Wanted);

    /// <summary>
    /// Where a wrong MTU may come from: the VLAN of an interface that has none of its own; what it stands on, since MAAS brings an interface
    /// down to what is below it; what stands on it, since MAAS brings an interface up to what is above it.
    /// </summary>
    public IReadOnlyList<string> Causes
    {
        get
        {
            string[] vlan = Nic.Params?.Mtu is null && Nic.Vlan is not null ? [Nic.Vlan.ToString()] : [];
            return [.. vlan, .. Present < Wanted ? Nic.Parents : Nic.Children];
        }
    }

    /// <summary>The MTU it has by itself, here or on the VLAN it is moved to: what stands on it now may go and take a larger one along.</summary>
    private int Present => Nic.Params?.Mtu ?? (Next ?? Nic.Vlan)?.Mtu ?? Nic.EffectiveMtu;

    /// <summary>The MTU of an interface that is to be on a VLAN.</summary>
    public static InterfaceMtu Find(NetworkInterface nic, Vlan vlan, int wanted) => new(nic, nic.Vlan?.Id == vlan.Id ? null : vlan, wanted);

    /// <summary>
    /// Whether an interface that has its VLAN's MTU needs it as its own: MAAS gives one without its own that of a VLAN interface which is made,
    /// or changed, on it.
    /// </summary>
    public static bool IsToBeKept(NetworkInterface nic, MachineNetwork network, DesiredInterface desired) =>
        nic.Params?.Mtu is null && desired.Tagged.Any(t => t.FindWrittenMtu(network, desired.Name) < desired.Mtu);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
