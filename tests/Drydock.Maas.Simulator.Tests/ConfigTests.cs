using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Tests.Machines;

namespace Drydock.Maas.Simulator.Tests;

/// <summary>Settings take what MAAS takes, and refuse the rest in its words.</summary>
public sealed class ConfigTests
{
    private readonly OneMachine _lab = new();

    [Theory]
    [InlineData("http_proxy", "nonsense", "Enter a valid URL.")]
    [InlineData("upstream_dns", "nonsense", "Invalid IP address: nonsense; provide a list of space-separated IP addresses")]
    [InlineData("ntp_servers", "bad_host", "Invalid hostname: Host label cannot contain underscore: 'bad_host'.")]
    [InlineData("dns_trusted_acl", "host!", "Invalid hostname: Label contains disallowed characters: 'host!'.")]
    [InlineData("default_storage_layout", "nosuch", "Select a valid choice. nosuch is not one of the available choices.")]
    [InlineData("dnssec_validation", "zz", "'zz' is not a valid dnssec_validation.  It should be one of: 'auto', 'yes', 'no'.")]
    [InlineData("default_osystem", "zz", "'zz' is not a valid osystem.  It should be one of: 'ubuntu'.")]
    [InlineData("node_timeout", "0", "Ensure this value is greater than or equal to 1.")]
    [InlineData("session_length", "9999999", "Ensure this value is less than or equal to 1209600.")]
    [InlineData("maas_proxy_port", "80", "Unable to change port number. Port number is reserved for system services.")]
    [InlineData("maas_proxy_port", "5250", "Unable to change port number. Port number is reserved for MAAS services.")]
    [InlineData("maas_auto_ipmi_user_privilege_level", "zz", "Valid choices are ADMIN, OPERATOR, or USER")]
    [InlineData("maas_name", "", "This field is required.")]
    public void A_setting_refuses_what_it_cannot_be(string name, string value, string message)
    {
        var answer = _lab.Ask("POST", "maas/", "set_config", ("name", name), ("value", value));

        Assert.Equal(400, answer.Status);
        Assert.Equal(message, (string?)OneMachine.Json(answer)[name]![0]);
    }

    [Theory]
    [InlineData("http_proxy", "http://proxy.example.com:3128/", "http://proxy.example.com:3128/")]
    [InlineData("upstream_dns", "192.0.2.1,192.0.2.2", "192.0.2.1 192.0.2.2")]
    [InlineData("ntp_servers", "ntp1.example.com, 192.0.2.1", "ntp1.example.com 192.0.2.1")]
    [InlineData("dns_trusted_acl", "192.168.0.0/16 10.0.0.1", "192.168.0.0/16 10.0.0.1")]
    [InlineData("remote_syslog", "logs.example.com", "logs.example.com:514")]
    public void A_setting_is_kept_as_MAAS_keeps_it(string name, string value, string kept)
    {
        Assert.Equal(200, _lab.Ask("POST", "maas/", "set_config", ("name", name), ("value", value)).Status);

        Assert.Equal(kept, (string?)Get(name));
    }

    [Theory]
    [InlineData("ntp_server", "ntp_servers", "ntp1.example.com")]
    [InlineData("main_archive", "main_archive", "http://mirror.example.com/ubuntu")]
    [InlineData("ports_archive", "ports_archive", "http://mirror.example.com/ports")]
    public void A_setting_that_has_moved_is_still_there_by_its_old_name(string name, string now, string value)
    {
        Assert.Equal(200, _lab.Ask("POST", "maas/", "set_config", ("name", name), ("value", value)).Status);

        Assert.Equal(value, (string?)Get(name));
        Assert.Equal(value, (string?)Get(now));
        Assert.All(
            _lab.Core.State.PackageRepositories.Where(repository => repository.Name == name),
            repository => Assert.Equal(value, repository.Url));
    }

    [Theory]
    [InlineData("", "This field is required.")]
    [InlineData("nonsense", "Enter a valid URL.")]
    public void An_archive_is_an_address(string value, string message)
    {
        var answer = _lab.Ask("POST", "maas/", "set_config", ("name", "main_archive"), ("value", value));

        Assert.Equal((400, message), (answer.Status, (string?)OneMachine.Json(answer)["main_archive"]![0]));
    }

    [Fact]
    public void Kernel_options_are_none_until_they_are_set()
    {
        Assert.Null(Get("kernel_opts"));

        Assert.Equal(200, _lab.Ask("POST", "maas/", "set_config", ("name", "kernel_opts"), ("value", "")).Status);

        Assert.Equal("", (string?)Get("kernel_opts"));
    }

    [Fact]
    public void A_VLAN_is_not_relayed_to_itself_nor_to_one_that_is_relayed()
    {
        var first = (int)OneMachine.Json(_lab.Ask("POST", "fabrics/0/vlans/", null, ("vid", "11")))["id"]!;
        var second = (int)OneMachine.Json(_lab.Ask("POST", "fabrics/0/vlans/", null, ("vid", "12")))["id"]!;

        Assert.Equal(400, _lab.Ask("PUT", $"vlans/{first}/", null, ("relay_vlan", $"{first}")).Status);
        Assert.Equal(200, _lab.Ask("PUT", $"vlans/{first}/", null, ("relay_vlan", $"{second}")).Status);
        Assert.Equal(400, _lab.Ask("PUT", $"vlans/{second}/", null, ("relay_vlan", $"{first}")).Status);
    }

    [Fact]
    public void An_architecture_without_images_is_refused_with_those_there_are()
    {
        var answer = _lab.Ask(
            "POST",
            "machines/",
            null,
            ("architecture", "nosuch/generic"),
            ("mac_addresses", "52:54:00:00:99:01"),
            ("power_type", "manual"));

        Assert.StartsWith(
            "'nosuch/generic' is not a valid architecture.  It should be one of: 'amd64/generic'",
            (string?)OneMachine.Json(answer)["architecture"]![0],
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subnets", "nosuch", "No matching subnets found.")]
    [InlineData("vlans", "vid:999", "No matching VLANs found.")]
    [InlineData("arch", "nosuch", "Architecture not recognised.")]
    [InlineData("interfaces", "nic:speed=10", "Unknown interfaces constraint: 'speed")]
    [InlineData("interfaces", "a:name=eno1;b:fabric=x,mood=good", "Unknown interfaces constraint: 'mood")]
    [InlineData("devices", "vendor=10de", "Unknown devices constraint: 'vendor")]
    public void An_allocation_names_what_there_is(string constraint, string value, string message) =>
        Assert.Equal(message, (string?)OneMachine.Json(_lab.Ask("POST", "machines/", "allocate", (constraint, value)))[constraint]![0]);

    [Theory]
    [InlineData("zones/")]
    [InlineData("resourcepools/")]
    public void A_zone_or_a_pool_has_a_plain_name(string path) =>
        Assert.Equal("Enter a valid value.", (string?)OneMachine.Json(_lab.Ask("POST", path, null, ("name", "bad/name!")))["name"]![0]);

    private JsonNode? Get(string name) => JsonNode.Parse(_lab.Core.HandleAs(
        _lab.Core.State.Users.First(user => user.IsSuperuser),
        new("GET", "/MAAS/api/2.0/maas/") { Query = $"op=get_config&name={name}" }).BodyText);
}
