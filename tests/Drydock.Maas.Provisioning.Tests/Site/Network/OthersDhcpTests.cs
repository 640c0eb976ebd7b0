using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.Drift;
using Drydock.Maas.Provisioning.Tests.EndToEnd;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.InProcess.InProcessMaas;

namespace Drydock.Maas.Provisioning.Tests.Site.Network;

/// <summary>DHCP, racks, gateways and ranges on the design's own VLANs that are not the design's stay; -Prune takes them, and shows it first.</summary>
public sealed class OthersDhcpTests
{
    private const string Data = "10.3.0.0/24";

    [Fact]
    public async Task A_range_made_by_hand_on_a_subnet_of_the_design_keeps_its_DHCP_its_rack_and_its_gateway()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        ServeByHand(site, Data, "10.3.0.150", "10.3.0.160");
        site.OnSubnet(Data, "PUT", ("gateway_ip", "10.3.0.1"), ("dns_servers", "10.3.0.8"));
        site.Maas.Core.Log.Clear();

        var result = Assert.Single(await site.Maas.RunSiteAsync(), r => r.Target == "data");

        Assert.Equal(0, site.Maas.Writes);
        Assert.Equal(StepStatus.Unchanged, result.Status);
        Assert.Contains("DHCP of VLAN gp/110 stays as it is: it serves range 10.3.0.150-10.3.0.160 of 10.3.0.0/24, "
            + "which the design does not set up.", result.Messages);
        Assert.Contains(result.Messages, m => m.StartsWith("Subnet 10.3.0.0/24 keeps gateway 10.3.0.1 and DNS servers 10.3.0.8", StringComparison.Ordinal));
        Assert.True(site.Vlan("gp", 110).DhcpOn);
        Assert.NotNull(site.Vlan("gp", 110).PrimaryRack);
    }

    [Fact]
    public async Task A_network_labelled_noconfig_beside_one_of_ours_keeps_its_DHCP()
    {
        using var site = await DriftSite.StartAsync(deployed: false, WithNeighbour());
        site.Maas.Ask("POST", "subnets/", null, ("cidr", "10.6.0.0/24"), ("vlan", Text(site.Vlan("gp", 110).Id)), ("gateway_ip", "10.6.0.1"));
        ServeByHand(site, "10.6.0.0/24", "10.6.0.100", "10.6.0.200");
        site.Maas.Core.Log.Clear();

        await site.Maas.RunSiteAsync();
        await PruneAsync(site, new QuietObserver());

        Assert.Equal(0, site.Maas.Writes);
        Assert.Empty(await site.CompareAsync());
    }

    [Fact]
    public async Task A_relay_beside_what_others_serve_stays()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        AddRange(site, Data, "10.3.0.150", "10.3.0.160");
        site.OnVlan("gp", 110, "PUT", ("relay_vlan", Text(site.Vlan("pxe", 0).Id)));
        site.Maas.Core.Log.Clear();
        await site.Maas.RunSiteAsync();
        Assert.Equal(0, site.Maas.Writes);
    }

    [Fact]
    public async Task Prune_shows_what_it_takes_and_then_takes_it()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        ServeByHand(site, Data, "10.3.0.150", "10.3.0.160");
        site.OnSubnet(Data, "PUT", ("gateway_ip", "10.3.0.1"));
        site.Maas.Core.Log.Clear();
        var shown = (await PruneAsync(site, new QuietObserver { PlanOnly = true })).SelectMany(r => r.Changes).Select(c => c.ToString()).ToList();
        Assert.Equal(0, site.Maas.Writes);

        var done = (await PruneAsync(site, new QuietObserver())).SelectMany(r => r.Changes).Select(c => c.ToString()).ToList();

        Assert.Equal(shown, done);
        Assert.Equal("set DHCP of Vlan gp/110: on -> off", done[0]);
        Assert.Contains("set gateway of Subnet 10.3.0.0/24: 10.3.0.1 -> (none)", done);
        Assert.Contains("delete IPRange 10.3.0.150-10.3.0.160: dynamic", done);
        Assert.False(site.Vlan("gp", 110).DhcpOn);
        Assert.Null(site.Vlan("gp", 110).PrimaryRack);
        site.Maas.Core.Log.Clear();
        await PruneAsync(site, new QuietObserver());
        Assert.Equal(0, site.Maas.Writes);
    }

    [Fact]
    public async Task Prune_leaves_ranges_that_somebody_else_reserved_and_says_why()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        site.Maas.Ask("POST", "ipranges/", null, ("type", "reserved"), ("start_ip", "10.1.0.20"), ("end_ip", "10.1.0.30"),
            ("subnet", Text(site.Subnet("10.1.0.0/24").Id)), ("comment", "printers"));
        site.Maas.Core.Log.Clear();
        var results = await PruneAsync(site, new QuietObserver());
        Assert.Equal(0, site.Maas.Writes);
        Assert.Contains(results.SelectMany(r => r.Messages), m => m.StartsWith(
            "Reserved range 10.1.0.20-10.1.0.30 of 10.1.0.0/24 is not in the design and stays", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_stays_is_told_by_a_comparison_in_detail()
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        ServeByHand(site, Data, "10.3.0.150", "10.3.0.160");
        site.OnSubnet(Data, "PUT", ("gateway_ip", "10.3.0.1"));
        Assert.Empty(await site.CompareAsync());
        var extras = (await site.CompareAsync(detailed: true)).Select(d => d.ToString()).ToList();
        Assert.Contains("site: IPRange 10.3.0.150-10.3.0.160 is only in MAAS: dynamic", extras.Select(Unnamed));
        Assert.Contains("site: DHCP of Vlan gp/110 is only in MAAS: on", extras.Select(Unnamed));
        Assert.Contains("site: gateway of Subnet 10.3.0.0/24 is only in MAAS: 10.3.0.1", extras.Select(Unnamed));
    }

    private static string Unnamed(string finding) => "site" + finding[finding.IndexOf(':', StringComparison.Ordinal)..];

    private static SiteDesign WithNeighbour()
    {
        var design = DriftDesign.Create();
        var neighbour = GetNetwork("neighbour", "10.6.0.0/24", "110") with { Labels = new Dictionary<string, string> { ["noconfig"] = "" } };
        var links = design.NetworkLinks.Select(l => l.Name == "gp" ? l with { AllowedNetworks = [.. l.AllowedNetworks, neighbour.Name] } : l);
        return new([.. design.Networks, neighbour], [.. links], design.Nodes) { Region = design.Region };
    }

    /// <summary>As an operator does it on MAAS's pages: a range, and a rack that serves it.</summary>
    private static void ServeByHand(DriftSite site, string cidr, string start, string end)
    {
        AddRange(site, cidr, start, end);
        var rack = site.Maas.State.RackControllers.First();
        rack.Interfaces.Add(new SimulatedInterface
        {
            Id = site.Maas.State.Ids.Next("interface"), Node = rack, Name = "eth9", MacAddress = site.Maas.State.Ids.NextMac(), Vlan = site.Vlan("gp", 110),
        });
        site.OnVlan("gp", 110, "PUT", ("dhcp_on", "true"), ("primary_rack", rack.SystemId));
    }

    private static void AddRange(DriftSite site, string cidr, string start, string end) => site.Maas.Ask(
        "POST", "ipranges/", null, ("type", "dynamic"), ("start_ip", start), ("end_ip", end), ("subnet", Text(site.Subnet(cidr).Id)));

    private static Task<IReadOnlyList<DrydockStepResult>> PruneAsync(DriftSite site, IStepObserver observer) =>
        SiteStepRun.Create(site.Maas.Session, new SiteNetworkStepOptions { Prune = true }, observer)
            .RunAsync(site.Maas.Design, TestContext.Current.CancellationToken);
}
