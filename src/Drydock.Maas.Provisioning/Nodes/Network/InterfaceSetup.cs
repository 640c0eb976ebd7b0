using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Nodes.Network;

/// <summary>Makes or changes an interface: from the ground up, once what stands in the way is gone.</summary>
internal abstract record InterfaceSetup : InterfaceOperation
{
    /// <summary>Whether it is one for a tagged VLAN.</summary>
    protected virtual bool IsTagged => false;

    /// <inheritdoc/>
    protected override bool Follows(InterfaceOperation other) => other switch
    {
        DeleteInterface delete => delete.Interface == Interface || delete.Parents.Any(Concerns),
        ReleaseBondMembers release => release.Interface == Interface || release.Parents.Any(Concerns),

        // A bridge moves what it stands on to its own fabric, on which the VLAN has to be.
        InterfaceSetup setup => Parents.Contains(setup.Interface) || (IsTagged && !setup.IsTagged && setup.Parents.Any(Parents.Contains)),
        _ => false,
    };
}

/// <summary>Changes an interface that is there, in one update.</summary>
/// <param name="Present">The interface.</param>
internal abstract record InterfaceChange(NetworkInterface Present) : InterfaceSetup
{
    /// <inheritdoc/>
    public override string Interface => Present.Name;

    /// <summary>The VLAN it is moved to; null when it stays where it is, or is taken along.</summary>
    public Vlan? Vlan { get; init; }

    /// <summary>The MTU it is given; null when it keeps its own.</summary>
    public InterfaceMtu? Mtu { get; init; }

    /// <summary>Its tags, where they have to be sent along.</summary>
    public IReadOnlyList<string>? Tags => InterfaceTags.ToKeep(Present);

    /// <inheritdoc/>
    protected override IReadOnlyList<PlannedChange> OwnChanges =>
    [
        .. Vlan is null ? Array.Empty<PlannedChange>() : [Set(ChangeProperty.Vlan, Present.Vlan?.ToString(), Vlan.ToString(), Causes)],
        .. Mtu is null ? Array.Empty<PlannedChange>() : [Set(ChangeProperty.Mtu, Mtu.PresentInWords, Mtu.WantedInWords, [.. Mtu.Causes, .. Causes]) with { BeforeValues = Mtu.PresentValue }],
        .. ChangedSettings,
    ];

    /// <summary>Changes beside VLAN and MTU.</summary>
    protected virtual IEnumerable<PlannedChange> ChangedSettings => [];

    /// <summary>What is wanted, unless it is there or nothing is wanted.</summary>
    protected static string? Unless(string? present, string? wanted) => present == wanted ? null : wanted;

    /// <summary>The number that is wanted, unless it is there or none is wanted.</summary>
    protected static int? Unless(int? present, int? wanted) => present == wanted ? null : wanted;
}

/// <summary>Gives a NIC or a VLAN interface its VLAN and MTU.</summary>
internal sealed record UpdateInterface(NetworkInterface Present) : InterfaceChange(Present)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Parents => Present.Parents;

    /// <inheritdoc/>
    protected override bool IsTagged => Present.Type == "vlan";

    /// <summary>Compares an interface; what stands on it takes it along when it moves to another VLAN itself.</summary>
    /// <param name="present">The interface.</param>
    /// <param name="vlan">The VLAN it is to be on.</param>
    /// <param name="mtu">The MTU it is to have, in bytes.</param>
    /// <param name="above">The bond or bridge that may be on it; null for none.</param>
    /// <param name="keepsMtu">Whether it needs an MTU of its own although its VLAN has it.</param>
    public static UpdateInterface Find(NetworkInterface present, Vlan vlan, int mtu, NetworkInterface? above, bool keepsMtu = false)
    {
        var wanted = InterfaceMtu.Find(present, vlan, mtu);
        var isTakenAlong = above?.Parents.Contains(present.Name) == true && above.Vlan?.Id != vlan.Id;
        return new(present)
        {
            Vlan = wanted.Next is null || isTakenAlong ? null : vlan,
            Mtu = keepsMtu || wanted.Differs ? wanted : null,
        };
    }
}
