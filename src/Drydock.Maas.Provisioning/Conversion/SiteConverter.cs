using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Nodes.Network;
using Drydock.Maas.Provisioning.Nodes.Storage;
using Drydock.Maas.Provisioning.Site.Network;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>Puts a design together of what a MAAS holds, part by part; each is tried with the planner that will look at it.</summary>
internal sealed class SiteConverter
{
    private const string DefaultName = "default";

    private static readonly MachineStatus[] Described =
    [
        MachineStatus.Ready, MachineStatus.Allocated, MachineStatus.Deploying, MachineStatus.Deployed, MachineStatus.FailedDeployment, MachineStatus.FailedTesting,
        MachineStatus.Broken,
    ];

    private readonly ObservedMaas _maas;
    private readonly ConversionFindings _findings;
    private readonly SiteNetworkTerms _terms;
    private readonly bool _isWhole;
    private readonly List<(Machine Machine, IReadOnlyList<InterfaceTree> Trees)> _machines;
    private readonly List<Subnet> _subnets;
    private readonly NetworkConverter _networks;
    private readonly LinkConverter _links;
    private readonly OobConverter _oob;
    private readonly HardwareConverter _hardware;
    private readonly PrimaryNetworks _primary;

    /// <summary>Looks at everything.</summary>
    /// <param name="maas">What was read.</param>
    /// <param name="findings">Takes what cannot be said.</param>
    /// <param name="terms">What the version of MAAS asks of networks.</param>
    /// <param name="isWhole">Whether all of the MAAS is described.</param>
    public SiteConverter(ObservedMaas maas, ConversionFindings findings, SiteNetworkTerms terms, bool isWhole)
    {
        (_maas, _findings, _terms, _isWhole) = (maas, findings, terms, isWhole);
        _oob = new(maas, findings);
        _machines = [.. maas.Machines.Where(IsDescribed).Select(m => DeploymentBridges.Hide(m, new HashSet<string>())).Select(m => (m, InterfaceTree.Read(m)))];
        _subnets = ChooseSubnets();
        _networks = new(maas.Site, _subnets, findings);
        _links = new(maas.Site.Fabrics, _subnets, [.. _machines.SelectMany(m => m.Trees).Where(t => t.Places.Count > 0)], _networks.GetName);
        _hardware = new(_machines.Select(m => m.Machine));
        _primary = new(_machines, _subnets, maas.Site.Domains, _networks.GetName, findings);
    }

    /// <summary>The design.</summary>
    /// <param name="name">The name of the site.</param>
    public SiteDesign Convert(string name)
    {
        List<Design.Network> networks = [.. _subnets.Select(s => _networks.Convert(s, _links.FindCarrier(s), _primary.FindDomain(s)))];
        var controllers = new ControllerNetworks(_machines.Select(m => _oob.FindController(m.Machine)), networks, b => _networks.MakeUnmanaged(b, _primary.Default));
        networks.AddRange(controllers.Added);
        List<NetworkLink> links = [.. _links.Links.Select(l => l.Design), .. controllers.Links];
        var interfaces = new InterfaceConverter(_maas.Site, _links, _networks.GetName, node => new(networks, links, [node]), _findings);
        var drafts = AliasConverter.AddAliases([.. _machines.Select(m => Describe(m.Machine, m.Trees, controllers, interfaces)).OfType<NodeDraft>()]);
        networks = new NetworkTrial(_maas.Site, _terms, _findings).Settle(networks, links, drafts);
        TellRest(drafts);
        return new(networks, links, [.. drafts.Select(d => d.Make())])
        {
            Region = new RegionConverter(_maas, _findings).Convert(name),
            Racks = [.. drafts.Select(d => d.Rack).OfType<string>().Distinct(StringComparer.Ordinal).Order(NaturalOrder.Instance).Select(r => new Rack { Name = r })],
            HardwareProfiles = [.. _hardware.Profiles.Select(p => drafts.Find(d => d.Hardware.Name == p.Name)?.Hardware).OfType<HardwareProfile>()],
        };
    }

