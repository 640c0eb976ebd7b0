using Drydock.Maas.Design.Tests.Support;

namespace Drydock.Maas.Design.Tests.Compile;

/// <summary>Route domains become explicit routes.</summary>
public sealed class RouteDomainTests
{
    private static readonly string[] Others = [
        Network("b", "10.0.1.0/24", "routedomain: d"), Network("c", "10.0.2.0/24", "routedomain: d"), Network("e", "10.0.3.0/24", "")];

    [Fact]
    public void A_network_with_a_way_into_the_domain_gets_routes_to_its_other_members() => Assert.Equal(
        [" 10.0.0.1 5 d", "10.0.1.0/24 10.0.0.1 5 ", "10.0.2.0/24 10.0.0.1 5 "],
        Routes("routedomain: d\nroutes: [{routedomain: d, gateway: 10.0.0.1, metric: 5}]"));

    [Fact]
    public void A_network_outside_the_domain_may_have_a_way_into_it() => Assert.Equal(
        [" 10.0.0.1 5 d", "10.0.1.0/24 10.0.0.1 5 ", "10.0.2.0/24 10.0.0.1 5 "],
            Routes("routes: [{routedomain: d, gateway: 10.0.0.1, metric: 5}]"));

    [Theory]
    [InlineData("{routedomain: d, gateway: 10.0.0.1}")]
    [InlineData("{routedomain: d, metric: 5}")]
    [InlineData("{routedomain: other, gateway: 10.0.0.1, metric: 5}")]
    [InlineData("{subnet: 10.9.0.0/16, gateway: 10.0.0.1, metric: 5}")]
    public void Half_a_way_or_one_elsewhere_leads_nowhere(string route) => Assert.Single(Routes($"routedomain: d\nroutes: [{route}]"));

    [Fact]
    public void Of_several_ways_the_first_counts() => Assert.Equal(
        ["10.0.1.0/24 10.0.0.1 5 ", "10.0.2.0/24 10.0.0.1 5 "],
        Routes("routes: [{routedomain: d, gateway: 10.0.0.1, metric: 5}, {routedomain: d, gateway: 10.0.0.2, metric: 1}]").Skip(2));

    [Fact]
    public void Compiling_twice_gives_the_same()
    {
        string[] texts = [Network("a", "10.0.0.0/24", "routes: [{routedomain: d, gateway: 10.0.0.1, metric: 5}]"), .. Others];
        Assert.Equal(TestDesign.Read(texts).Networks[0].Routes, TestDesign.Read(texts).Networks[0].Routes);
    }

    private static string Network(string name, string cidr, string data) => TestDesign.Document("Network", name, $"cidr: {cidr}\n{data}");

    private static IEnumerable<string> Routes(string data) =>
        TestDesign.Read([Network("a", "10.0.0.0/24", data), .. Others]).Networks[0].Routes.Select(
            r => $"{r.Subnet} {r.Gateway} {r.Metric} {r.RouteDomain}");
}
