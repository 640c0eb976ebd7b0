using Drydock.Maas.Design;
using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Conversion;

/// <summary>
/// Makes links of fabrics. A fabric whose interfaces are all of one kind is one link; it has one more for each further kind, and for each further
/// untagged subnet, since a link has one native network.
/// </summary>
internal sealed class LinkConverter
{
    private readonly DocumentNames _names = new(MaasName.IsValidForFabric);
    private readonly Dictionary<int, ConvertedLink> _bySubnet = [];
    private readonly List<ConvertedLink> _links = [];

    /// <summary>Makes them.</summary>
    /// <param name="fabrics">All fabrics of the MAAS.</param>
    /// <param name="subnets">The subnets to be described.</param>
    /// <param name="trees">The interfaces of the machines, as far as a design can say them.</param>
    /// <param name="getName">The names of the networks.</param>
    public LinkConverter(
        IReadOnlyList<Fabric> fabrics, IReadOnlyList<Subnet> subnets, IReadOnlyList<InterfaceTree> trees, Func<Subnet, string> getName)
    {
        foreach (var fabric in fabrics.OrderBy(f => f.Name, NaturalOrder.Instance))
        {
            var there = subnets.Where(s => s.Vlan?.FabricId == fabric.Id).OrderBy(s => s.Vlan!.Vid).ThenBy(getName, NaturalOrder.Instance).ToList();
            if (there.Count > 0)
                Convert(fabric, there, [.. trees.Where(t => t.Base.Vlan?.FabricId == fabric.Id)], getName);
        }
    }

    /// <summary>The links, by fabric.</summary>
    public IReadOnlyList<ConvertedLink> Links => _links;

    /// <summary>The link that carries a subnet.</summary>
    public ConvertedLink FindCarrier(Subnet subnet) => _bySubnet[subnet.Id];

    /// <summary>The link that an interface is on; null where no link is of its kind and carries all its networks.</summary>
    public ConvertedLink? Find(InterfaceTree tree)
    {
        var links = tree.Places.Select(p => _bySubnet.GetValueOrDefault(p.Subnet.Id)).Distinct().ToList();
        return links is [{ } link] && link.Kind == tree.Kind && tree.Places.All(p => p.IsTagged == (p.Subnet.Id != link.Native?.Id)) ? link : null;
    }

    private void Convert(Fabric fabric, List<Subnet> subnets, List<InterfaceTree> trees, Func<Subnet, string> getName)
    {
        var kinds = trees.GroupBy(t => t.Kind).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key.Mtu).ToList();
        var untagged = fabric.Vlans.FirstOrDefault(v => v.Vid == 0);
        var owners = subnets.ToDictionary(s => s.Id, s => kinds
            .Select(k => (Kind: k.Key, Uses: k.Count(t => t.Places.Any(p => p.Subnet.Id == s.Id)))).Where(u => u.Uses > 0).OrderByDescending(u => u.Uses).Select(u => u.Kind).FirstOrDefault());
        var main = kinds.Count > 0 ? kinds[0].Key : new(new() { Mode = "disabled" }, untagged?.Mtu ?? 1500);
        var plain = new LinkKind(new() { Mode = "disabled" }, untagged?.Mtu ?? 1500);

        // What nobody is on: a tagged network goes with the others of its fabric, an untagged one where no other is native.
        var natives = subnets.Where(s => s.Vlan!.Vid == 0).OrderByDescending(s => owners[s.Id] is not null).ToList();
        var groups = new List<(LinkKind Kind, Subnet? Native, List<Subnet> Tagged)>();
        foreach (var native in natives)
            groups.Add((owners[native.Id] ?? (natives.Count == 1 && kinds.Count > 0 && subnets.Count > 1 ? main : plain), native, []));
        foreach (var tagged in subnets.Where(s => s.Vlan!.Vid != 0))
        {
            var kind = owners[tagged.Id] ?? (groups.Count > 0 ? groups[0].Kind : main);
            var wanted = FindNative(tagged, kind, trees);
            var group = groups.FindIndex(g => g.Kind == kind && (wanted is null || g.Native?.Id == wanted) && g.Tagged.All(t => t.Vlan!.Vid != tagged.Vlan!.Vid));
            if (group < 0)
            {
                groups.Add((kind, null, []));
                group = groups.Count - 1;
            }

            groups[group].Tagged.Add(tagged);
        }

        Name(fabric, groups, getName);
    }

    /// <summary>The untagged subnet that most interfaces with a tagged one are on.</summary>
    private static int? FindNative(Subnet tagged, LinkKind kind, List<InterfaceTree> trees) => trees
        .Where(t => t.Kind == kind && t.Places.Any(p => p.Subnet.Id == tagged.Id))
        .Select(t => t.Places.FirstOrDefault(p => !p.IsTagged)?.Subnet.Id).OfType<int>()
        .GroupBy(id => id).OrderByDescending(g => g.Count()).Select(g => (int?)g.Key).FirstOrDefault();

    private void Name(Fabric fabric, List<(LinkKind Kind, Subnet? Native, List<Subnet> Tagged)> groups, Func<Subnet, string> getName)
    {
        foreach (var (group, index) in groups.OrderByDescending(g => g.Tagged.Count + (g.Native is null ? 0 : 1)).Select((g, i) => (g, i)))
        {
            Subnet[] carried = [.. group.Native is { } native ? [native] : Array.Empty<Subnet>(), .. group.Tagged];
            var own = getName(carried[0]);
            var name = index > 0 ? _names.Take(own, $"{fabric.Name}-{own}")
                : _names.Take(_names.IsName(fabric.Name) ? fabric.Name : carried.Length == 1 ? own : null, fabric.Name, own);
            var link = new ConvertedLink(group.Kind, group.Native, new()
            {
                Name = name,
                Bonding = group.Kind.Bonding,
                Mtu = group.Kind.Mtu,
                LinkSpeed = "auto",
                TrunkingMode = group.Tagged.Count > 0 ? "802.1q" : "disabled",
                NativeNetwork = group.Native is null ? null : getName(group.Native),
                AllowedNetworks = [.. carried.Select(getName)],
                Labels = index == 0 && name != fabric.Name ? new Dictionary<string, string> { ["fabric_name"] = fabric.Name } : new Dictionary<string, string>(),
            });
            _links.Add(link);
            foreach (var subnet in carried)
                _bySubnet[subnet.Id] = link;
        }
    }
}

/// <summary>A link made of a fabric.</summary>
/// <param name="Kind">The kind of its interfaces.</param>
/// <param name="Native">The subnet of its native network; null for none.</param>
/// <param name="Design">The link.</param>
internal sealed record ConvertedLink(LinkKind Kind, Subnet? Native, NetworkLink Design);
