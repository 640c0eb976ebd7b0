using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary>The wanted state of a VLAN, with MAAS's rules on DHCP and relays.</summary>
internal sealed record VlanForm
{
    public required int Vid { get; init; }

    public string? Name { get; init; }

    public int Mtu { get; init; }

    public string Description { get; init; } = "";

    public SimulatedSpace? Space { get; init; }

    public bool DhcpOn { get; init; }

    public SimulatedNode? PrimaryRack { get; init; }

    public SimulatedNode? SecondaryRack { get; init; }

    public SimulatedVlan? RelayVlan { get; init; }

    public static VlanForm Read(ApiCall call, FieldErrors errors, SimulatedVlan current)
    {
        var form = new VlanForm
        {
            Vid = ReadVid(call.Form, errors, current.Vid),
            Name = call.Form.Get("name") is { Length: > 0 } name ? name : current.Name,
            Mtu = errors.Number("mtu", current.Mtu, 552, 65535),
            Description = call.Form.Get("description") ?? current.Description,
            Space = ReadSpace(call, errors, current.Space),
            DhcpOn = ReadDhcp(call, errors, current),
            PrimaryRack = ReadRack(call, errors, "primary_rack", current, current.PrimaryRack),
            SecondaryRack = ReadRack(call, errors, "secondary_rack", current, current.SecondaryRack),
            RelayVlan = ReadRelay(call, errors, current),
        };
        form.CheckTogether(errors, call.Form);
        return form;
    }

    public void ApplyTo(SimulatedVlan vlan)
    {
        vlan.Vid = Vid;
        vlan.Name = Name;
        vlan.Mtu = Mtu;
        vlan.Description = Description;
        vlan.Space = Space;
        vlan.DhcpOn = DhcpOn;
        vlan.PrimaryRack = PrimaryRack;
        vlan.SecondaryRack = SecondaryRack;
        vlan.RelayVlan = DhcpOn ? null : RelayVlan;
    }

    private static int ReadVid(ParameterSet form, FieldErrors errors, int current)
    {
        var text = form.Get("vid");
        var vid = current;
        if (text is { Length: > 0 } && !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out vid))
            errors.Add("vid", "Enter a whole number.");
        else if (vid is < 0 or > 4094)
            errors.Add("vid", "VID must be between 0 and 4094.");
        return vid;
    }

    private static SimulatedSpace? ReadSpace(ApiCall call, FieldErrors errors, SimulatedSpace? current)
    {
        if (call.Form.Get("space") is not { } text)
            return current;
        if (text.Length == 0)
            return null;
        var space = call.State.Spaces.Find(space => Lookup.Matches(text, space.Id, space.Name));
        if (space is null)
            errors.Add("space", FieldErrors.BadChoice);
        return space;
    }

    private static bool ReadDhcp(ApiCall call, FieldErrors errors, SimulatedVlan current)
    {
        var wanted = errors.Flag("dhcp_on", current.DhcpOn);
        if (wanted && !call.State.IPRanges.Exists(range => range.Type == "dynamic" && range.Subnet.Vlan == current))
            errors.Add("dhcp_on", "dhcp can only be turned on when a dynamic IP range is defined.");
        return wanted;
    }

    private static SimulatedNode? ReadRack(ApiCall call, FieldErrors errors, string field, SimulatedVlan vlan, SimulatedNode? current)
    {
        if (call.Form.Get(field) is not { } text)
            return current;
        if (text.Length == 0)
            return null;
        // Only racks with an interface on the VLAN can serve it.
        var rack = call.State.RackControllers.FirstOrDefault(
            rack => rack.SystemId == text && rack.Interfaces.Exists(nic => nic.Vlan == vlan));
        if (rack is null)
            errors.Add(field, $"Select a valid choice. {text} is not one of the available choices.");
        return rack;
    }

    /// <summary>A VLAN that is relayed itself cannot be relayed to, nor can the VLAN itself: there are no circles.</summary>
    private static SimulatedVlan? ReadRelay(ApiCall call, FieldErrors errors, SimulatedVlan current)
    {
        if (call.Form.Get("relay_vlan") is not { } text)
            return current.RelayVlan;
        if (text.Length == 0)
            return null;
        var relay = call.State.Vlans.Find(vlan => Lookup.IsId(text, vlan.Id));
        var possible = current.DhcpOn ? relay == current.RelayVlan : relay?.RelayVlan is null && relay != current;
        if (relay is null || !possible)
            errors.Add("relay_vlan", FieldErrors.BadChoice);
        return relay;
    }

    private void CheckTogether(FieldErrors errors, ParameterSet form)
    {
        if (errors.Any)
            return;
        if (PrimaryRack is not null && PrimaryRack == SecondaryRack)
            errors.Add("__all__", "The primary and secondary rack must be different");
        if (DhcpOn && PrimaryRack is null && form.Has("dhcp_on"))
            errors.Add("__all__", "dhcp can only be turned on when a primary rack controller is set.");
    }
}
