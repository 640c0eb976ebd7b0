using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Observe;

namespace Drydock.Maas.Provisioning.SiteNetwork;

/// <summary>Plans address ranges. A DHCP range leaves out what MAAS counts as taken, else MAAS refuses it whole.</summary>
internal static class RangePlanner
{
    /// <summary>The comment of ranges that are ours to change; Drydock's, so that both know each other's.</summary>
    public const string Comment = "Configured by Drydock";

    public static void Plan(NetworkPlan plan, SiteDesign design, SiteSnapshot site, Subnet? subnet)
    {
        var present = subnet is null ? [] : site.IPRanges.Where(r => r.Subnet?.Id == subnet.Id).ToList();
        foreach (var range in plan.Network.Ranges.Where(r => r.Type is "dhcp" or "reserved"))
        {
            var span = AddressSpan.TryParse(range.Start, range.End) ?? throw new NodeException(
                NodeErrorIds.DesignInvalid, $"Range {range.Start}-{range.End} of network {plan.Network.Name} is no range of addresses.");
            var type = range.Type == "dhcp" ? "dynamic" : "reserved";
            foreach (var wanted in type == "dynamic" ? Split(plan, design, site, span) : [span])
                PlanRange(plan, type, wanted, present);
        }
    }

    private static IReadOnlyList<AddressSpan> Split(NetworkPlan plan, SiteDesign design, SiteSnapshot site, AddressSpan span)
    {
        var taken = Taken(plan.Network, design, site).Where(t => t.Span.Overlaps(span)).ToList();
        var parts = span.Without(taken.Select(t => t.Span));
        if (taken.Count > 0)
        {
            plan.Main.Say(
                $"DHCP range {span} of network {plan.Network.Name} covers {string.Join(", ", taken.Select(t => t.What).Distinct())}; "
                + $"it becomes {(parts.Count == 0 ? "nothing" : string.Join(", ", parts))}.");
        }

        return parts.Count > 0
            ? parts
            : throw new NodeException(NodeErrorIds.NetworkNotPossible, $"Nothing is left of DHCP range {span} of network {plan.Network.Name}: every address is taken.");
    }

    private static IEnumerable<(AddressSpan Span, string What)> Taken(Design.Network network, SiteDesign design, SiteSnapshot site)
    {
        var addresses = new List<(string? Address, string What)> { (network.DefaultGateway, "the gateway"), (network.DhcpRelaySelf, "the DHCP relay") };
        addresses.AddRange(network.DnsServers.Select(d => ((string?)d, $"DNS server {d}")));
        addresses.AddRange(design.Nodes.Select(n => (n.FindAddress(network.Name)?.Address, $"node {n.Name}")));
        addresses.AddRange(site.RackControllers.SelectMany(r => r.Interfaces.SelectMany(i => i.Links).Select(l => (l.IPAddress, $"rack controller {r}"))));
        var reserved = network.Ranges.Where(r => r.Type == "reserved").Select(
            r => (Span: AddressSpan.TryParse(r.Start, r.End), What: $"reserved range {r.Start}-{r.End}"));
        return addresses.Where(a => a.Address is not null)
            .Select(a => (Span: AddressSpan.TryParse(a.Address!, a.Address!), a.What))
            .Concat(reserved)
            .Where(a => a.Span is not null)
            .Select(a => (a.Span!, a.What));
    }

    private static void PlanRange(NetworkPlan plan, string type, AddressSpan wanted, List<IPRange> present)
    {
        var overlapping = present.Select(r => (Range: r, Span: AddressSpan.TryParse(r.StartIP, r.EndIP))).Where(x => x.Span?.Overlaps(wanted) == true).ToList();
        if (overlapping.Any(x => x.Range.Type == type && x.Span!.Covers(wanted) && (wanted.Covers(x.Span) || x.Range.Comment != Comment)))
            return;

        if (overlapping.Find(x => x.Range.Comment != Comment) is { Range: { } foreign })
        {
            throw new NodeException(
                NodeErrorIds.NetworkNotPossible,
                $"Range {wanted} of network {plan.Network.Name} overlaps {foreign.Type} range {foreign.StartIP}-{foreign.EndIP} in MAAS, which is not ours. Remove it there, or correct the design.");
        }

        foreach (var (stale, span) in overlapping)
        {
            // Another part of a range that was split may overlap it too.
            present.Remove(stale);
            plan.Main.Add(
                SiteChange.Delete("IPRange", $"{span}", stale.Type, plan.Network.Cidr),
                (context, token) => context.Client.IPRanges.DeleteAsync(stale.Id, token));
        }

        string[] parents = [plan.Network.Cidr, .. overlapping.Select(x => $"{x.Span}")];
        plan.Main.Add(SiteChange.Create("IPRange", $"{wanted}", type, parents), (context, token) =>
        {
            var request = new IPRangeRequest
            {
                Type = type,
                SubnetId = context.Subnet(plan.Network.Cidr).Id,
                StartIP = wanted.Start,
                EndIP = wanted.End,
                Comment = Comment,
            };
            return context.Client.IPRanges.CreateAsync(request, token);
        });
    }
}
