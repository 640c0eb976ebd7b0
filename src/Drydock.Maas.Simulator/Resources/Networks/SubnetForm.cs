using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Networks;

/// <summary>The wanted state of a subnet.</summary>
internal sealed partial class SubnetForm
{
    private const int LongestName = 255;
    private const int DefaultRdns = 2;

    private static readonly string[] RdnsModes = ["0", "1", "2"];

    private readonly ApiCall _call;
    private readonly FieldErrors _errors;
    private readonly SimulatedSubnet? _current;
    private readonly string _name;
    private readonly SimulatedVlan? _vlan;
    private readonly IPNetwork _cidr;
    private readonly IPAddress? _gateway;
    private readonly List<IPAddress> _servers;
    private readonly int _rdns;
    private readonly List<string> _architectures;

    /// <exception cref="ApiException">400: a subnet cannot be so.</exception>
    public SubnetForm(ApiCall call, SimulatedSubnet? current)
    {
        (_call, _current, _errors) = (call, current, new(call.Form));
        _cidr = ReadCidr();
        _name = ReadName();
        _rdns = ReadRdns();
        _servers = ReadServers();
        _architectures = BootArchitectures.Read(call.Form, _errors, current?.DisabledBootArchitectures ?? []);
        _vlan = current is null ? FindVlan() : ReadVlan() ?? current.Vlan;
        _gateway = ReadGateway();
        if (call.Form.Has("space"))
            _errors.Add("space", "Spaces may no longer be set on subnets. Set the space on the underlying VLAN.");
        CheckOthers();
        CheckUnused();
        _errors.ThrowIfAny();
        if (call.Form.Get("rdns_mode") is "")
            throw new ApiException(ApiResponse.BareInvalid("rdns_mode", "“” value must be an integer."));
    }

    /// <summary>Fabric and VID place a new subnet; of one that is there they are read and forgotten.</summary>
    private void CheckUnused()
    {
        if (_current is null)
            return;
        if (_call.Form.Get("fabric") is { Length: > 0 } fabric && !_call.State.Fabrics.Exists(known => Lookup.IsId(fabric, known.Id)))
            _errors.Add("fabric", FieldErrors.BadChoice);
        _errors.Number("vid", 0, 0, 4094);
    }

    public SimulatedSubnet Create(int id)
    {
        var subnet = new SimulatedSubnet { Id = id, Name = _name, Vlan = _vlan!, Cidr = _cidr };
        ApplyTo(subnet);
        return subnet;
    }

    public void ApplyTo(SimulatedSubnet subnet)
    {
        (subnet.Name, subnet.Vlan, subnet.Cidr, subnet.GatewayIp, subnet.DnsServers) = (_name, _vlan!, _cidr, _gateway, _servers);
        (subnet.RdnsMode, subnet.DisabledBootArchitectures) = (_rdns, _architectures);
        subnet.Description = _call.Form.Get("description") ?? subnet.Description;
        subnet.AllowDns = _errors.Flag("allow_dns", subnet.AllowDns, _call.State.Rules.SubnetYesWords);
        subnet.AllowProxy = _errors.Flag("allow_proxy", subnet.AllowProxy, _call.State.Rules.SubnetYesWords);
        subnet.ActiveDiscovery = _errors.Flag("active_discovery", subnet.ActiveDiscovery);
        subnet.Managed = _errors.Flag("managed", subnet.Managed);
    }

    /// <summary>Host bits are cut off, not refused.</summary>
    private IPNetwork ReadCidr()
    {
        if (_current is not null && !_call.Form.Has("cidr"))
            return _current.Cidr;
        var text = _errors.Text("cidr");
        var cidr = NetworkText.Parse(text);
        if (text.Length > 0 && cidr is null)
            _errors.Add("cidr", "Required format: <network>/<prefixlen>.");
        else if (cidr?.PrefixLength == 0)
            _errors.Add("cidr", "Prefix length must be greater than 0.");
        else if (cidr is { } network && Excluded(network) is { } excluded)
            _errors.Add("cidr", $"The new subnet CIDR would exclude the reserved ip {excluded}. Please remove it first.");
        return cidr ?? _current?.Cidr ?? default;
    }

    /// <summary>An address kept for a MAC address that the subnet would no longer hold.</summary>
    private IPAddress? Excluded(IPNetwork cidr) =>
        _call.State.ReservedIPs.Find(reserved => reserved.Subnet == _current && !cidr.Contains(reserved.Address))?.Address;

    /// <summary>A network is held against those of other subnets where it is one at all; overlaps are not looked for with a bad gateway.</summary>
    private void CheckOthers()
    {
        if (_errors.Has("cidr"))
            return;
        var others = _call.State.Subnets.Where(other => other != _current).Select(other => other.Cidr).ToList();
        if (_call.State.Rules.RefusesOverlappingSubnets && !_errors.Has("gateway_ip") && others.Exists(other => Overlap(other, _cidr)))
            _errors.Add("__all__", $"Subnet {_cidr} would overlap with existing subnets.");
        if (others.Contains(_cidr))
            _errors.Add("cidr", "Subnet with this Cidr already exists.");
    }

