using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Provisioning.Tests.Builders;
using static Drydock.Maas.Provisioning.Tests.Builders.NetworkDesign;
using static Drydock.Maas.Provisioning.Tests.Builders.SiteState;

namespace Drydock.Maas.Provisioning.Tests.Site.Network;

public sealed class StaticRouteTests
{
    private static readonly Vlan Untagged = Vlan(20, 0, "gp");
    private static readonly Subnet Source = Subnet(1, "a", "10.1.0.0/24", Untagged);
    private static readonly Subnet Destination = Subnet(2, "b", "10.2.0.0/24", Vlan(30, 0, "other", 3));

    [Theory]
    [InlineData(null, "create StaticRoute 10.1.0.0/24 -> 10.2.0.0/24: via 10.1.0.1, metric 100")]
    [InlineData(5, "create StaticRoute 10.1.0.0/24 -> 10.2.0.0/24: via 10.1.0.1, metric 5")]
    public void A_route_without_a_metric_has_metric_100(int? metric, string change) =>
        Assert.Equal([change], Plan(Route("10.2.0.0/24", "10.1.0.1", metric)).InWords());

    [Fact]
    public void A_route_as_designed_is_not_touched() =>
        Assert.Empty(Plan(Route("10.2.0.0/24", "10.1.0.1"), Present("10.1.0.1", 100)).InWords());

    [Fact]
    public void A_route_that_is_spelled_otherwise_is_not_touched()
    {
        var untagged = Vlan(20, 0, "gp");
        var (source, destination) = (Subnet(1, "a", "2001:db8:1::/64", untagged), Subnet(2, "b", "2001:db8:2::/64", untagged));
        var design = SiteWith(
            [
                GetNetwork("a", "2001:DB8:1:0::/64") with
                {
                    Routes = [Route("2001:0DB8:2::/64", "2001:DB8:1::0001"), Route("2001:db8:2:0::/64", "2001:db8:1::1")],
                },
            ],
            [Link("gp", "a", "a")]);
        var plan = design.PlanOne(new SiteSnapshot
        {
            Fabrics = [Fabric(1, "gp", untagged)],
            Subnets = [source, destination],
            StaticRoutes = [new StaticRoute { Id = 7, Source = source, Destination = destination, GatewayIP = "2001:db8:1::1", Metric = 100 }],
        });
        Assert.Empty(plan.Operations);
    }

    [Theory]
    [InlineData("10.1.0.9", 100, "via 10.1.0.9, metric 100")]
    [InlineData("10.1.0.1", 7, "via 10.1.0.1, metric 7")]
    public void Another_gateway_or_metric_is_an_update(string gateway, int metric, string before) => Assert.Equal(
        [$"set route of StaticRoute 10.1.0.0/24 -> 10.2.0.0/24: {before} -> via 10.1.0.1, metric 100"],
        Plan(Route("10.2.0.0/24", "10.1.0.1"), Present(gateway, metric)).InWords());

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData("0:0::/0")]
    public void A_default_route_is_the_subnets_gateway_and_no_static_route(string destination) =>
        Assert.Empty(Plan(Route(destination, "10.1.0.1")).Operations.OfType<StaticRouteSetup>());

    [Theory]
    [InlineData("10.77.0.0/24", "10.1.0.1", ErrorIds.SubnetNotFound)]
    [InlineData("10.2.0.0/24", "10.9.0.1", ErrorIds.NetworkNotPossible)]
    public void A_route_that_MAAS_cannot_have_fails_alone(string destination, string gateway, string errorId)
    {
        var plan = Plan(Route(destination, gateway));
        Assert.Equal((null, errorId), (plan.Error, plan.RouteError?.ErrorId));
        Assert.Empty(plan.Operations.OfType<StaticRouteSetup>());
    }

    [Fact]
    public void A_network_with_such_a_route_is_made_all_the_same()
    {
        var design = SiteWith([GetNetwork("a", "10.1.0.0/24") with { Routes = [Route("10.77.0.0/24", "10.1.0.1")] }], [Link("gp", "a", "a")]);
        Assert.Contains("create Subnet 10.1.0.0/24", string.Join('\n', design.PlanOne(new SiteSnapshot()).InWords()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_destination_that_the_design_will_make_is_known()
    {
        var design = SiteWith(
            [GetNetwork("a", "10.1.0.0/24") with { Routes = [Route("10.8.0.0/24", "10.1.0.1")] }, GetNetwork("late", "10.8.0.0/24", "8")],
            [Link("gp", "a", "a", "late")]);
        var plan = design.PlanOf(new SiteSnapshot(), "a");
        Assert.Equal(["create StaticRoute 10.1.0.0/24 -> 10.8.0.0/24: via 10.1.0.1, metric 100"], plan.InWords().Where(w => w.Contains("StaticRoute", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_routes_to_one_destination_are_told_apart_by_their_gateways()
    {
        var design = Two("10.1.0.1", "10.1.0.2");
        Assert.Empty(design.PlanOne(Maas(Present("10.1.0.2", 100) with { Id = 2 }, Present("10.1.0.1", 100))).InWords());
    }

    [Fact]
    public void Of_two_routes_to_one_destination_only_the_one_that_differs_is_changed() => Assert.Equal(
        ["set route of StaticRoute 10.1.0.0/24 -> 10.2.0.0/24: via 10.1.0.9, metric 100 -> via 10.1.0.1, metric 100"],
        Two("10.1.0.1", "10.1.0.2").PlanOne(Maas(Present("10.1.0.9", 100), Present("10.1.0.2", 100) with { Id = 2 })).InWords());

    private static SiteDesign Two(string first, string second) => SiteWith(
        [GetNetwork("a", "10.1.0.0/24") with { Routes = [Route("10.2.0.0/24", first),
            Route("10.2.0.0/24", second)] }], [Link("gp", "a", "a")]);

    private static SiteSnapshot Maas(params IReadOnlyList<StaticRoute> routes) =>
        new() { Fabrics = [Fabric(2, "gp", Untagged)], Subnets = [Source, Destination], StaticRoutes = routes };

    private static StaticRoute Present(string gateway, int metric) =>
        new() { Id = 1, Source = Source, Destination = Destination, GatewayIP = gateway, Metric = metric };

    private static NetworkPlan Plan(NetworkRoute route, params IReadOnlyList<StaticRoute> routes)
    {
        var network = GetNetwork("a", "10.1.0.0/24") with { Routes = [route] };
        var present = Source with { GatewayIP = network.DefaultGateway };
        return SiteWith([network], [Link("gp", "a", "a")])
            .PlanOne(new SiteSnapshot { Fabrics = [Fabric(2, "gp", Untagged)], Subnets = [present, Destination], StaticRoutes = routes });
    }
}
