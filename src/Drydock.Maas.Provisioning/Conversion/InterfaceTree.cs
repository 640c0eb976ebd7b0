using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>A NIC or bond of a machine with all that stands on it: what a design writes as one interface, and its bridges.</summary>
/// <param name="Base">The NIC or bond.</param>
/// <param name="Nics">The NICs below: itself, or the members of the bond.</param>
/// <param name="Bridge">The bridge over it as a whole; null for none.</param>
/// <param name="Places">Where it is on networks.</param>
internal sealed record InterfaceTree(
    NetworkInterface Base, IReadOnlyList<string> Nics, NetworkInterface? Bridge, IReadOnlyList<InterfacePlace> Places)
{
    private static readonly string[] BondModes = ["802.3ad", "balance-rr", "active-backup"];
    private static readonly string[] Modes = ["static", "dhcp", "link_up"];

    /// <summary>Why a design cannot say it, in words; null where it may.</summary>
    public string? Refusal { get; init; }

    /// <summary>Every interface of it.</summary>
    public IReadOnlyList<NetworkInterface> All { get; init; } = [];

    /// <summary>Whether anything is set up on it: a NIC as commissioning found it needs no word.</summary>
    public bool IsSetUp => Places.Count > 0 || Refusal is not null || Base.Type != "physical" || All.Count > 1;

    /// <summary>The bonding of its link and its MTU, by which links are told apart.</summary>
    public LinkKind Kind => new(ReadBonding(Base), Base.Params?.Mtu ?? Base.Vlan?.Mtu ?? Base.EffectiveMtu);

    /// <summary>The trees of a machine, in its order.</summary>
    public static IReadOnlyList<InterfaceTree> Read(Machine machine)
    {
        var bonded = machine.Interfaces.Where(i => i.Type == "bond").SelectMany(i => i.Parents).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. machine.Interfaces.Where(i => i.Type == "bond" || (i.Type == "physical" && !bonded.Contains(i.Name)))
                .OrderBy(i => i.Name, NaturalOrder.Instance).Select(i => Read(machine, i)),
        ];
    }

    private static InterfaceTree Read(Machine machine, NetworkInterface root)
    {
        var above = Above(machine, root);
        var bridges = above.Where(i => i.Type == "bridge").ToList();
        var whole = bridges.Count == 1 ? bridges[0] : null;
        var tagged = above.Concat(whole is null ? [] : Above(machine, whole)).Where(i => i.Type == "vlan").ToList();
        var places = new List<InterfacePlace>();
        var tree = new InterfaceTree(root, root.Type == "bond" ? [.. root.Parents.Order(NaturalOrder.Instance)] : [root.Name], whole, places)
        {
            All = [root, .. bridges, .. tagged, .. tagged.SelectMany(t => Above(machine, t))],
        };
        try
        {
            Check(machine, root, bridges, whole);
            if (FindPlace(whole ?? root, null, isOverVlan: false) is { } native)
                places.Add(native);
            places.AddRange(tagged.Select(t => FindTagged(machine, t)));
            return places.DistinctBy(p => p.Subnet.Id).Count() == places.Count ? tree : throw Refuse($"{root.Name} is on one subnet twice");
        }
        catch (NotSayableException e)
        {
            return tree with { Places = [], Refusal = e.Message };
        }
    }

    private static void Check(Machine machine, NetworkInterface root, List<NetworkInterface> bridges, NetworkInterface? whole)
    {
        if (bridges.Count > 1)
            throw Refuse($"several bridges stand on {root.Name}");
        if (root.Vlan is not { } vlan)
            throw Refuse($"{root.Name} is on no VLAN");
        if (vlan.Vid != 0)
            throw Refuse($"{root.Name} is itself on VLAN {vlan}, and a NIC or bond of a design is on the untagged one");
        if (root.Type == "bond" && !BondModes.Contains(root.Params?.BondMode))
            throw Refuse($"{root.Name} bonds by {root.Params?.BondMode}, and a link has {string.Join(", ", BondModes)}");
        if (root.Type == "bond" && root.Parents.SelectMany(p => machine.Interfaces.Where(i => i.Parents.Contains(p))).Any(i => i.Id != root.Id))
            throw Refuse($"something else stands on NICs of {root.Name}");
        if (whole is not null && root.Links.Any(l => l.Subnet is not null))
            throw Refuse($"{root.Name} has an address below bridge {whole.Name}");
        if (whole is not null && Above(machine, whole).Any(i => i.Type != "vlan"))
            throw Refuse($"more than VLANs stands on bridge {whole.Name}");
    }

    private static InterfacePlace FindTagged(Machine machine, NetworkInterface vlan)
    {
        var above = Above(machine, vlan);
        if (above.Count > 1 || above.Any(i => i.Type != "bridge" || Above(machine, i).Count > 0))
            throw Refuse($"more than a bridge stands on {vlan.Name}");
        if (above.Count > 0 && vlan.Links.Any(l => l.Subnet is not null))
            throw Refuse($"{vlan.Name} has an address below bridge {above[0].Name}");
        return FindPlace(above.Count > 0 ? above[0] : vlan, above.Count > 0 ? above[0] : null, isOverVlan: true)
            ?? throw Refuse($"{vlan.Name} is on no subnet");
    }

    private static InterfacePlace? FindPlace(NetworkInterface nic, NetworkInterface? bridge, bool isOverVlan)
    {
        var links = nic.Links.Where(l => l.Subnet is not null).ToList();
        if (links.Count > 1)
            throw Refuse($"{nic.Name} has {links.Count} addresses or subnets, and an interface of a design has one on each VLAN");
        if (links.Count == 0)
            return null;
        var link = links[0];
        if (!Modes.Contains(link.Mode))
            throw Refuse($"{nic.Name} takes its address on {link.Subnet!.Cidr} by the mode {link.Mode}, and an address of a design is static or by DHCP");
        if (link is { Mode: "static", Address.IsEmpty: true })
            throw Refuse($"{nic.Name} is static on {link.Subnet!.Cidr} and has no address");
        return link.Subnet!.Vlan?.Id == nic.Vlan?.Id ? new(nic, link, link.Subnet, isOverVlan ? bridge : null, isOverVlan)
            : throw Refuse($"{nic.Name} is on {nic.Vlan} and has its address on {link.Subnet}, which is on {link.Subnet.Vlan}");
    }

    private static LinkBonding ReadBonding(NetworkInterface nic)
    {
        if (nic.Type != "bond" || nic.Params is not { } present)
            return new() { Mode = "disabled" };
        var isLacp = present.BondMode == "802.3ad";
        return new()
        {
            Mode = present.BondMode ?? "",
            TransmitHash = isLacp ? present.BondXmitHashPolicy : null,
            PeerRate = isLacp ? present.BondLacpRate : null,
            MonitorInterval = present.BondMiimon,
            UpDelay = present.BondUpDelay,
            DownDelay = present.BondDownDelay,
        };
    }

    private static List<NetworkInterface> Above(Machine machine, NetworkInterface nic) =>
        [.. machine.Interfaces.Where(i => i.Parents.Contains(nic.Name)).OrderBy(i => i.Vlan?.Vid).ThenBy(i => i.Name, NaturalOrder.Instance)];

    private static NotSayableException Refuse(string why) => new(why);

    private sealed class NotSayableException(string message) : Exception(message);
}

/// <summary>A place where an interface is on a network.</summary>
/// <param name="Nic">The interface with the address.</param>
/// <param name="Link">Its link to the subnet.</param>
/// <param name="Subnet">The subnet.</param>
/// <param name="Bridge">The bridge that has the network alone; null for none.</param>
/// <param name="IsTagged">Whether it is on a VLAN interface.</param>
internal sealed record InterfacePlace(NetworkInterface Nic, InterfaceLink Link, Subnet Subnet, NetworkInterface? Bridge, bool IsTagged);

/// <summary>Settings that interfaces of one link have in common.</summary>
/// <param name="Bonding">Their bonding.</param>
/// <param name="Mtu">Their MTU in bytes.</param>
internal sealed record LinkKind(LinkBonding Bonding, int Mtu);
