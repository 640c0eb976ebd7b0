using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Observe;

namespace Drydock.Maas.Provisioning.SiteNetwork;

/// <summary>Plans the subnet of a network: made whole, or updated in one request.</summary>
internal static class SubnetPlanner
{
    public static void Plan(NetworkPlan plan, SiteSnapshot site, LinkFabric fabric, int tag, Vlan? vlan, Subnet? present)
    {
        var network = plan.Network;
        if (present is null)
        {
            plan.Main.Add(
                SiteChange.Create("Subnet", network.Cidr, Describe(network), VlanPlanner.NameOf(fabric, tag)), async (context, token) =>
            {
                var subnet = new SubnetUpdate
                {
                    Name = network.Name,
                    Cidr = network.Cidr,
                    VlanId = context.Vlan(fabric.Name, tag).Id,
                    GatewayIP = network.DefaultGateway,
                    DnsServers = network.DnsServers.Count == 0 ? null : network.DnsServers,
                };
                context.Keep(await context.Client.Subnets.CreateAsync(subnet, token).ConfigureAwait(false));
            });
            return;
        }

        var changes = new List<PlannedChange>();
        var kept = LeftSettings.Find(network, present, site);
        if (kept.Any)
        {
            plan.LeftSettings.Add((present, kept));
            plan.Main.Say($"Subnet {present.Cidr} keeps {kept}, which the design does not give it: somebody else's dynamic range is on it.");
        }

        var update = Compare(network, present, kept, changes);
        var moves = present.Vlan is null || present.Vlan.Id != vlan?.Id;
        if (moves)
            {
            changes.Add(SiteChange.Set("Subnet", network.Cidr, "vlan", present.Vlan?.ToString(), VlanPlanner.NameOf(fabric, tag)) with
            {
                Parents = [VlanPlanner.NameOf(fabric, tag)],
            });
        }

        plan.Main.Add(changes, async (context, token) =>
        {
            var request = moves ? update with { VlanId = context.Vlan(fabric.Name, tag).Id } : update;
            context.Keep(await context.Client.Subnets.UpdateAsync(present.Id, request, token).ConfigureAwait(false));
        });
    }

    private static SubnetUpdate Compare(Design.Network network, Subnet present, LeftSettings kept, List<PlannedChange> changes)
    {
        var update = new SubnetUpdate();
        if (present.Name != network.Name)
        {
            update = update with { Name = network.Name };
            changes.Add(SiteChange.Set("Subnet", network.Cidr, "name", present.Name, network.Name, ChangeSeverity.Cosmetic));
        }

        if (kept.Gateway is null && (present.GatewayIP ?? "") != (network.DefaultGateway ?? ""))
        {
            update = update with { GatewayIP = network.DefaultGateway ?? "" };
            changes.Add(SiteChange.Set("Subnet", network.Cidr, "gateway", present.GatewayIP, network.DefaultGateway));
        }

        if (kept.DnsServers.Count == 0 && !present.DnsServers.SequenceEqual(network.DnsServers))
        {
            update = update with { DnsServers = network.DnsServers };
            changes.Add(SiteChange.Set(
                "Subnet", network.Cidr, "DNS servers", string.Join(", ", present.DnsServers), string.Join(", ", network.DnsServers)));
        }

        return update;
    }

    private static string Describe(Design.Network network)
    {
        var gateway = network.DefaultGateway is { } g ? $", gateway {g}" : "";
        var dns = network.DnsServers.Count > 0 ? $", DNS {string.Join(", ", network.DnsServers)}" : "";
        return $"{network.Name}{gateway}{dns}";
    }
}
