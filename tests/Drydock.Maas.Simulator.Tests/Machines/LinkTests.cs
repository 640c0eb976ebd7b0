namespace Drydock.Maas.Simulator.Tests.Machines;

/// <summary>What linking, unlinking and bonding do to the links of a NIC, as in MAAS's source.</summary>
public sealed class LinkTests
{
    private readonly OneMachine _maas = new();

    private string Subnet => $"{_maas.Core.State.Subnets[0].Id}";

    [Fact]
    public void A_NIC_whose_last_link_goes_is_up_without_an_address()
    {
        Unlink();
        Assert.Equal(["link_up"], Modes());
    }

    [Fact]
    public void An_address_takes_the_place_of_DHCP()
    {
        Unlink();
        Link(("mode", "dhcp"));
        Link(("mode", "static"), ("ip_address", "172.30.0.77"));
        Assert.Equal(["static"], Modes());
    }

    [Fact]
    public void A_machine_has_a_default_gateway_of_each_family()
    {
        var vlan = $"{_maas.Machine.Interfaces[0].Vlan!.Id}";
        var (four, six) = (Gateway("172.31.0.0/24", "172.31.0.1"), Gateway("fd00:31::/64", "fd00:31::1"));
        Assert.Equal(("172.31.0.1", "fd00:31::1"), (Chosen("ipv4"), Chosen("ipv6")));
        _maas.Ask("POST", $"machines/{_maas.Machine.SystemId}/", "clear_default_gateways");
        Assert.Equal((null, null), (_maas.Machine.GatewayLink, _maas.Machine.GatewayLinkV6));
        Assert.NotEqual(four, six);

        string Gateway(string cidr, string address)
        {
            var subnet = $"{OneMachine.Json(_maas.Ask("POST", "subnets/", null, ("cidr", cidr), ("gateway_ip", address), ("vlan", vlan)))["id"]}";
            var link = _maas.Ask("POST", Eno1, "link_subnet", ("subnet", subnet), ("mode", "static"), ("default_gateway", "true"));
            Assert.Equal(200, link.Status);
            return subnet;
        }

        string? Chosen(string family)
        {
            var gateway = OneMachine.Json(_maas.Ask("GET", $"machines/{_maas.Machine.SystemId}/", null))["default_gateways"]![family]!;
            Assert.NotNull(gateway["link_id"]);
            return (string?)gateway["gateway_ip"];
        }
    }

    [Fact]
    public void An_address_of_a_dynamic_range_is_refused()
    {
        var range = _maas.Core.State.IPRanges.First(r => r.Type == "dynamic");
        var answer = Link(("mode", "static"), ("ip_address", $"{range.Start}"));
        Assert.Equal(400, answer.Status);
        Assert.Contains($"IP address is inside a dynamic range {range.Start} to {range.End}.", answer.BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_of_a_bond_have_to_be_on_one_VLAN()
    {
        var ids = _maas.Machine.Interfaces.Select(i => ("parents", $"{i.Id}"));
        var answer = _maas.Ask("POST", $"nodes/{_maas.Machine.SystemId}/interfaces/", "create_bond", [("name", "bond0"), .. ids]);
        Assert.Equal(400, answer.Status);
        Assert.Contains("All parents must belong to the same VLAN.", answer.BodyText, StringComparison.Ordinal);
    }

    private IEnumerable<string> Modes() => _maas.Machine.Interfaces[0].Links.Select(l => l.Mode);

    private void Unlink() =>
        _maas.Ask("POST", Eno1, "unlink_subnet", ("id", $"{_maas.Machine.Interfaces[0].Links[0].Id}"));

    private Drydock.Maas.Simulator.Http.ApiResponse Link(params (string Name, string Value)[] form) =>
        _maas.Ask("POST", Eno1, "link_subnet", [("subnet", Subnet), .. form]);

    private string Eno1 => $"nodes/{_maas.Machine.SystemId}/interfaces/eno1/";
}
