using System.Globalization;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>Makes networks of subnets.</summary>
internal sealed class NetworkConverter
{
    private const string NoSpace = "undefined";
    private const int DefaultMtu = 1500;
    private const int DefaultMetric = 100;

    private readonly SiteSnapshot _site;
    private readonly ConversionFindings _findings;
    private readonly DocumentNames _taken = new();
    private readonly Dictionary<int, string> _names = [];

    public NetworkConverter(SiteSnapshot site, IReadOnlyList<Subnet> subnets, ConversionFindings findings)
    {
        (_site, _findings) = (site, findings);
        foreach (var subnet in subnets.OrderBy(s => s.Name, NaturalOrder.Instance).ThenBy(s => s.Id))
            _names[subnet.Id] = _taken.Take(IPBlock.Parse(subnet.Name) is null ? subnet.Name : UsualName(subnet), subnet.Cidr);
    }

    /// <summary>The name of the network that a subnet becomes.</summary>
    public string GetName(Subnet subnet) => _names[subnet.Id];

    /// <summary>Whether a subnet is described.</summary>
    public bool Has(Subnet subnet) => _names.ContainsKey(subnet.Id);

    /// <summary>The network.</summary>
    /// <param name="subnet">The subnet.</param>
    /// <param name="link">The link that carries it.</param>
    /// <param name="domain">Its DNS domain.</param>
    public Design.Network Convert(Subnet subnet, ConvertedLink link, string domain)
    {
        var vlan = _site.Fabrics.SelectMany(f => f.Vlans).FirstOrDefault(v => v.Id == subnet.Vlan?.Id) ?? subnet.Vlan!;
        TellSettings(subnet);
        var mtu = link.Native?.Id == subnet.Id ? link.Design.Mtu : DefaultMtu;
        var name = GetName(subnet);
        return new()
        {
            Name = name,
            Cidr = subnet.Block.Canonical,
            Vlan = vlan.Vid == 0 ? null : vlan.Vid.ToString(CultureInfo.InvariantCulture),
            Mtu = vlan.Mtu == mtu ? null : vlan.Mtu,
            DnsDomain = domain,
            DnsServers = subnet.DnsServers,
            Ranges = [.. ReadRanges(subnet, vlan)],
            Routes = [.. ReadRoutes(subnet)],
            DhcpRelayTarget = FindRelayTarget(subnet, vlan),
            Labels = ReadLabels(subnet, vlan, name),
        };
    }

    /// <summary>A network for controllers that are on no subnet of MAAS: it tells their addresses and is not set up.</summary>
    /// <param name="block">Its addresses.</param>
    /// <param name="domain">Its DNS domain.</param>
    public Design.Network MakeUnmanaged(IPBlock block, string domain) => new()
    {
        Name = _taken.Take("oob", $"oob-{block}"),
        Cidr = block.ToString(),
        DnsDomain = domain,
        Labels = new Dictionary<string, string> { ["noconfig"] = "true" },
    };

    private static Dictionary<string, string> ReadLabels(Subnet subnet, Vlan vlan, string name)
    {
        var labels = new Dictionary<string, string>();
        if (vlan.Space is { Length: > 0 } space && space != NoSpace)
            labels["space"] = space;
        if (subnet.Name != name)
            labels["subnet_name"] = subnet.Name;
        if (vlan.Vid != 0 && vlan.Name is { Length: > 0 } called && called != name)
            labels["vlan_name"] = called;
        return labels;
    }

    private IEnumerable<NetworkRange> ReadRanges(Subnet subnet, Vlan vlan)
    {
        var isServed = vlan.DhcpOn || vlan.RelayVlan is not null;
        foreach (var range in _site.IPRanges.Where(r => r.Subnet?.Id == subnet.Id).OrderBy(r => IPNumber.Parse(r.StartIP)?.Value))
        {
            var isDynamic = range.Type == "dynamic";
            if (isDynamic && !isServed)
                _findings.AddLeftOut($"IPRange {range.StartIP}-{range.EndIP}", "type", $"it is dynamic while nobody serves DHCP on {vlan}, and a range of a design has DHCP", "Switch DHCP on in MAAS, or remove the range there.");
            else
                yield return new() { Type = isDynamic ? "dhcp" : "reserved", Start = range.StartIP, End = range.EndIP };
        }

        if (isServed && _site.IPRanges.All(r => r.Subnet?.Vlan?.Id != vlan.Id || r.Type != "dynamic"))
            _findings.AddLeftOut($"Vlan {vlan}", "dhcp_on", "DHCP is on without a dynamic range, and a design has it by ranges", "Switch it off in MAAS, or make a range there.");
    }

    private IEnumerable<NetworkRoute> ReadRoutes(Subnet subnet)
    {
        if (subnet.GatewayIP is { Length: > 0 } gateway)
            yield return new() { Subnet = subnet.Block.Value?.Address.IsV6 == true ? "::/0" : "0.0.0.0/0", Gateway = gateway };
        foreach (var route in _site.StaticRoutes.Where(r => r.Source?.Id == subnet.Id).OrderBy(r => r.Destination?.Cidr, NaturalOrder.Instance).ThenBy(r => r.GatewayIP, NaturalOrder.Instance))
            yield return new() { Subnet = route.Destination?.Block.Canonical, Gateway = route.GatewayIP, Metric = route.Metric == DefaultMetric ? null : route.Metric };
    }

    /// <summary>The address of a rack controller on the VLAN that DHCP is relayed to.</summary>
    private string? FindRelayTarget(Subnet subnet, Vlan vlan)
    {
        if (vlan.RelayVlan is not { } target || _site.IPRanges.All(r => r.Subnet?.Id != subnet.Id || r.Type != "dynamic"))
            return null;
        var address = _site.RackControllers.SelectMany(r => r.Interfaces).Where(i => i.Vlan?.Id == target.Id).SelectMany(i => i.Links)
            .Select(l => l.IPAddress).FirstOrDefault(a => !string.IsNullOrEmpty(a));
        if (address is null)
            _findings.AddLeftOut($"Vlan {vlan}", "relay_vlan", $"no rack controller has an address on {target}, to which DHCP is relayed", "Add dhcp_relay.upstream_target by hand.");
        return address;
    }

    /// <summary>Settings of a subnet that no document has.</summary>
    private void TellSettings(Subnet subnet)
    {
        var resource = $"Subnet {subnet.Cidr}";
        const string Stays = "Nothing needs to be done where this MAAS stays: a run leaves it.";
        if (!subnet.Managed)
            _findings.AddLeftOut(resource, "managed", "MAAS does not manage it", Stays);
        if (!subnet.AllowDns)
            _findings.AddLeftOut(resource, "allow_dns", "MAAS's own DNS servers are not given to its machines", Stays);
        if (!subnet.AllowProxy)
            _findings.AddLeftOut(resource, "allow_proxy", "MAAS's proxy is not given to its machines", Stays);
        if (subnet.ActiveDiscovery)
            _findings.AddLeftOut(resource, "active_discovery", "MAAS looks for hosts on it", Stays);
        if (!string.IsNullOrEmpty(subnet.Description))
            _findings.AddLeftOut(resource, "description", $"\"{subnet.Description}\"", "Write it into the document as a comment.");
        if (subnet.DisabledBootArchitectures.Count > 0)
            _findings.AddLeftOut(resource, "disabled_boot_architectures", string.Join(", ", subnet.DisabledBootArchitectures), Stays);
    }

    /// <summary>MAAS calls a subnet by its CIDR unless somebody names it.</summary>
    private static string UsualName(Subnet subnet) => DocumentNames.Make($"net-{subnet.Cidr}");
}
