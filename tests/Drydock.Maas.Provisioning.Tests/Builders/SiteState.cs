using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Site.Network;

namespace Drydock.Maas.Provisioning.Tests.Builders;

/// <summary>What MAAS holds about a site, and the plans for it in words.</summary>
internal static class SiteState
{
    public static Vlan Vlan(int id, int vid, string fabric = "pxe", int fabricId = 2, int mtu = 1500) =>
        new() { Id = id, Vid = vid, Name = vid == 0 ? "untagged" : $"vlan{vid}", Fabric = fabric, FabricId = fabricId, Mtu = mtu };

    public static Fabric Fabric(int id, string name, params IReadOnlyList<Vlan> vlans) => new() { Id = id, Name = name, Vlans = vlans };

    public static Subnet Subnet(int id, string name, string cidr, Vlan vlan, string? gateway = null, params IReadOnlyList<string> dns) =>
        new() { Id = id, Name = name, Cidr = cidr, Vlan = vlan, GatewayIP = gateway, DnsServers = dns, Managed = true };

    public static IPRange Range(int id, Subnet subnet, string type, string start, string end, string? comment = "Configured by Drydock") =>
        new() { Id = id, Subnet = subnet, Type = type, StartIP = start, EndIP = end, Comment = comment };

    /// <summary>A rack controller with one interface.</summary>
    public static RackController Rack(string id, Vlan vlan, string address, bool isHealthy = true) => new()
    {
        SystemId = id,
        Hostname = id,
        Interfaces = [new() { Name = "eth0", Vlan = vlan, Links = [new() { Mode = "static", IPAddress = address }] }],
        Services = [.. new[] { "http", "dhcpd", "rackd", "tftp" }.Select(
            s => new RackService { Name = s, Status = isHealthy ? "running" : "dead" })],
    };

    /// <summary>The only network's plan.</summary>
    public static NetworkPlan PlanOne(this SiteDesign design, SiteSnapshot site) => Assert.Single(SiteNetworkPlanner.Plan(design, site));

    public static NetworkPlan PlanOf(this SiteDesign design, SiteSnapshot site, string network) =>
        SiteNetworkPlanner.Plan(design, site).First(p => p.Network.Name == network);

    public static IReadOnlyList<string> InWords(this NetworkPlan plan) =>
        plan.Error is { } error ? throw error : plan.Plan.InWords();

    public static IReadOnlyList<string> Messages(this NetworkPlan plan) => plan.Messages;
}
