using Drydock.Maas.Simulator.Tests.Machines;

namespace Drydock.Maas.Simulator.Tests.Versions;

/// <summary>Addresses kept for a MAC address, which MAAS has since 3.6.</summary>
public sealed class ReservedIPTests
{
    private const string Mac = "00:11:22:33:44:55";

    private readonly OneMachine _lab = new(version: "3.7");

    [Fact]
    public void Before_there_is_no_such_path()
    {
        var answer = new OneMachine().Ask("POST", "reservedips/", null, ("ip", "172.30.0.50"), ("mac_address", Mac));

        Assert.Equal((404, "Unknown API endpoint: /MAAS/api/2.0/reservedips/."), (answer.Status, answer.BodyText));
    }

    [Fact]
    public void One_is_made_read_commented_and_deleted()
    {
        var made = OneMachine.Json(Keep("172.30.0.50", Mac.ToUpperInvariant()));
        var path = $"reservedips/{made["id"]}/";

        Assert.Equal(("172.30.0.50", Mac, "172.30.0.0/24"), ((string?)made["ip"], (string?)made["mac_address"], (string?)made["subnet"]!["cidr"]));
        Assert.Equal("spare", (string?)OneMachine.Json(_lab.Ask("PUT", path, null, ("comment", "spare")))["comment"]);
        Assert.Equal("spare", (string?)OneMachine.Json(_lab.Ask("GET", "reservedips/", null))[0]!["comment"]);
        Assert.Equal(204, _lab.Ask("DELETE", path, null).Status);
        Assert.Equal((404, "No ReservedIP matches the given query."), (_lab.Ask("GET", path, null).Status, _lab.Ask("GET", path, null).BodyText));
    }

    [Theory]
    [InlineData("ip", "172.30.0.51")]
    [InlineData("mac_address", "00:11:22:33:44:66")]
    [InlineData("subnet", "1")]
    public void Nothing_else_of_it_changes(string field, string value)
    {
        var made = OneMachine.Json(Keep("172.30.0.50", Mac));

        var answer = _lab.Ask("PUT", $"reservedips/{made["id"]}/", null, (field, value));

        Assert.Equal(400, answer.Status);
        Assert.Contains("immutable", answer.BodyText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("172.30.0.150", Mac, "ip", "The reserved IP 172.30.0.150 must be outside the dynamic range 172.30.0.100 - 172.30.0.200.")]
    [InlineData("10.99.0.1", Mac, "subnet", "There is no subnet for 10.99.0.1. Create the subnet and try again.")]
    [InlineData("172.30.0.0", Mac, "ip", "The network address cannot be a reserved IP.")]
    [InlineData("172.30.0.255", Mac, "ip", "The broadcast address cannot be a reserved IP.")]
    [InlineData("172.30.0.2", Mac, "ip", "The ip 172.30.0.2 is already in use by another machine.")]
    [InlineData("172.30.0.50", "", "mac_address", "This field cannot be blank.")]
    [InlineData("172.30.0.60", "00:11:22:33:44:77", "ip", "Reserved IP with this IP address already exists.")]
    public void What_cannot_be_kept_is_refused(string ip, string mac, string field, string text)
    {
        Keep("172.30.0.60", "00:11:22:33:44:99");

        var answer = Keep(ip, mac);

        Assert.Equal(400, answer.Status);
        Assert.Equal(text, (string?)OneMachine.Json(answer)[field]![0]);
    }

    [Fact]
    public void No_dynamic_range_may_hold_one()
    {
        Keep("172.30.0.50", Mac);

        var answer = _lab.Ask(
            "POST", "ipranges/", null, ("type", "dynamic"), ("start_ip", "172.30.0.40"), ("end_ip", "172.30.0.60"), ("subnet", "1"));

        Assert.Equal(400, answer.Status);
        Assert.Equal("The dynamic IP range cannot include reserved IPs.", (string?)OneMachine.Json(answer)["__all__"]![0]);
    }

    [Fact]
    public void No_other_interface_is_given_it()
    {
        Keep("172.30.0.50", Mac);

        var answer = Link("172.30.0.50");

        Assert.Equal(
            (409, $"The static IP 172.30.0.50 is already reserved for the MAC address {Mac}."), (answer.Status, answer.BodyText));
    }

    [Fact]
    public void Whom_it_is_kept_for_is_given_no_other()
    {
        var mac = _lab.Machine.Interfaces[0].MacAddress;
        Keep("172.30.0.50", mac);

        Assert.Equal(
            (409, $"The static IP 172.30.0.51 does not match the reserved IP 172.30.0.50 for the MAC address {mac}."),
            (Link("172.30.0.51").Status, Link("172.30.0.51").BodyText));
        Assert.Equal(200, Link("172.30.0.50").Status);
    }

    [Fact]
    public void A_deployment_gives_it_to_whom_it_is_kept_for_and_to_nobody_else()
    {
        var lab = new OneMachine(others: 1, version: "3.7");
        lab.Ask("POST", "reservedips/", null, ("ip", "172.30.0.1"), ("mac_address", lab.Machines[1].Interfaces[0].MacAddress));

        foreach (var machine in lab.Machines)
            lab.Ask("POST", $"machines/{machine.SystemId}/", "deploy");
        lab.Pass(TimeSpan.FromMinutes(10));

        Assert.NotEqual("172.30.0.1", $"{lab.Machines[0].Interfaces[0].Links[0].Address}");
        Assert.Equal("172.30.0.1", $"{lab.Machines[1].Interfaces[0].Links[0].Address}");
    }

    private Http.ApiResponse Keep(string ip, string mac) => _lab.Ask("POST", "reservedips/", null, ("ip", ip), ("mac_address", mac));

    private Http.ApiResponse Link(string ip) => _lab.Ask(
        "POST",
        $"nodes/{_lab.Machine.SystemId}/interfaces/eno1/",
        "link_subnet",
        ("mode", "static"),
        ("subnet", "1"),
        ("ip_address", ip));
}