    private NodeDraft? Describe(Machine machine, IReadOnlyList<InterfaceTree> trees, ControllerNetworks controllers, InterfaceConverter interfaces)
    {
        var controller = _oob.FindController(machine);
        var network = controller is null ? null : controllers.Find(controller);
        if (network is not null && trees.SelectMany(t => t.Places).Any(p => _networks.GetName(p.Subnet) == network))
        {
            _findings.AddLeftOut($"Machine {machine}", "power_address", $"its management controller is on network {network} as the machine itself, and a node has one address on a network", "The design has manual: a run leaves its power settings.", machine.Hostname);
            network = null;
        }

        var draft = new NodeDraft(machine)
        {
            Domain = machine.Domain?.Name ?? _primary.Default,
            Oob = _oob.Convert(machine, network),
            Hardware = _hardware.FindProfile(machine),
            PrimaryNetwork = _primary.Find(machine),
            Addressing = network is null ? [] : [new() { Network = network, Type = "static", Address = controller!.Text }],
            Rack = machine.Zone?.Name is { Length: > 0 } and not DefaultName ? machine.Zone.Name : null,
        };
        draft = new PlatformConverter(_maas, _findings).Describe(interfaces.Describe(draft, trees));
        draft = draft with { Storage = new StorageTrial(_findings).Settle(draft, StorageParts.ReadListing(machine, [.. _maas.Bcaches[machine.SystemId]])) };
        if (draft.Addressing.Count > 0)
            return draft;
        // Where an interface is without an address one would be given to it.
        var free = _subnets.Where(s => !trees.Any(t => t.Places.Any(p => p.Subnet.Id == s.Id))).ToList();
        if ((free.Find(s => s.Vlan?.Id == machine.BootInterface?.Vlan?.Id) ?? (free.Count > 0 ? free[0] : null)) is { } boot)
            return draft with { Addressing = [new() { Network = _networks.GetName(boot), Type = "dhcp" }] };
        _findings.AddLeftOut($"Machine {machine}", null, "it has no address that a design can say, and a node of a design has one at least", "Link an interface in MAAS, or add the node by hand.", machine.Hostname);
        return null;
    }

    private bool IsDescribed(Machine machine)
    {
        if (machine.KnownStatus is not { } status || !Described.Contains(status))
        {
            _findings.AddUnknown($"Machine {machine}", "status", $"it is {machine.StatusName}, so that what it has is not settled, and it is left out", "Commission it, or wait, and convert again.", machine.Hostname);
            return false;
        }

        if (status is MachineStatus.FailedDeployment or MachineStatus.FailedTesting or MachineStatus.Broken)
            _findings.AddUnknown($"Machine {machine}", "status", $"it is {machine.StatusName}, which a design does not say", "See to it; a comparison tells it until then.", machine.Hostname);
        if (machine.Pool?.Name is { Length: > 0 } pool and not DefaultName)
            _findings.AddLeftOut($"Machine {machine}", "pool", $"it is in resource pool {pool}", "A run leaves it there.", machine.Hostname);
        if (!string.IsNullOrEmpty(machine.Description))
            _findings.AddLeftOut($"Machine {machine}", "description", $"\"{machine.Description}\"", "Write it into the document as a comment.", machine.Hostname);
        return true;
    }

    /// <summary>All of them, or those that the machines and their controllers are on.</summary>
    private List<Subnet> ChooseSubnets()
    {
        var all = _maas.Site.Subnets.Where(s => s.Vlan is not null).OrderBy(s => s.Vlan!.Fabric, NaturalOrder.Instance)
            .ThenBy(s => s.Vlan!.Vid).ThenBy(s => s.Name, NaturalOrder.Instance);
        if (_isWhole)
            return [.. all];
        var used = _machines.SelectMany(m => m.Trees).SelectMany(t => t.Places).Select(p => p.Subnet.Id).ToHashSet();
        var vlans = _machines.Select(m => m.Machine.BootInterface?.Vlan?.Id).OfType<int>().ToHashSet();
        var controllers = _machines.Select(m => IPNumber.Parse(_oob.FindController(m.Machine)?.Host)).OfType<IPNumber>().ToList();
        return [.. all.Where(s => used.Contains(s.Id) || vlans.Contains(s.Vlan!.Id) || controllers.Exists(c => s.Block.Value?.Span.Contains(c) == true))];
    }

    /// <summary>What no part of a design is for.</summary>
    private void TellRest(List<NodeDraft> drafts)
    {
        foreach (var snippet in _maas.Snippets.Where(s => s.Enabled && _isWhole))
            _findings.AddLeftOut($"DhcpSnippet {snippet}", null, "a design has no snippets of DHCP", "A run leaves it.");
        foreach (var address in _maas.Site.ReservedIPs.Where(r => r.Subnet is { } subnet && _networks.Has(subnet)))
            _findings.AddLeftOut($"ReservedIP {address}", null, $"it is kept for {address.MacAddress}", "A run leaves it.");
        foreach (var record in _maas.Records.Where(r => _isWhole && r.ResourceRecords.Count > 0))
            _findings.AddLeftOut($"DnsResource {record}", null, "a design has no DNS records", "A run leaves it.");
        foreach (var draft in drafts.Where(d => d.Image is not null))
            _findings.AddUnknown($"Machine {draft.Machine}", "user_data", "MAAS does not tell what was put onto it when it was deployed", "Write boot actions for what further deployments are to have.", draft.Machine.Hostname);
    }
}
