using System.Globalization;
using System.Net;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Networks;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary><c>op=link_subnet</c>: an interface is put on a subnet, or told to be up without one.</summary>
/// <param name="call">The request.</param>
/// <param name="nic">The interface.</param>
/// <param name="force">Whether all links it has go first, and its VLAN may be another.</param>
internal sealed class LinkForm(ApiCall call, SimulatedInterface nic, bool force)
{
    private static readonly string[] MachineModes = ["auto", "dhcp", "static", "link_up"];
    private static readonly string[] DeviceModes = ["static"];
    private readonly FieldErrors _errors = new(call.Form);

    public ApiResponse Save()
    {
        var subnet = Subnet();
        var address = Address();
        var isGateway = _errors.Flag("default_gateway", otherwise: false);
        var mode = Mode();
        foreach (var bond in nic.Children.Where(child => child.Type == "bond"))
            _errors.Add("bond", $"Cannot link interface({nic.Name}) when interface is in a bond({bond.Name}).");
        if (mode is not null)
            Check(mode, subnet, address, isGateway);
        _errors.ThrowIfAny();
        if (mode == "link_up" || force)
            InterfaceLinks.Clear(nic);
        if (force && subnet is not null)
            new InterfaceChanges(call.State).Move(nic, subnet.Vlan);
        var link = Link(mode!, subnet, mode == "static" ? address : null);
        if (isGateway && nic.Node is SimulatedMachine machine)
            machine.ChooseGateway(link);
        return ApiResponse.Json(InterfaceJson.Render(nic));
    }

    private SimulatedLink Link(string mode, SimulatedSubnet? subnet, IPAddress? address)
    {
        var links = new InterfaceLinks(call.State);
        if (mode != "static")
            return links.Add(nic, mode, subnet);
        if (address is null)
            return links.Add(nic, mode, subnet, NextFree(subnet!), call.User);
        ReservedForOthers.Check(call.State, nic, address);
        if (call.State.Addresses.IsKnown(address))
            throw new ApiException(ApiResponse.Text(404, "IP address is already in use."));
        var link = links.Add(nic, mode, subnet, address, call.User);
        new InterfaceChanges(call.State).Follow(nic);
        return link;
    }

    private IPAddress NextFree(SimulatedSubnet subnet) => call.State.Addresses.NextFree(subnet)
        ?? throw new ApiException(ApiResponse.Text(503, $"No more IPs available in subnet: {subnet.Cidr}."));

    /// <summary>Of the interface's own VLAN, where it is on one.</summary>
    private SimulatedSubnet? Subnet()
    {
        if (call.Form.Get("subnet") is not { Length: > 0 } text)
            return null;
        return SiteSpecifiers.Subnets.Read(
            call.State, _errors, "subnet", text, subnet => nic.Vlan is null || force || subnet.Vlan == nic.Vlan);
    }

    private IPAddress? Address()
    {
        if (call.Form.Get("ip_address")?.Trim() is not { Length: > 0 } text)
            return null;
        if (IPAddress.TryParse(text, out var address) && (text.Contains(':', StringComparison.Ordinal) || text.Count(sign => sign == '.') == 3))
            return address;
        _errors.Add("ip_address", "Enter a valid IPv4 or IPv6 address.");
        return null;
    }

    private string? Mode()
    {
        var mode = _errors.Text("mode").ToLowerInvariant();
        var modes = nic.Node is SimulatedDevice ? DeviceModes : MachineModes;
        if (modes.Contains(mode))
            return mode;
        if (mode.Length > 0)
            _errors.Add("mode", FieldErrors.ChoiceText("mode", modes, mode));
        return null;
    }

    private void Check(string mode, SimulatedSubnet? subnet, IPAddress? address, bool isGateway)
    {
        if (mode is "auto" or "static" && subnet is null)
            _errors.Add("subnet", FieldErrors.Required);
        else if (mode == "static" && address is not null)
            CheckAddress(subnet!, address);
        if (mode == "dhcp" && nic.Links.Find(link => link.Mode == "dhcp") is { } other)
            _errors.Add("mode", "Interface is already set to DHCP" + (other.Subnet is { } on ? $" from '{Describe(on)}'." : "."));
        // What it was seen with counts as well.
        if (mode == "link_up" && !force && (nic.Discovered is not null || nic.Links.Exists(link => link.Mode != "link_up")))
        {
            _errors.Add(
                "mode",
                "Cannot configure interface to link up (with no IP address) while other links are already configured. "
                + "Specify force=True to override this behavior and delete all links.");
        }

        if (isGateway)
            CheckGateway(mode, subnet);
    }

    private void CheckAddress(SimulatedSubnet subnet, IPAddress address)
    {
        if (!subnet.Cidr.Contains(address))
            _errors.Add("ip_address", $"IP address is not in the given subnet '{Describe(subnet)}'.");
        if (call.State.IPRanges.Find(range => range.Subnet == subnet && range.Type == "dynamic" && range.Contains(address)) is { } range)
            _errors.Add("ip_address", $"IP address is inside a dynamic range {range.Start} to {range.End}.");
    }

    private void CheckGateway(string mode, SimulatedSubnet? subnet)
    {
        if (mode is not ("auto" or "static"))
            _errors.Add("default_gateway", $"Cannot use in mode '{mode}'.");
        else if (subnet is null)
            _errors.Add("default_gateway", "Subnet is required when default_gateway is True.");
        else if (subnet.GatewayIp is null)
            _errors.Add("default_gateway", $"Cannot set as default gateway because subnet {Describe(subnet)} doesn't provide a gateway IP address.");
    }

    private static string Describe(SimulatedSubnet subnet) => $"{subnet.Name}:{subnet.Cidr}(vid={subnet.Vlan.Vid})";
}

/// <summary><c>op=unlink_subnet</c>: a link is taken off an interface.</summary>
internal sealed class UnlinkForm(ApiCall call, SimulatedInterface nic)
{
    public ApiResponse Save()
    {
        var errors = new FieldErrors(call.Form);
        var id = errors.Text("id");
        var link = nic.Links.Find(link => Lookup.IsId(id, link.Id));
        if (link is null && id.Length > 0)
            errors.Add("id", FieldErrors.ChoiceText("id", nic.Links.Select(link => link.Id.ToString(CultureInfo.InvariantCulture)), id));
        errors.ThrowIfAny();
        new InterfaceLinks(call.State).Unlink(nic, link!);
        return ApiResponse.Json(InterfaceJson.Render(nic));
    }
}
