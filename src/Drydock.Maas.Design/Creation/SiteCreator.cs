namespace Drydock.Maas.Design.Creation;

/// <summary>Makes a small site of what an operator knows before there is one: names, controllers, MAC addresses and addresses of machines.</summary>
public sealed class SiteCreator
{
    private const string Oob = "oob";
    private const int Mtu = 1500;

    private readonly NewSite _site;
    private readonly List<NewNetwork> _networks;
    private readonly NewNetwork? _oob;
    private readonly NewNetwork? _primary;
    private readonly NewNetwork? _boot;

    private SiteCreator(NewSite site)
    {
        _site = site;
        RequireUnique("node", site.Nodes.Select(n => n.Name));
        RequireUnique("network", site.Networks.Select(n => n.Name));
        foreach (var network in site.Networks.Where(n => n.Block.Value is null))
            throw Problem(ErrorIds.InvalidNetwork, $"\"{network.Cidr}\" of network {network.Name} is no network in CIDR notation, as 10.0.0.0/24 is one.");
        _networks = [.. site.Networks];
        _oob = FindNetwork(Oob, "management controllers", [.. site.Nodes.Select(n => ControllerAddress.Parse(n.Bmc)?.Host).OfType<string>()]);
        foreach (var node in site.Nodes)
        {
            foreach (var address in node.Addresses)
                RequireNetwork(node, address);
        }

        var own = _networks.Where(n => n != _oob).ToList();
        _primary = own.Find(n => n.Gateway is not null && IsUsed(n)) ?? own.Find(IsUsed) ?? own.FirstOrDefault();
        _boot = own.Find(n => n.DhcpStart is not null && n != _primary) ?? _primary;
        RequireOneUntagged(own);
    }

    /// <summary>The site.</summary>
    /// <param name="site">What is known of it.</param>
    /// <exception cref="DesignException">What contradicts itself, or is no address.</exception>
    public static SiteDesign Create(NewSite site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new SiteCreator(site).Create();
    }

    private SiteDesign Create()
    {
        var hardware = new HardwareProfile { Name = "hardware", BootMode = null };
        var carried = _networks.Where(n => n != _oob && (n != _boot || _boot == _primary || _site.Nics.Count == 1)).ToList();
        var links = CreateLinks(carried);
        return new([.. _networks.Select(Create)], links, [.. _site.Nodes.Select(n => Create(n, hardware, carried))])
        {
            Region = new() { Name = _site.Name, AuthorizedKeys = _site.AuthorizedKeys },
            Racks = [.. _site.Nodes.Select(n => n.Rack).OfType<string>().Distinct(StringComparer.Ordinal).Select(r => new Rack { Name = r })],
            HardwareProfiles = [hardware],
        };
    }

    private List<NetworkLink> CreateLinks(List<NewNetwork> carried)
    {
        var links = new List<NetworkLink>();
        if (_oob is not null)
            links.Add(CreateLink(_oob.Name, [_oob], _oob, isBonded: false));
        if (_boot is not null && !carried.Contains(_boot))
            links.Add(CreateLink(_boot.Name, [_boot], _boot, isBonded: false));
        if (carried.Count > 0)
            links.Add(CreateLink(LinkName(carried), carried, FindNative(carried), IsBonded));
        return links;
    }

    private bool HasBootNic => _boot is not null && _boot != _primary && _site.Nics.Count > 1;

    /// <summary>The NICs that carry the site's networks: all but the one that boots, where that has a network of its own.</summary>
    private IReadOnlyList<string> CarryingNics => HasBootNic ? [.. _site.Nics.Skip(1)] : _site.Nics;

    private bool IsBonded => CarryingNics.Count > 1;

    /// <summary>The native network: with a single NIC that which it boots from.</summary>
    private NewNetwork? FindNative(List<NewNetwork> carried) =>
        carried.Find(n => n == _boot && n.Vlan is null) ?? carried.Find(n => n.Vlan is null);

    private static string LinkName(List<NewNetwork> carried) => carried.Count == 1 ? carried[0].Name : "trunk";

    private static NetworkLink CreateLink(string name, List<NewNetwork> networks, NewNetwork? native, bool isBonded) => new()
    {
        Name = name,
        Bonding = isBonded
            ? new() { Mode = "802.3ad", TransmitHash = "layer3+4", PeerRate = "fast", MonitorInterval = 100, UpDelay = 200, DownDelay = 200 } : new() { Mode = "disabled" },
        Mtu = networks.Max(n => n.Mtu) ?? Mtu,
        LinkSpeed = "auto",
        TrunkingMode = networks.Count > 1 || native is null ? "802.1q" : "disabled",
        NativeNetwork = native?.Name,
        AllowedNetworks = [.. networks.Select(n => n.Name)],
    };

    private static Network Create(NewNetwork network) => new()
    {
        Name = network.Name,
        Cidr = network.Block.Canonical,
        Vlan = network.Vlan,
        Mtu = network.Mtu,
        DnsDomain = network.Domain ?? "local",
        DnsServers = network.DnsServers,
        Ranges = network.DhcpStart is null ? [] : [new() { Type = "dhcp", Start = network.DhcpStart, End = network.DhcpEnd ?? network.DhcpStart }],
        Routes = network.Gateway is null ? [] : [new() { Subnet = network.Block.Value!.Value.Address.IsV6 ? "::/0" : "0.0.0.0/0", Gateway = network.Gateway }],
    };

