using System.Globalization;
using System.Net;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Api;

/// <summary>The wanted state of a subnet.</summary>
internal sealed record SubnetForm
{
    public string? Name { get; init; }

    public SimulatedVlan? Vlan { get; init; }

    public required Action<SimulatedSubnet> ApplyTo { get; init; }

    public static SubnetForm Read(ApiCall call, FieldErrors errors, IPNetwork cidr, SimulatedSubnet? current)
    {
        var form = call.Form;
        var name = form.Get("name") is { Length: > 0 } given ? given : current?.Name;
        var vlan = ReadVlan(call, errors, current);
        var gateway = ReadGateway(form, errors, cidr, current?.GatewayIp);
        var servers = ReadServers(form, errors, current?.DnsServers ?? []);
        var rdns = errors.Number("rdns_mode", current?.RdnsMode ?? 2, 0, 2);
        if (form.Has("space"))
            errors.Add("space", "Spaces may no longer be set on subnets. Set the space on the underlying VLAN.");
        if (!errors.Any && call.State.Subnets.Exists(other => other != current && other.Cidr.Equals(cidr)))
            errors.Add("cidr", "Subnet with this Cidr already exists.");
        return new()
        {
            Name = name,
            Vlan = vlan,
            ApplyTo = subnet =>
            {
                subnet.Name = name ?? subnet.Name;
                subnet.Vlan = vlan ?? subnet.Vlan;
                subnet.GatewayIp = gateway;
                subnet.DnsServers = servers;
                subnet.RdnsMode = rdns;
                subnet.Description = form.Get("description") ?? subnet.Description;
                subnet.AllowDns = errors.Flag("allow_dns", subnet.AllowDns);
                subnet.AllowProxy = errors.Flag("allow_proxy", subnet.AllowProxy);
                subnet.ActiveDiscovery = errors.Flag("active_discovery", subnet.ActiveDiscovery);
                subnet.Managed = errors.Flag("managed", subnet.Managed);
                subnet.DisabledBootArchitectures = errors.Values("disabled_boot_architectures", subnet.DisabledBootArchitectures);
            },
        };
    }

    private static SimulatedVlan? ReadVlan(ApiCall call, FieldErrors errors, SimulatedSubnet? current)
    {
        var state = call.State;
        if (call.Form.Get("vlan") is { Length: > 0 } text)
        {
            var vlan = state.Vlans.Find(vlan => Lookup.IsId(text, vlan.Id));
            if (vlan is null)
                errors.Add("vlan", FieldErrors.BadChoice);
            return vlan;
        }

        if (current is not null && !call.Form.Has("fabric") && !call.Form.Has("vid"))
            return current.Vlan;
        var fabric = call.Form.Get("fabric") is { Length: > 0 } name
            ? state.Fabrics.Find(fabric => Lookup.Matches(name, fabric.Id, fabric.Name))
            : state.Fabrics[0];
        if (fabric is null)
        {
            errors.Add("fabric", FieldErrors.BadChoice);
            return null;
        }

        return ByVid(call, errors, fabric);
    }

    private static SimulatedVlan? ByVid(ApiCall call, FieldErrors errors, SimulatedFabric fabric)
    {
        if (call.Form.Get("vid") is not { Length: > 0 } text)
            return call.State.DefaultVlanOf(fabric);
        var vlan = call.State.Vlans.Find(vlan => vlan.Fabric == fabric && Lookup.IsId(text, vlan.Vid));
        if (vlan is null)
            errors.Add("vid", string.Create(CultureInfo.InvariantCulture, $"No VLAN with vid {text} in fabric {fabric.Name}."));
        return vlan;
    }

    private static IPAddress? ReadGateway(ParameterSet form, FieldErrors errors, IPNetwork cidr, IPAddress? current)
    {
        if (form.Get("gateway_ip") is not { } text)
            return current;
        if (text.Length == 0)
            return null;
        if (!IPAddress.TryParse(text, out var address))
            errors.Add("gateway_ip", "Enter a valid IPv4 or IPv6 address.");
        else if (!errors.Any && !cidr.Contains(address))
            errors.Add("gateway_ip", "Gateway IP must be within CIDR range.");
        return address;
    }

    private static List<IPAddress> ReadServers(ParameterSet form, FieldErrors errors, List<IPAddress> current)
    {
        if (!form.Has("dns_servers"))
            return current;
        var servers = new List<IPAddress>();
        foreach (var text in errors.Values("dns_servers", []))
        {
            if (IPAddress.TryParse(text, out var address))
                servers.Add(address);
            else
                errors.Add("dns_servers", $"Invalid IP address: {text}; provide a list of space-separated IP addresses");
        }

        return servers;
    }
}
