using Drydock.Maas.Api;
using Drydock.Maas.Client.Tests.Fakes;
using Drydock.Maas.Models;

namespace Drydock.Maas.Client.Tests.Wire;

public sealed class SiteWriteTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_fabric_is_made_with_its_name() =>
        Sending.ExpectAsync(c => c.Fabrics.CreateAsync("oob", Cancel), "POST fabrics/", "name=oob");

    [Fact]
    public Task A_fabric_is_renamed() =>
        Sending.ExpectAsync(c => c.Fabrics.UpdateAsync(48, "lab 1", Cancel), "PUT fabrics/48/", "name=lab 1");

    [Fact]
    public Task A_VLAN_is_made_below_its_fabric()
    {
        var vlan = new VlanUpdate { Vid = 102, Name = "public", Mtu = 9000, Space = "prod" };
        return Sending.ExpectAsync(
            c => c.Vlans.CreateAsync(3, vlan, Cancel), "POST fabrics/3/vlans/", "vid=102", "name=public", "mtu=9000", "space=prod");
    }

    [Fact]
    public Task A_VLAN_that_serves_DHCP_names_its_racks()
    {
        var vlan = new VlanUpdate { DhcpOn = true, PrimaryRack = "k6hth3", SecondaryRack = "a1b2c3" };
        return Sending.ExpectAsync(
            c => c.Vlans.UpdateAsync(3, 0, vlan, Cancel),
            "PUT fabrics/3/vlans/0/",
            "dhcp_on=true",
            "primary_rack=k6hth3",
            "secondary_rack=a1b2c3");
    }

    [Fact]
    public Task A_VLAN_is_relayed_or_not()
    {
        var vlan = new VlanUpdate { DhcpOn = false, RelayVlan = "" };
        return Sending.ExpectAsync(
            c => c.Vlans.UpdateAsync(3, 102, vlan, Cancel),
            "PUT fabrics/3/vlans/102/",
            "dhcp_on=false",
            "relay_vlan=");
    }

    [Fact]
    public Task A_subnet_is_made_with_all_it_has()
    {
        var subnet = new SubnetUpdate
        {
            Name = "oob",
            Cidr = "172.16.100.0/24",
            VlanId = 2,
            GatewayIP = "172.16.100.1",
            DnsServers = ["172.16.100.10", "8.8.8.8"],
        };
        return Sending.ExpectAsync(
            c => c.Subnets.CreateAsync(subnet, Cancel),
            "POST subnets/",
            "name=oob",
            "cidr=172.16.100.0/24",
            "vlan=2",
            "gateway_ip=172.16.100.1",
            "dns_servers=172.16.100.10,8.8.8.8");
    }

    [Fact]
    public Task A_change_of_a_subnet_leaves_alone_what_it_does_not_name() =>
        Sending.ExpectAsync(c => c.Subnets.UpdateAsync(6, new SubnetUpdate { VlanId = 4 }, Cancel), "PUT subnets/6/", "vlan=4");

    [Fact]
    public Task Architectures_that_do_not_boot_from_a_subnet_are_kept_by_naming_them()
    {
        var present = new Subnet { Cidr = "10.1.0.0/24", DisabledBootArchitectures = ["0x00", "0x07"] };
        return Sending.ExpectAsync(
            c => c.Subnets.UpdateAsync(6, SubnetUpdate.FromSubnet(present) with { Name = "lab" }, Cancel),
            "PUT subnets/6/",
            "name=lab",
            "disabled_boot_architectures=0x00,0x07");
    }

    [Fact]
    public async Task The_text_of_a_DHCP_snippet_is_kept_by_sending_it()
    {
        using var maas = new FakeMaas(Answers.Json("""{"id": 4, "name": "ntp", "value": "option ntp-servers 10.1.0.5;"}"""));
        using var client = Clients.Of(maas);

        await client.DhcpSnippets.UpdateAsync(4, new() { Enabled = false }, Cancel);

        Assert.Equal(["GET dhcp-snippets/4/", "PUT dhcp-snippets/4/"], maas.Sent.Select(sent => sent.Line));
        Assert.Equal(["value=option ntp-servers 10.1.0.5;", "enabled=false"], maas.Sent[^1].Form);
    }

    [Fact]
    public async Task The_addresses_of_a_name_are_kept_by_naming_them()
    {
        using var maas = new FakeMaas(Answers.Json("""{"id": 3, "fqdn": "www.maas", "ip_addresses": [{"ip": "10.1.0.5"}, {"ip": "10.1.0.6"}]}"""));
        using var client = Clients.Of(maas);

        await client.DnsResources.UpdateAsync(3, new() { AddressTtl = 30 }, Cancel);

        Assert.Equal(["GET dnsresources/3/", "PUT dnsresources/3/"], maas.Sent.Select(sent => sent.Line));
        Assert.Equal(["address_ttl=30", "ip_addresses=10.1.0.5 10.1.0.6"], maas.Sent[^1].Form);
    }

    [Fact]
    public Task Gateway_and_DNS_servers_of_a_subnet_can_be_cleared() =>
        Sending.ExpectAsync(
            c => c.Subnets.UpdateAsync(6, new SubnetUpdate { GatewayIP = "", DnsServers = [] }, Cancel),
            "PUT subnets/6/",
            "gateway_ip=",
            "dns_servers=");

    [Fact]
    public Task A_range_is_made_in_its_subnet()
    {
        var range = new IPRangeRequest
        {
            Type = "dynamic",
            SubnetId = 6,
            StartIP = "192.0.2.100",
            EndIP = "192.0.2.150",
            Comment = "from the design",
        };
        return Sending.ExpectAsync(
            c => c.IPRanges.CreateAsync(range, Cancel),
            "POST ipranges/",
            "type=dynamic",
            "subnet=6",
            "start_ip=192.0.2.100",
            "end_ip=192.0.2.150",
            "comment=from the design");
    }

    [Theory]
    [InlineData("garbage", "192.0.2.20", "StartIP")]
    [InlineData("192.0.2.10", "", "EndIP")]
    [InlineData("192.0.2.100", "192.0.2.90", "192.0.2.100-192.0.2.90")]
    [InlineData("192.0.2.100", "2001:db8::1", "192.0.2.100-2001:db8::1")]
    public async Task What_is_no_range_is_not_sent(string start, string end, string named)
    {
        using var maas = new FakeMaas();
        using var client = Clients.Of(maas);

        var error = await Assert.ThrowsAsync<MaasException>(
            () => client.IPRanges.CreateAsync(new IPRangeRequest { Type = "dynamic", StartIP = start, EndIP = end }, Cancel));

        Assert.Equal("InvalidRange", error.ErrorId);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Empty(maas.Sent);
    }

    [Fact]
    public async Task Nor_is_a_range_changed_into_none()
    {
        using var maas = new FakeMaas();
        using var client = Clients.Of(maas);

        foreach (var update in new[] { new IPRangeRequest { EndIP = "192.0.2" }, new() { StartIP = "192.0.2.9", EndIP = "192.0.2.1" } })
            Assert.Equal("InvalidRange", (await Assert.ThrowsAsync<MaasException>(() => client.IPRanges.UpdateAsync(3, update, Cancel))).ErrorId);
        Assert.Empty(maas.Sent);
    }

    [Fact]
    public Task A_range_is_deleted() => Sending.ExpectAsync(c => c.IPRanges.DeleteAsync(3, Cancel), "DELETE ipranges/3/");

    [Fact]
    public Task A_static_route_is_made_between_subnets() =>
        Sending.ExpectAsync(
            c => c.StaticRoutes.CreateAsync(1, 6, "10.20.0.1", 10, Cancel),
            "POST static-routes/",
            "gateway_ip=10.20.0.1",
            "metric=10",
            "source=1",
            "destination=6");

    [Fact]
    public Task A_static_route_is_changed() =>
        Sending.ExpectAsync(
            c => c.StaticRoutes.UpdateAsync(4, "10.20.0.2", 0, Cancel),
            "PUT static-routes/4/",
            "gateway_ip=10.20.0.2",
            "metric=0");

    [Fact]
    public Task A_static_route_is_deleted() => Sending.ExpectAsync(c => c.StaticRoutes.DeleteAsync(4, Cancel), "DELETE static-routes/4/");

    [Theory]
    [InlineData(true, "authoritative=true")]
    [InlineData(false, "authoritative=false")]
    public Task A_domain_is_made_and_says_whether_it_is_authoritative(bool authoritative, string field) =>
        Sending.ExpectAsync(
            c => c.Domains.CreateAsync("site.example.com", authoritative, Cancel),
            "POST domains/",
            "name=site.example.com",
            field);

    [Fact]
    public Task An_SSH_key_is_given_to_the_connected_user() =>
        Sending.ExpectAsync(
            c => c.SshKeys.CreateAsync("ssh-ed25519 AAAA+/= me@here", Cancel),
            "POST account/prefs/sshkeys/",
            "key=ssh-ed25519 AAAA+/= me@here");
}
