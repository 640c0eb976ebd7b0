using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>A bridge: made over what it stands on, whose links MAAS clears, or mended in one update.</summary>
internal sealed record Bridge : DesiredInterface
{
    /// <summary>The name of the NIC or bond it stands on.</summary>
    public required string Below { get; init; }

    /// <summary>The VLAN whose interface there it stands on; null for the NIC or bond itself.</summary>
    public Vlan? Over { get; init; }

    /// <summary>Its settings.</summary>
    public required BridgeSettings Settings { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Nics => [];

    /// <inheritdoc/>
    public override bool IsNamed => true;

    /// <summary>Reads the bridges over an interface from the design: one over the interface itself, and some over its VLAN interfaces.</summary>
    /// <param name="reader">The site and the machine.</param>
    /// <param name="below">The interface, with the VLAN interfaces that the bridges stand on.</param>
    /// <param name="bridged">The interface in the design.</param>
    public static IReadOnlyList<Bridge> Read(DesiredNetworkReader reader, DesiredInterface below, BridgedInterface bridged)
    {
        var bridges = new List<Bridge>();
        if (bridged.Bridge is { } whole)
        {
            var networks = reader.ReadNetworks(whole, bridged.Link);
            bridges.Add(new()
            {
                Name = FindFreeName(reader, whole),
                Vlan = networks.Untagged,
                Mtu = bridged.Link.Mtu,
                Native = networks.Native,
                Tagged = networks.Tagged,
                Below = below.Name,
                Settings = whole.Bridge!,
            });
        }

        foreach (var (bridge, network) in bridged.NetworkBridges)
        {
            var tagged = below.Tagged.First(t => t.Link!.Subnet.Block == reader.FindNetwork(bridge, network).Block);
            bridges.Add(new()
            {
                Name = FindFreeName(reader, bridge),
                Vlan = tagged.Vlan,
                Mtu = tagged.WantedMtu,
                Native = tagged.Link,
                Below = below.Name,
                Over = tagged.Vlan,
                Settings = bridge.Bridge!,
            });
        }

        return bridges;
    }

    /// <summary>
    /// Bridges that stand where the design wants one get its name first of all: they keep their links and what stands on them. One that has to go
    /// all the same needs no name for that.
    /// </summary>
    public static IEnumerable<InterfaceOperation> PlanRenames(MachineNetwork network)
    {
        foreach (var bridge in network.Desired.OfType<Bridge>())
        {
            if (bridge.FindOtherName(network) is not { } present)
                continue;
            var rename = new RenameBridge(present, bridge.Name);
            var renamed = rename.Expect(network);
            if (StaleInterfaces.Find(renamed).Any(s => s.Name == bridge.Name))
                continue;
            network = renamed;
            yield return rename;
        }
    }

    /// <summary>The name of the interface it stands on, whether it is there already or not.</summary>
    public string FindParent(MachineNetwork network) => Over is null ? Below : network.VlanName(Below, Over);

    /// <inheritdoc/>
    protected override IEnumerable<InterfaceOperation> PlanItself(MachineNetwork network)
    {
        var parent = FindParent(network);
        return network.Find(Name) is { } present
            ? [UpdateBridge.Find(this, present)]
            : [new CreateBridge(this, parent) { Causes = [.. network.DeletedOver(parent).Select(i => i.Name)] }];
    }

    /// <summary>A bridge of another name, which the design does not have, in its place.</summary>
    private NetworkInterface? FindOtherName(MachineNetwork network)
    {
        if (network.Find(Name) is not null)
            return null;
        var parent = FindParent(network);
        return network.Machine.Interfaces.FirstOrDefault(i =>
            i.Type == "bridge" && i.Parents is [var only] && only == parent && network.Desired.All(d => d.Name != i.Name));
    }

    /// <summary>The name of a bridge, which a NIC must not have: that cannot be deleted to make room for it.</summary>
    private static string FindFreeName(DesiredNetworkReader reader, NodeInterface bridge) =>
        reader.Machine.Interfaces.All(i => i.Type != "physical" || i.Name != bridge.Name)
            ? bridge.Name
            : throw new NodeException(
                ErrorIds.DesignInvalid, $"Bridge {bridge.Name} of node {reader.Node.Name} has the name of a NIC of {reader.Machine}. Give it another.");
}

/// <summary>Gives a bridge another name.</summary>
/// <param name="Present">The bridge.</param>
/// <param name="Name">Its new name.</param>
internal sealed record RenameBridge(NetworkInterface Present, string Name) : InterfaceOperation
{
    /// <inheritdoc/>
    public override string Interface => Present.Name;

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Set(ChangeProperty.Name, Present.Name, Name)];

