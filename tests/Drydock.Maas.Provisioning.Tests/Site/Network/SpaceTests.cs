using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Provisioning.Tests.Builders;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.Builders.SiteState;

namespace Drydock.Maas.Provisioning.Tests.Site.Network;

public sealed class SpaceTests
{
    private static readonly Vlan Untagged = Vlan(20, 0);

    [Fact]
    public void A_space_given_for_the_site_is_made_once_and_every_VLAN_goes_into_it()
    {
        var design = SiteWith([GetNetwork("pxe", "10.1.0.0/24"), GetNetwork("data", "10.3.0.0/24", "110")], [Link("pxe", "pxe", "pxe", "data")]);
        var plans = SiteNetworkPlanner.Plan(design, new SiteSnapshot(), new SiteNetworkTerms("harbour"));
        var changes = plans.SelectMany(p => p.InWords()).ToList();
        Assert.Single(changes, "create Space harbour");
        Assert.Contains("set space of Vlan pxe/0: (none) -> harbour", changes);
        Assert.Contains("set space of Vlan pxe/110: (none) -> harbour", changes);
    }

    [Theory]
    [InlineData("undefined", null)]
    [InlineData("theirs", null)]
    public void Without_being_asked_a_VLAN_stays_where_it_is(string present, string? asked) => Assert.Empty(Plan(present, asked));

    [Fact]
    public void A_VLAN_in_its_space_is_not_touched() => Assert.Empty(Plan("harbour", "harbour"));

    [Fact]
    public void A_label_goes_before_what_is_given_for_the_site() =>
        Assert.Equal(["create Space lab", "set space of Vlan pxe/0: harbour -> lab"], Plan("harbour", "harbour", label: "lab"));

    [Fact]
    public void An_empty_label_takes_the_VLAN_out() =>
        Assert.Equal(["set space of Vlan pxe/0: harbour -> (none)"], Plan("harbour", "harbour", label: ""));

    private static IReadOnlyList<string> Plan(string present, string? asked, string? label = null)
    {
        var network = GetNetwork("pxe", "10.1.0.0/24");
        if (label is not null)
            network = network with { Labels = new Dictionary<string, string> { ["space"] = label } };
        var vlan = Untagged with { Space = present };
        var site = new SiteSnapshot
        {
            Fabrics = [Fabric(2, "pxe", vlan)], Subnets = [Subnet(1, "pxe", "10.1.0.0/24", vlan)],
            Spaces = [new Space { Id = 1, Name = "harbour" }],
        };
        var design = SiteWith([network], [Link("pxe", "pxe", "pxe")]);
        return Assert.Single(SiteNetworkPlanner.Plan(design, site, new SiteNetworkTerms(asked))).InWords();
    }
}
