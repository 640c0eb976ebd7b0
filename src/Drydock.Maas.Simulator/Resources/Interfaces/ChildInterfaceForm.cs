using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary>The part that forms of bonds and bridges share: MAC address and VLAN are those of their members, unless they are given some.</summary>
internal abstract class ChildInterfaceForm(ApiCall call, SimulatedNode node, SimulatedInterface? nic, string type)
    : InterfaceForm(call, node, nic, type)
{
    protected override bool ChecksNameLate => true;

    protected void ReadNames()
    {
        Name = Fields.Name(required: true);
        Mac = Fields.Mac(required: false);
    }

    /// <summary>An address that was a member's goes with that member.</summary>
    protected void Inherit(List<SimulatedInterface> parents)
    {
        if (Nic is null ? !Fields.IsSent("mac_address") : HasMacOfFormer(Nic, parents))
            Mac = parents[0].MacAddress;
        if (Nic is null)
            Vlan ??= parents[0].Vlan;
    }

    protected void CheckMac()
    {
        if (Mac.Length == 0 && !Errors.Has("mac_address"))
            Errors.Add("mac_address", InterfaceFields.Blank);
    }

    private bool HasMacOfFormer(SimulatedInterface nic, List<SimulatedInterface> parents) =>
        Mac == nic.MacAddress
        && nic.Parents.FindLast(parent => parent.MacAddress == Mac) is { } former
        && !parents.Contains(former);
}