    private DrydockNode Create(NewNode node, HardwareProfile hardware, List<NewNetwork> carried)
    {
        var bmc = ControllerAddress.Parse(node.Bmc);
        var interfaces = new List<NodeInterface>();
        if (HasBootNic)
            interfaces.Add(new() { Name = _boot!.Name, NetworkLink = _boot.Name, Slaves = [_site.Nics[0]], Networks = [_boot.Name] });
        if (carried.Count > 0)
            interfaces.Add(new() { Name = IsBonded ? "bond0" : LinkName(carried), NetworkLink = LinkName(carried), Slaves = CarryingNics, Networks = [.. carried.Where(n => IsOn(node, n)).Select(n => n.Name)] });
        List<NodeAddress> addressing = bmc is null ? [] : [new() { Network = _oob!.Name, Type = "static", Address = bmc.Text }];
        foreach (var network in _networks.Where(n => n != _oob && IsOn(node, n)))
        {
            var address = node.Addresses.FirstOrDefault(network.Has);
            if (address is not null || network.DhcpStart is not null)
                addressing.Add(new() { Network = network.Name, Type = address is null ? "dhcp" : "static", Address = address });
        }

        if (addressing.Count == 0)
            throw Problem(ErrorIds.AddressMissing, $"Node {node.Name} has neither an address nor a management controller, and no network has a DHCP range. Give it one.");
        return new()
        {
            Name = node.Name,
            Domain = _primary?.Domain ?? "local",
            Rack = node.Rack,
            HardwareProfile = hardware,
            BootMac = node.BootMac is null ? null : MacNumber.Parse(node.BootMac)?.ToString() ?? throw Problem(ErrorIds.InvalidMac, $"\"{node.BootMac}\" of node {node.Name} is no MAC address."),
            Oob = CreateOob(bmc),
            PrimaryNetwork = _primary?.Name,
            Image = _site.Image,
            Interfaces = interfaces,
            Addressing = addressing,
            Tags = [_site.Name],
            StorageDevices =
            [
                new() { Name = _site.Disk, Partitions = [new() { Name = "root", Size = ">20g", Filesystem = new() { MountPoint = "/", Type = "ext4", MountOptions = "defaults" } }] },
            ],
        };
    }

    private OobSettings CreateOob(ControllerAddress? bmc)
    {
        if (bmc is null)
            return new() { Type = "manual" };
        var credential = _site.Credential ?? OobSettings.Placeholder!;
        return new()
        {
            Type = _site.OobType,
            Network = _oob!.Name,
            Account = _site.Account,
            Credential = credential,
            Authored = new Dictionary<string, string> { ["network"] = _oob.Name, ["account"] = _site.Account, ["credential"] = credential!.Reveal() },
        };
    }

    /// <summary>A node is on a network where it has an address, may get one, or boots.</summary>
    private bool IsOn(NewNode node, NewNetwork network) => network == _boot || network.DhcpStart is not null || node.Addresses.Any(network.Has);

    private bool IsUsed(NewNetwork network) => _site.Nodes.Any(n => n.Addresses.Any(network.Has));

    /// <summary>The network of addresses; one is made up where none is given.</summary>
    private NewNetwork? FindNetwork(string name, string what, List<string> hosts)
    {
        if (hosts.Count == 0)
            return _networks.Find(n => n.Name == name);
        foreach (var host in hosts.Where(h => IPNumber.Parse(h) is null))
            throw Problem(ErrorIds.InvalidAddress, $"\"{host}\" is no address; {what} are told by their addresses.");
        var found = _networks.Find(n => hosts.TrueForAll(n.Has));
        if (found is not null)
            return found;
        var block = MakeBlock(hosts[0]);
        var made = new NewNetwork(_networks.Exists(n => n.Name == name) ? $"{name}-2" : name, block);
        if (hosts.Find(h => !made.Has(h)) is { } outside)
            throw Problem(ErrorIds.NetworkMissing, $"The {what} are on several networks, as {hosts[0]} and {outside}; give the network that has all of them.");
        _networks.Add(made);
        return made;
    }

    private void RequireNetwork(NewNode node, string address)
    {
        if (IPNumber.Parse(address) is null)
            throw Problem(ErrorIds.InvalidAddress, $"\"{address}\" of node {node.Name} is no address.");
        if (_oob?.Has(address) == true)
            throw Problem(ErrorIds.AddressOnOob, $"{address} of node {node.Name} is on {_oob.Name} ({_oob.Cidr}), the network of management controllers, and a node has one address on a network. Put one of them on another network.");
        if (_networks.Exists(n => n.Has(address)))
            return;
        if (_networks.Exists(n => n != _oob))
            throw Problem(ErrorIds.NetworkMissing, $"No network has the address {address} of node {node.Name}: they are {string.Join(", ", _networks.Where(n => n != _oob).Select(n => $"{n.Name} ({n.Cidr})"))}. Add its network.");
        _networks.Add(new("lan", MakeBlock(address)));
    }

    private void RequireOneUntagged(List<NewNetwork> own)
    {
        var untagged = own.Where(n => n.Vlan is null && (n != _boot || _boot == _primary || _site.Nics.Count == 1)).ToList();
        if (untagged.Count > 1)
            throw Problem(ErrorIds.SeveralUntagged, $"Networks {string.Join(" and ", untagged.Select(n => n.Name))} are both untagged on one port. Give all but one a Vlan, or name a second NIC, so that the network with DHCP has a port of its own.");
    }

    private static void RequireUnique(string kind, IEnumerable<string> names)
    {
        if (names.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw Problem(ErrorIds.DuplicateName, $"Two {kind}s are called {twice.Key}.");
    }

    private static string MakeBlock(string address)
    {
        const int V4Prefix = 24;
        const int V6Prefix = 64;
        var number = IPNumber.Parse(address)!.Value;
        return new IPBlock(number, number.IsV6 ? V6Prefix : V4Prefix).ToString();
    }

    private static DesignException Problem(string id, string message) => new(new DesignProblem { ErrorId = id, Message = message });
}
