using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Site.Network;

/// <summary>Plans the subnet of a network: made whole, or updated in one request.</summary>
internal static class SubnetPlanner
{
    public static void Plan(NetworkPlan plan, SiteSnapshot site, LinkFabric fabric, int tag, Vlan? vlan, Subnet? present)
    {
        var network = plan.Network;
        var name = network.Block.Canonical;
        if (present is null)
        {
            plan.Main.Add(
                SiteChange.Create(ResourceKind.Subnet, name, Describe(network), VlanPlanner.NameOf(fabric, tag)), async (context, token) =>
            {
                var subnet = new SubnetUpdate
                {
                    Name = network.Name,
                    Cidr = name,
                    VlanId = context.Vlan(fabric.Name, tag).Id,
                    GatewayIP = GatewayOf(network),
                    DnsServers = network.DnsServers.Count == 0 ? null : ServersOf(network),
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
            changes.Add(SiteChange.Set(ResourceKind.Subnet, name, ChangeProperty.Vlan, present.Vlan?.ToString(), VlanPlanner.NameOf(fabric, tag)) with
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
        var update = SubnetUpdate.Of(present);
        var name = network.Block.Canonical;
        if (present.Name != network.Name)
        {
            update = update with { Name = network.Name };
            changes.Add(SiteChange.Set(ResourceKind.Subnet, name, ChangeProperty.Name, present.Name, network.Name, ChangeSeverity.Cosmetic));
        }

        var gateway = GatewayOf(network);
        if (kept.Gateway is null && IPNumber.Read(present.GatewayIP) != IPNumber.Read(gateway))
        {
            update = update with { GatewayIP = gateway ?? "" };
            changes.Add(SiteChange.Set(ResourceKind.Subnet, name, ChangeProperty.Gateway, present.GatewayIP, gateway));
        }

        var servers = ServersOf(network);
        if (kept.DnsServers.Count == 0 && !present.DnsServers.Select(IPNumber.Read).SequenceEqual(servers.Select(IPNumber.Read)))
        {
            update = update with { DnsServers = servers };
            changes.Add(SiteChange.Set(ResourceKind.Subnet, name, ChangeProperty.DnsServers, string.Join(", ", present.DnsServers), string.Join(", ", servers)));
        }

        return update;
    }

    private static string Describe(Design.Network network)
    {
        var gateway = GatewayOf(network) is { } g ? $", gateway {g}" : "";
        var dns = network.DnsServers.Count > 0 ? $", DNS {string.Join(", ", ServersOf(network))}" : "";
        return $"{network.Name}{gateway}{dns}";
    }

    private static string? GatewayOf(Design.Network network) =>
        network.DefaultGateway is { } gateway ? IPNumber.Read(gateway).Canonical : null;

    private static List<string> ServersOf(Design.Network network) => [.. network.DnsServers.Select(s => IPNumber.Read(s).Canonical)];
}
