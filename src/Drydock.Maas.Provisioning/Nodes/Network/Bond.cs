using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>A bond of NICs: made of them, or mended in one update.</summary>
internal sealed record Bond : DesiredInterface
{
    /// <summary>Its NICs.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>Its settings; those that the design does not say are null.</summary>
    public required BondRequest Settings { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Nics => Members;

    /// <inheritdoc/>
    public override bool IsNamed => true;

    /// <summary>Reads it from the design.</summary>
    /// <param name="reader">The site and the machine.</param>
    /// <param name="design">The interface in the design.</param>
    /// <param name="link">Its link, which bonds.</param>
    public static Bond Read(DesiredNetworkReader reader, NodeInterface design, NetworkLink link)
    {
        if (design.Slaves.Count == 0)
            throw new NodeException(ErrorIds.DesignInvalid, $"Bond {design.Name} of node {reader.Node.Name} has no slaves.");
        var members = design.Slaves.Select(s => reader.Nics.Claim(s, design.Name)).ToList();
        var networks = reader.ReadNetworks(design, link);
        return new()
        {
            Name = design.Name, Vlan = networks.Untagged, Mtu = link.Mtu, Native = networks.Native, Tagged = networks.Tagged, Members = members, Settings = Read(link.Bonding),
        };
    }

    /// <summary>NICs leave the bonds that are there, before anything is planned for them, where another interface wants them: MAAS gives no NIC away that is in a bond.</summary>
    public static IEnumerable<InterfaceOperation> PlanReleases(MachineNetwork network) =>
        from bond in network.Desired.OfType<Bond>()
        let present = network.Find(bond.Name)
        where present is not null && bond.IsClaimedByOthers(present, network)
        select new ReleaseBondMembers(present, bond.FindKept(present));

    /// <summary>
    /// Whether a bond of its name has to go first: one is changed in place, unless none of its NICs stays in it while another interface wants one of
    /// them.
    /// </summary>
    public bool IsToBeMadeAnew(NetworkInterface present, MachineNetwork network) =>
        IsClaimedByOthers(present, network) && FindKept(present).Count == 0;

    /// <inheritdoc/>
    protected override IEnumerable<InterfaceOperation> PlanItself(MachineNetwork network)
    {
        var present = network.Find(Name);
        foreach (var member in Members)
            yield return Nic.PlanUpdate(network, member, this, present, keepsMtu: false);
        if (present is null)
            yield return new CreateBond(this) { Causes = [.. Members.SelectMany(network.DeletedOver).Select(i => i.Name).Distinct()] };
        else
            yield return UpdateBond.Find(this, present, network);
    }

    private static BondRequest Read(LinkBonding bonding) => new()
    {
        Mode = bonding.Mode,
        MonitorInterval = bonding.MonitorInterval,
        UpDelay = bonding.UpDelay,
        DownDelay = bonding.DownDelay,
        LacpRate = bonding.PeerRate,
        TransmitHashPolicy = bonding.TransmitHash,
    };

    /// <summary>Members of a bond that is there which the design has too, in the design's order.</summary>
    private List<string> FindKept(NetworkInterface present) => [.. Members.Where(present.Parents.Contains)];

    private bool IsClaimedByOthers(NetworkInterface present, MachineNetwork network) =>
        network.Desired.Any(d => d != this && d.Nics.Any(present.Parents.Contains));
}

/// <summary>Makes a bond of its NICs, which are on its VLAN already.</summary>
/// <param name="Wanted">The bond.</param>
internal sealed record CreateBond(Bond Wanted) : InterfaceSetup
{
    /// <inheritdoc/>
    public override string Interface => Wanted.Name;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Parents => Wanted.Members;

    /// <summary>What is sent for it, its members apart.</summary>
    public BondRequest Request => Wanted.Settings with { Name = Wanted.Name, VlanId = Wanted.Vlan.Id, Mtu = Wanted.Mtu };

