using System.Text.Json.Nodes;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Faults;

namespace Drydock.Maas.Simulator.State;

/// <summary>Everything the simulated server knows. Handlers run one at a time under <see cref="Gate"/>.</summary>
internal sealed class SimulatorState
{
    public SimulatorState(SimulatorClock clock)
    {
        Clock = clock;
        Started = clock.Now;
        Transitions = new(clock);
        Faults = new(() => Now);
        Ids.StartAt("fabric", 0);
        Ids.StartAt("domain", 0);
        Ids.StartAt("pool", 0);
        Addresses = new(this);
        AutoFabrics = new(this);
    }

    public object Gate { get; } = new();

    public SimulatorClock Clock { get; }

    /// <summary>Changes to come.</summary>
    public TransitionQueue Transitions { get; }

    /// <summary>What the request under way still does after its answer is made.</summary>
    public PostCommit PostCommit { get; } = new();

    /// <summary>What is to go wrong.</summary>
    public FaultBoard Faults { get; }

    /// <summary>What happened to nodes, oldest first (<c>events/?op=query</c>).</summary>
    public List<SimulatedEvent> Journal { get; } = [];

    public DateTimeOffset Started { get; }

    /// <summary>The version it plays, one of <see cref="VersionRules.Names"/>.</summary>
    public string MaasVersion { get; set; } = VersionRules.Usual;

    /// <summary>Answers in which that version differs from others.</summary>
    public VersionRules Rules => VersionRules.Find(MaasVersion);

    public DateTimeOffset Now => Transitions.Now;

    public IdCounters Ids { get; } = new();

    public List<SimulatedUser> Users { get; } = [];

    public List<SimulatedSshKey> SshKeys { get; } = [];

    public List<SimulatedSslKey> SslKeys { get; } = [];

    public List<SimulatedFile> Files { get; } = [];

    public List<SimulatedLicenseKey> LicenseKeys { get; } = [];

    public List<SimulatedNotification> Notifications { get; } = [];

    /// <summary>The names of notices MAAS has given by itself and whose reason still holds.</summary>
    public List<string> NoticesGiven { get; } = [];

    public List<SimulatedFabric> Fabrics { get; } = [];

    public List<SimulatedVlan> Vlans { get; } = [];

    public List<SimulatedSpace> Spaces { get; } = [];

    public List<SimulatedSubnet> Subnets { get; } = [];

    public List<SimulatedIPRange> IPRanges { get; } = [];

    public List<SimulatedReservedIP> ReservedIPs { get; } = [];

    public List<SimulatedStaticRoute> StaticRoutes { get; } = [];

    public List<SimulatedDomain> Domains { get; } = [];

    public List<SimulatedDnsResource> DnsResources { get; } = [];

    public List<SimulatedDnsRecord> DnsRecords { get; } = [];

    public List<SimulatedDhcpSnippet> DhcpSnippets { get; } = [];

    public List<SimulatedTag> Tags { get; } = [];

    public List<SimulatedZone> Zones { get; } = [];

    /// <summary>The zone of nodes nobody has put elsewhere; made anew where there is none of that name.</summary>
    public SimulatedZone DefaultZone
    {
        get
        {
            if (Zones.Find(zone => zone.Name == SimulatedZone.DefaultName) is { } known)
                return known;
            var made = new SimulatedZone { Id = Ids.Next("zone"), Name = SimulatedZone.DefaultName };
            Zones.Add(made);
            return made;
        }
    }

    public List<SimulatedPool> Pools { get; } = [];

    /// <summary>Machines, devices and controllers alike.</summary>
    public NodeSet Nodes { get; } = new();

    public IEnumerable<SimulatedController> RackControllers => Nodes.OfType<SimulatedController>().Where(node => node.IsRack);

    public List<SimulatedBootResource> BootResources { get; } = [];

    /// <summary>Servers that MAAS does not know any more, and would find again by their controllers.</summary>
    public List<BareMetal> BareMetal { get; } = [];

    public List<SimulatedBootSource> BootSources { get; } = [];

    public List<SimulatedBootSelection> BootSelections { get; } = [];

    /// <summary>Names of images for which there has been a selection, be it deleted since.</summary>
    public List<string> SelectedOnce { get; } = [];

    /// <summary>When the import of images ends; null when none runs.</summary>
    public DateTimeOffset? ImportEnds { get; set; }

    public List<SimulatedPackageRepository> PackageRepositories { get; } = [];

    /// <summary>Scripts that users have uploaded.</summary>
    public List<SimulatedNodeScript> Scripts { get; } = [];

    /// <summary>Settings of the whole server (<c>maas/?op=get_config</c>).</summary>
    public Dictionary<string, JsonNode?> Config { get; } = new(StringComparer.Ordinal);

    /// <summary>Addresses that users keep for themselves.</summary>
    public List<SimulatedAddress> HeldAddresses { get; } = [];

    /// <summary>Which addresses are taken, and the next free one.</summary>
    public AddressBook Addresses { get; }

    /// <summary>Fabrics made for NICs nobody had placed.</summary>
    public AutoFabrics AutoFabrics { get; }

    /// <summary>The fault of a kind that strikes the node now; null for none.</summary>
    public SimulatorFault? Strike(SimulatorFaultKind kind, SimulatedNode node) => Faults.IsEmpty ? null : Faults.Strike(kind, node.Names);

    public SimulatedVlan GetDefaultVlan(SimulatedFabric fabric) => Vlans.Where(vlan => vlan.Fabric == fabric).MinBy(vlan => vlan.Id)!;
}