    private static bool Overlap(IPNetwork one, IPNetwork other) => one.Contains(other.BaseAddress) || other.Contains(one.BaseAddress);

    /// <summary>A subnet without a name of its own goes by its network, also when that changes.</summary>
    private string ReadName()
    {
        var name = _call.Form.Get("name") ?? _current?.Name ?? "";
        if (name.Length == 0 && _current is null)
            return _call.Form.Get("cidr")?.Contains('/', StringComparison.Ordinal) == true ? _cidr.ToString() : _call.Form.Get("cidr") ?? "";
        if (name.Length == 0 || (_current is not null && name == _current.Name && name == _current.Cidr.ToString()))
            return _cidr.ToString();
        if (!ValidName().IsMatch(name))
            _errors.Add("name", ModelName.Invalid);
        _errors.CheckLength("name", name, LongestName);
        return name;
    }

    private int ReadRdns()
    {
        if (_call.Form.Get("rdns_mode") is not { } text)
            return _current?.RdnsMode ?? DefaultRdns;
        if (RdnsModes.Contains(text))
            return int.Parse(text, CultureInfo.InvariantCulture);
        if (text.Length > 0)
            _errors.Add("rdns_mode", $"Select a valid choice. {text} is not one of the available choices.");
        return DefaultRdns;
    }

    private List<IPAddress> ReadServers()
    {
        if (!_call.Form.Has("dns_servers"))
            return _call.Form.EmptyLists.Contains("dns_servers") ? [] : _current?.DnsServers ?? [];
        var servers = new List<IPAddress>();
        foreach (var text in _errors.Values("dns_servers", []))
        {
            if (IPAddress.TryParse(text, out var address))
            {
                servers.Add(address);
                continue;
            }

            _errors.Add("__all__", $"Invalid IP address: {text}; provide a list of space-separated IP addresses");
            break;
        }

        return servers;
    }

    /// <summary>Of an IPv6 network the gateway may also be a link-local address.</summary>
    private IPAddress? ReadGateway()
    {
        var text = _call.Form.Get("gateway_ip") ?? _current?.GatewayIp?.ToString() ?? "";
        if (text.Length == 0)
            return null;
        if (!IPAddress.TryParse(text, out var address))
            _errors.Add("gateway_ip", "Enter a valid IPv4 or IPv6 address.");
        else if (!_errors.Has("cidr") && !_cidr.Contains(address)
            && !(_cidr.BaseAddress.AddressFamily == AddressFamily.InterNetworkV6 && address.IsIPv6LinkLocal))
            _errors.Add("gateway_ip", "Gateway IP must be within CIDR range.");
        return address;
    }

    private SimulatedVlan? ReadVlan()
    {
        if (_call.Form.Get("vlan") is not { Length: > 0 } text)
            return null;
        var vlan = _call.State.Vlans.Find(vlan => Lookup.IsId(text, vlan.Id));
        if (vlan is null)
            _errors.Add("vlan", FieldErrors.BadChoice);
        return vlan;
    }

    /// <summary>Where a new subnet lies. Of one that is there, fabric and number of the VLAN are not looked at.</summary>
    private SimulatedVlan? FindVlan()
    {
        var vlan = ReadVlan();
        var named = _call.Form.Get("fabric") is { Length: > 0 } text ? text : null;
        var fabric = named is null ? null : _call.State.Fabrics.Find(fabric => Lookup.IsId(named, fabric.Id));
        if (named is not null && fabric is null)
            _errors.Add("fabric", FieldErrors.BadChoice);
        var vid = _errors.Number("vid", 0, 0, 4094);
        if (_errors.Has("vlan") || _errors.Has("fabric") || _errors.Has("vid"))
            return vlan;
        if (vlan is not null && fabric is not null && vlan.Fabric != fabric)
            _errors.Add("vlan", $"VLAN {vlan.Fabric.Name}.{vlan.ShownName ?? "None"} is not in fabric name={fabric.Name}.");
        return vlan ?? FindVlan(fabric, vid);
    }

    private SimulatedVlan? FindVlan(SimulatedFabric? fabric, int vid)
    {
        var within = fabric ?? _call.State.Fabrics.Find(other => other.Id == 0) ?? _call.State.Fabrics[0];
        if (vid == 0)
            return _call.State.GetDefaultVlan(within);
        var vlan = _call.State.Vlans.Find(vlan => vlan.Fabric == within && vlan.Vid == vid);
        if (vlan is null)
            _errors.Add("vid", FormattableString.Invariant(
                $"No VLAN with vid {vid} in {(fabric is null ? "default fabric" : $"fabric name={fabric.Name}")}."));
        return vlan;
    }

    [GeneratedRegex("^[.: \\w/-]+$")]
    private static partial Regex ValidName();
}
