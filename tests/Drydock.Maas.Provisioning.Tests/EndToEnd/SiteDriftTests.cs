using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>What somebody changes by hand in MAAS is changed back by the next run, with one write, and nothing else is.</summary>
public sealed class SiteDriftTests
{
    private static readonly Dictionary<string,
    (Func<IMaasClient, CancellationToken, Task> Break, string Change)> Cases = new(StringComparer.Ordinal)
    {
        ["VLAN name"] = (
            async (c, t) => await c.Vlans.UpdateAsync((await FabricAsync(c, "gp", t)).Id, 110, new VlanUpdate { Name = "other" }, t),
            "set name of Vlan gp/110: other -> data"),
        ["VLAN MTU"] = (
            async (c, t) => await c.Vlans.UpdateAsync((await FabricAsync(c, "gp", t)).Id, 110, new VlanUpdate { Mtu = 1500 }, t),
            "set mtu of Vlan gp/110: 1500 -> 9000"),
        ["untagged MTU"] = (
            async (c, t) => await c.Vlans.UpdateAsync((await FabricAsync(c, "gp", t)).Id, 0, new VlanUpdate { Mtu = 1500 }, t),
            "set mtu of Vlan gp/0: 1500 -> 9000"),
        ["VLAN space"] = (
            async (c, t) => await c.Vlans.UpdateAsync((await FabricAsync(c, "gp", t)).Id, 110, new VlanUpdate { Space = "" }, t),
            "set space of Vlan gp/110: (none) -> harbour"),
        ["fabric name"] = (
            async (c, t) => await c.Fabrics.UpdateAsync((await FabricAsync(c, "gp", t)).Id, "renamed", t),
            "set name of Fabric renamed: renamed -> gp"),
        ["subnet name"] = (
            async (c, t) => await c.Subnets.UpdateAsync((await SubnetAsync(c, t)).Id, new SubnetUpdate { Name = "x" }, t),
            "set name of Subnet 10.1.0.0/24: x -> pxe"),
        ["gateway"] = (
            async (c, t) => await c.Subnets.UpdateAsync((await SubnetAsync(c, t)).Id, new SubnetUpdate { GatewayIP = "" }, t),
            "set gateway of Subnet 10.1.0.0/24: (none) -> 10.1.0.1"),
        ["DNS servers"] = (
            async (c, t) => await c.Subnets.UpdateAsync((await SubnetAsync(c, t)).Id, new SubnetUpdate { DnsServers = ["10.1.0.11"] }, t),
            "set DNS servers of Subnet 10.1.0.0/24: 10.1.0.11 -> 10.1.0.10"),
        ["range bounds"] = (
            async (c, t) => await c.IPRanges.UpdateAsync(
                (await RangeAsync(c, t)).Id, new IPRangeRequest { StartIP = "10.1.0.100", EndIP = "10.1.0.150" }, t),
            "set bounds of IPRange 10.1.0.100-10.1.0.150: 10.1.0.100-10.1.0.150 -> 10.1.0.100-10.1.0.200"),
        ["route metric"] = (
            async (c, t) => await c.StaticRoutes.UpdateAsync((await RouteAsync(c, t)).Id, "10.3.0.2", 9, t),
            "set route of StaticRoute 10.3.0.0/24 -> 10.1.0.0/24: via 10.3.0.2, metric 9 -> via 10.3.0.2, metric 7"),
        ["route gone"] = (
            async (c, t) => await c.StaticRoutes.DeleteAsync((await RouteAsync(c, t)).Id, t),
            "create StaticRoute 10.3.0.0/24 -> 10.1.0.0/24: via 10.3.0.2, metric 7"),
        ["DHCP off"] = (
            async (c, t) => await c.Vlans.UpdateAsync((await FabricAsync(c, "pxe", t)).Id, 0, new VlanUpdate { DhcpOn = false }, t),
            "set DHCP of Vlan pxe/0: off -> on"),
        ["repository URL"] = (
            async (c, t) => await c.PackageRepositories.UpdateAsync(
                (await RepositoryAsync(c, t)).Id, new PackageRepositoryRequest { Url = "http://old.example" }, t),
            "set url of PackageRepository docker: http://old.example -> https://docker.example/repo"),
        ["repository components"] = (
            async (c, t) => await c.PackageRepositories.UpdateAsync(
                (await RepositoryAsync(c, t)).Id, new PackageRepositoryRequest { Components = ["edge"] }, t),
            "set components of PackageRepository docker: edge -> stable"),
        ["repository gone"] = (
            async (c, t) => await c.PackageRepositories.DeleteAsync((await RepositoryAsync(c, t)).Id, t),
            "create PackageRepository docker: https://docker.example/repo"),
        ["SSH key gone"] = (
            async (c, t) => await c.SshKeys.DeleteAsync((await c.SshKeys.ListAsync(t))[0].Id, t),
            "create SshKey ann: ssh-ed25519"),
        ["tag definition"] = (
            async (c, t) => await c.Tags.UpdateAsync("gpu", new TagRequest { Definition = "//node" }, t),
            "set definition of Tag gpu: //node -> //node[@id='display']"),
        ["tag gone"] = ((c, t) => c.Tags.DeleteAsync("gpu", t), "create Tag gpu: //node[@id='display']"),
        ["script gone"] = ((c, t) => c.SendAsync(new RawRequest { Method = "DELETE", Path = "scripts/burn-in" }, t), "create Script burn-in: testing"),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_repaired_by_exactly_the_write_it_needs(string name)
    {
        var token = TestContext.Current.CancellationToken;
        await using var site = await SimulatedSite.StartAsync(SiteStepSite.Design());
        await SiteStepTests.RunAsync(site.Session, SiteStepSite.Steps, site.Design);
        await Cases[name].Break(site.Session.Client, token);
        site.Simulator.ResetRequests();

        var results = await SiteStepTests.RunAsync(site.Session, SiteStepSite.Steps, site.Design);
        Assert.Equal([Cases[name].Change], results.SelectMany(r => r.Changes).Select(c => c.ToString()));
        Assert.Equal(1, site.Writes);
        Assert.Single(results, r => r.Status == StepStatus.Changed);
    }

    private static async Task<Fabric> FabricAsync(IMaasClient client, string name, CancellationToken token) =>
        (await client.Fabrics.ListAsync(token)).First(f => f.Name == name);

    private static async Task<Subnet> SubnetAsync(IMaasClient client, CancellationToken token) =>
        (await client.Subnets.ListAsync(token)).First(s => s.Cidr == "10.1.0.0/24");

    private static async Task<IPRange> RangeAsync(IMaasClient client, CancellationToken token) =>
        (await client.IPRanges.ListAsync(token)).First(r => r.StartIP == "10.1.0.100");

    private static async Task<StaticRoute> RouteAsync(IMaasClient client, CancellationToken token) =>
        (await client.StaticRoutes.ListAsync(token)).First(r => r.GatewayIP == "10.3.0.2");

    private static async Task<PackageRepository> RepositoryAsync(IMaasClient client, CancellationToken token) =>
        (await client.PackageRepositories.ListAsync(token)).First(r => r.Name == "docker");
}
