using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>The interfaces of a machine as they are once the operations planned so far are done, beside those that the design wants.</summary>
/// <param name="Machine">The machine as it is then.</param>
/// <param name="Desired">What the design wants.</param>
internal sealed record MachineNetwork(Machine Machine, IReadOnlyList<DesiredInterface> Desired)
{
    /// <summary>Interfaces that the plan deletes.</summary>
    public IReadOnlyList<NetworkInterface> Deleted { get; init; } = [];

    /// <summary>Bonds as they were before NICs left them.</summary>
    public IReadOnlyList<NetworkInterface> Released { get; init; } = [];

    /// <summary>The interfaces that the design may link to subnets, in its order.</summary>
    public IEnumerable<LinkPlace> LinkPlaces => Desired.SelectMany(GetPlaces);

    /// <summary>The interface of a name that stays, or null.</summary>
    public NetworkInterface? Find(string name) => Machine.Interfaces.FirstOrDefault(i => i.Name == name);

    /// <summary>The interface on a parent for a VLAN, or null.</summary>
    public NetworkInterface? FindVlan(string parent, Vlan vlan) =>
        Machine.Interfaces.FirstOrDefault(i => i.Type == "vlan" && i.Parents.Contains(parent) && i.Vlan?.Id == vlan.Id);

    /// <summary>The name of that interface, whether it is there already or not.</summary>
    public string VlanName(string parent, Vlan vlan) => FindVlan(parent, vlan)?.Name ?? InterfaceName.FormatVlan(parent, vlan.Vid);

    /// <summary>The bridge over an interface as it is; null when there is to be none, or is none yet.</summary>
    /// <param name="below">The NIC or bond that the bridge is to stand on.</param>
    /// <param name="over">The VLAN on whose interface there it is to stand; null for the NIC or bond itself.</param>
    public NetworkInterface? FindBridge(string below, Vlan? over) =>
        Desired.OfType<Bridge>().FirstOrDefault(b => b.Below == below && b.Over?.Id == over?.Id) is { } bridge ? Find(bridge.Name) : null;

    /// <summary>What goes from above an interface: the cause of what is then made anew there.</summary>
    public IEnumerable<NetworkInterface> DeletedOver(string name) => Deleted.Where(i => i.Parents.Contains(name));

    /// <summary>Names of what leaves a NIC: what is deleted above it, and bonds that it leaves.</summary>
    public IReadOnlyList<string> ClearedFrom(string nic) =>
    [
        .. DeletedOver(nic).Select(i => i.Name),
        .. Released.Where(b => b.Parents.Contains(nic) && Find(b.Name)?.Parents.Contains(nic) == false).Select(b => b.Name),
    ];

    private IEnumerable<LinkPlace> GetPlaces(DesiredInterface desired) =>
    [
        new(desired, desired.Name, Find(desired.Name), desired.Native),
        .. desired.Tagged.Select(t => new LinkPlace(desired, VlanName(desired.Name, t.Vlan), FindVlan(desired.Name, t.Vlan), t.Link)),
    ];
}
