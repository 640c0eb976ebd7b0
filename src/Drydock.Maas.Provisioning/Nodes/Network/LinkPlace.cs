using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>An interface that the design may link to a subnet: one of its own with the native network, or a VLAN interface on that.</summary>
/// <param name="Owner">The interface of the design.</param>
/// <param name="Name">The name of the one to be linked.</param>
/// <param name="Present">The interface as it is; null when it is made first.</param>
/// <param name="Wanted">The link; null for none.</param>
internal sealed record LinkPlace(DesiredInterface Owner, string Name, NetworkInterface? Present, SubnetLink? Wanted)
{
    /// <summary>The links it has, none where it loses them by itself: an interface that moves to another VLAN does.</summary>
    public IReadOnlyList<InterfaceLink> Links => Present is null || (Present.Type != "vlan" && Present.Vlan?.Id != Owner.Vlan.Id) ? [] : Present.Links;

    /// <summary>The link that is as designed; null where it has to be made.</summary>
    public InterfaceLink? FindWanted() => Wanted is null ? null : Links.FirstOrDefault(Wanted.IsMetBy);
}