    /// <inheritdoc/>
    public override ChangeValues? Sent => RequestValues.Read(Request).With("parents", string.Join(", ", Parents));

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges
    {
        get
        {
            var detail = string.Create(CultureInfo.InvariantCulture, $"{Wanted.Settings.Mode} of {string.Join(", ", Parents)}, mtu {Wanted.Mtu}");
            return [Create(ResourceKind.Interface, Interface, detail, [.. Parents, .. Causes])];
        }
    }
}

/// <summary>Changes a bond that is there.</summary>
/// <param name="Present">The bond.</param>
/// <param name="Members">The NICs it is to have.</param>
/// <param name="Settings">Its settings that change; those that stay are null.</param>
internal sealed record UpdateBond(NetworkInterface Present, IReadOnlyList<string> Members, BondRequest Settings) : InterfaceChange(Present)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Parents => Members;

    /// <summary>Whether it gets other members.</summary>
    public bool ChangesMembers => !Members.ToHashSet(StringComparer.Ordinal).SetEquals(Present.Parents);

    /// <summary>What is sent for it, its members apart.</summary>
    public BondRequest Request => Settings with { VlanId = Vlan?.Id, Mtu = Mtu?.Wanted, Tags = Tags };

    /// <inheritdoc/>
    protected override IEnumerable<PlannedChange> ChangedSettings
    {
        get
        {
            var present = Present.Params ?? new();
            return
            [
                .. SetUnlessNull(ChangeProperty.BondMode, present.BondMode, Settings.Mode),
                .. SetUnlessNull(ChangeProperty.LinkCheckInterval, present.BondMiimon, Settings.MonitorInterval),
                .. SetUnlessNull(ChangeProperty.UpDelay, present.BondUpDelay, Settings.UpDelay),
                .. SetUnlessNull(ChangeProperty.DownDelay, present.BondDownDelay, Settings.DownDelay),
                .. SetUnlessNull(ChangeProperty.LacpRate, present.BondLacpRate, Settings.LacpRate),
                .. SetUnlessNull(ChangeProperty.TransmitHashPolicy, present.BondXmitHashPolicy, Settings.TransmitHashPolicy),
                .. ChangesMembers ? SetUnlessNull(ChangeProperty.BondMembers, ReleaseBondMembers.Describe(Present), string.Join(", ", Members)) : [],
            ];
        }
    }

    /// <summary>Compares a bond; one below a bridge has its VLAN from that.</summary>
    public static UpdateBond Find(Bond wanted, NetworkInterface bond, MachineNetwork network)
    {
        var (present, settings) = (bond.Params ?? new InterfaceParameters(), wanted.Settings);
        var mtu = InterfaceMtu.Find(bond, wanted.Vlan, wanted.Mtu);
        return new(bond, wanted.Members, new()
        {
            Mode = Unless(present.BondMode, settings.Mode),
            MonitorInterval = Unless(present.BondMiimon, settings.MonitorInterval),
            UpDelay = Unless(present.BondUpDelay, settings.UpDelay),
            DownDelay = Unless(present.BondDownDelay, settings.DownDelay),
            LacpRate = Unless(present.BondLacpRate, settings.LacpRate),
            TransmitHashPolicy = Unless(present.BondXmitHashPolicy, settings.TransmitHashPolicy),
        })
        {
            Vlan = network.FindBridge(wanted.Name, null) is null ? mtu.Next : null,
            Mtu = mtu.Differs || InterfaceMtu.IsToBeKept(bond, network, wanted) ? mtu : null,
        };
    }
}

/// <summary>Leaves a bond some of its NICs, so that other interfaces can have the others.</summary>
/// <param name="Present">The bond.</param>
/// <param name="Kept">The NICs that stay in it.</param>
internal sealed record ReleaseBondMembers(NetworkInterface Present, IReadOnlyList<string> Kept) : InterfaceOperation
{
    /// <inheritdoc/>
    public override string Interface => Present.Name;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Parents => Present.Parents;

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges => [Set(ChangeProperty.BondMembers, Describe(Present), string.Join(", ", Kept))];

    /// <summary>The members of a bond that is there, in words.</summary>
    public static string Describe(NetworkInterface bond) => string.Join(", ", bond.Parents.Order(StringComparer.Ordinal));

    /// <inheritdoc/>
    public override MachineNetwork Expect(MachineNetwork network) => network with
    {
        Machine = network.Machine with { Interfaces = [.. network.Machine.Interfaces.Select(i => i.Id == Present.Id ? i with { Parents = Kept } : i)] },
        Released = [.. network.Released, Present],
    };

    /// <inheritdoc/>
    protected override bool Follows(InterfaceOperation other) => other is DeleteInterface delete && delete.Parents.Any(Concerns);
}