    /// <inheritdoc/>
    public override MachineNetwork Expect(MachineNetwork network) => network with
    {
        Machine = network.Machine with { Interfaces = [.. network.Machine.Interfaces.Select(Rename)] },
    };

    /// <inheritdoc/>
    protected override bool Follows(InterfaceOperation other) => false;

    private NetworkInterface Rename(NetworkInterface nic) => nic.Id == Present.Id ? nic with { Name = Name } : nic with
    {
        Parents = [.. nic.Parents.Select(n => n == Present.Name ? Name : n)],
        Children = [.. nic.Children.Select(n => n == Present.Name ? Name : n)],
    };
}

/// <summary>Makes a bridge.</summary>
/// <param name="Wanted">The bridge.</param>
/// <param name="Parent">The name of the interface it stands on.</param>
internal sealed record CreateBridge(Bridge Wanted, string Parent) : InterfaceSetup
{
    /// <inheritdoc/>
    public override string Interface => Wanted.Name;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Parents => [Parent];

    /// <summary>What is sent for it, its parent apart.</summary>
    public BridgeRequest Request => new()
    {
        Name = Wanted.Name,
        VlanId = Wanted.Vlan.Id,
        Mtu = Wanted.Mtu,
        Type = Wanted.Settings.Type,
        Stp = Wanted.Settings.Stp,
        ForwardDelay = Wanted.Settings.ForwardDelay,
    };

    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(Request).With("parent", Parent);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
    [
        Create(
            ResourceKind.Interface,
            Interface,
            string.Create(CultureInfo.InvariantCulture, $"bridge over {Parent}, {Wanted.Settings}, mtu {Wanted.Mtu}"),
            [Parent, .. Causes]),
    ];
}

/// <summary>Changes a bridge that is there.</summary>
/// <param name="Present">The bridge.</param>
/// <param name="Settings">Its settings that change; those that stay are null.</param>
internal sealed record UpdateBridge(NetworkInterface Present, BridgeRequest Settings) : InterfaceChange(Present)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Parents => Present.Parents;

    /// <summary>What is sent for it.</summary>
    public BridgeRequest Request => Settings with { VlanId = Vlan?.Id, Mtu = Mtu?.Wanted, Tags = Tags };

    /// <inheritdoc/>
    protected override IEnumerable<PlannedChange> ChangedSettings =>
    [
        .. SetUnlessNull(ChangeProperty.BridgeType, Present.Params?.BridgeType, Settings.Type),
        .. SetUnlessNull(ChangeProperty.SpanningTree, ShowStp(IsStpOn(Present)), ShowStp(Settings.Stp)),
        .. SetUnlessNull(ChangeProperty.ForwardDelay, Present.Params?.BridgeFd, Settings.ForwardDelay),
    ];

    /// <summary>Compares a bridge.</summary>
    public static UpdateBridge Find(Bridge wanted, NetworkInterface bridge)
    {
        var mtu = InterfaceMtu.Find(bridge, wanted.Vlan, wanted.Mtu);
        var settings = new BridgeRequest
        {
            Type = Unless(bridge.Params?.BridgeType, wanted.Settings.Type),
            Stp = IsStpOn(bridge) == wanted.Settings.Stp ? null : wanted.Settings.Stp,
            ForwardDelay = Unless(bridge.Params?.BridgeFd, wanted.Settings.ForwardDelay),
        };
        return new(bridge, settings) { Vlan = mtu.Next, Mtu = mtu.Differs ? mtu : null };
    }

    private static bool IsStpOn(NetworkInterface bridge) => bridge.Params?.BridgeStp ?? false;

    private static string? ShowStp(bool? isOn) => isOn switch { null => null, true => "on", false => "off" };
}
