using System.Net;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Linking interfaces to subnets by form.</summary>
internal sealed class LinkForm(ApiCall call, SimulatedMachine machine, SimulatedInterface nic)
{
    private static readonly string[] Modes = ["auto", "dhcp", "static", "link_up"];
    private readonly FieldErrors _errors = new(call.Form);

    public ApiResponse Link()
    {
        var mode = Mode();
        var subnet = Subnet(mode);
        var address = mode == "static" ? Address(subnet) : null;
        CheckLinks(mode, subnet);
        var isGateway = _errors.Flag("default_gateway", otherwise: false);
        if (isGateway)
            CheckGateway(mode, subnet);
        _errors.ThrowIfAny();
        if (address is not null)
            ReservedForOthers.Check(call.State, nic, address);
        if (address is not null && call.State.Addresses.IsKnown(address))
            return ApiResponse.Text(404, "IP address is already in use.");

        nic.Links.RemoveAll(l => mode == "link_up" || l.Mode == "link_up" || (l.Mode == "dhcp" && IsOfFamily(l, subnet)));
        var link = new SimulatedLink
        {
            Id = call.State.Ids.Next("link"), Mode = mode, Subnet = subnet, Address = address, User = call.User, Created = call.State.Now,
        };
        if (subnet is not null)
            nic.Vlan ??= subnet.Vlan;
        nic.Links.Add(link);
        if (isGateway)
            Choose(link);
        return ApiResponse.Json(InterfaceJson.Render(nic));
    }

    public ApiResponse Unlink()
    {
        var link = Chosen("id");
        nic.Links.Remove(link);
        machine.ForgetGateways(l => l == link);
        if (nic.Links.Count == 0 && nic.Vlan is not null)
            LinkUp();
        return ApiResponse.Json(InterfaceJson.Render(nic));
    }

    /// <summary>MAAS leaves no enabled interface without a link; one that was seen on a subnet of its VLAN is up on that.</summary>
    private void LinkUp() => nic.Links.Add(new SimulatedLink
    {
        Id = call.State.Ids.Next("link"),
        Mode = "link_up",
        Subnet = nic.Discovered is { } seen && seen.Subnet.Vlan == nic.Vlan ? seen.Subnet : null,
        Created = call.State.Now,
    });

    private static bool IsOfFamily(SimulatedLink link, SimulatedSubnet? subnet) =>
        link.Subnet is null || subnet is null || link.Subnet.IsV6 == subnet.IsV6;

    public ApiResponse SetGateway()
    {
        List<SimulatedLink> chosen = call.Form.Has("link_id") ? [Chosen("link_id")] : nic.Links.FindAll(l => l.Subnet?.GatewayIp is not null);
        if (chosen.Count == 0)
            throw new ApiException(ApiResponse.Invalid("__all__", "This interface has no usable gateways."));
        foreach (var link in chosen.DistinctBy(l => l.Subnet?.IsV6))
            Choose(link);
        return ApiResponse.Json(InterfaceJson.Render(nic));
    }

    private void Choose(SimulatedLink link)
    {
        if (link.Subnet?.IsV6 == true)
            machine.GatewayLinkV6 = link;
        else
            machine.GatewayLink = link;
    }

    private SimulatedLink Chosen(string field)
    {
        var id = call.Form.Get(field);
        if (string.IsNullOrEmpty(id))
            throw new ApiException(ApiResponse.Invalid(field, FieldErrors.Required));
        return nic.Links.Find(l => Lookup.IsId(id, l.Id)) ?? throw new ApiException(ApiResponse.Invalid(
            field, $"'{id}' is not a valid {field}.  It should be one of: {string.Join(", ", nic.Links.Select(l => $"'{l.Id}'"))}."));
    }

    private string Mode()
    {
        var mode = _errors.Text("mode").ToLowerInvariant();
        if (mode.Length > 0 && !Modes.Contains(mode))
            _errors.Add("mode", $"'{mode}' is not a valid mode.  It should be one of: {string.Join(", ", Modes.Select(m => $"'{m}'"))}.");
        return mode;
    }

    private SimulatedSubnet? Subnet(string mode)
    {
        var text = call.Form.Get("subnet");
        if (string.IsNullOrEmpty(text))
        {
            if (mode is "auto" or "static" or "dhcp")
                _errors.Add("subnet", FieldErrors.Required);
            return null;
        }

        var subnet = Lookup.Subnet(call.State, text);
        if (subnet is not null && (nic.Vlan is null || subnet.Vlan == nic.Vlan))
            return subnet;
        _errors.Add("subnet", $"None found with id={text}.");
        _errors.Add("subnet", FieldErrors.Required);
        return null;
    }

    private IPAddress? Address(SimulatedSubnet? subnet)
    {
        if (call.Form.Get("ip_address") is not { Length: > 0 } text)
            return subnet is null ? null : call.State.Addresses.NextFree(subnet);
        if (!IPAddress.TryParse(text, out var address))
        {
            _errors.Add("ip_address", "Enter a valid IPv4 or IPv6 address.");
            return null;
        }

        if (subnet is not null && !subnet.Cidr.Contains(address))
            _errors.Add("ip_address", $"IP address is not in the given subnet '{Describe(subnet)}'.");
        else if (call.State.IPRanges.Find(r => r.Subnet == subnet && r.Type == "dynamic" && r.Contains(address)) is { } range)
            _errors.Add("ip_address", $"IP address is inside a dynamic range {range.Start} to {range.End}.");
        return address;
    }

    private void CheckLinks(string mode, SimulatedSubnet? subnet)
    {
        if (mode == "dhcp" && subnet is not null && nic.Links.Exists(l => l.Mode == "dhcp"))
            _errors.Add("mode", $"Interface is already set to DHCP from '{Describe(subnet)}'.");
        if (mode == "link_up" && !_errors.Flag("force", otherwise: false) && nic.Links.Exists(l => l.Mode != "link_up"))
        {
            _errors.Add(
                "mode",
                "Cannot configure interface to link up (with no IP address) while other links are already configured. "
                + "Specify force=True to override this behavior and delete all links.");
        }
    }

    private void CheckGateway(string mode, SimulatedSubnet? subnet)
    {
        if (mode is not ("auto" or "static"))
            _errors.Add("default_gateway", $"Cannot use in mode {mode}.");
        else if (subnet is not null && subnet.GatewayIp is null)
            _errors.Add("default_gateway", "Cannot set as default gateway because the subnet has no gateway.");
    }

    private static string Describe(SimulatedSubnet subnet) => $"{subnet.Name}:{subnet.Cidr}(vid={subnet.Vlan.Vid})";
}
