using Drydock.Maas.Simulator.Tests.Machines;

namespace Drydock.Maas.Simulator.Tests;

/// <summary>Devices and DNS records, which other clients of MAAS make.</summary>
public sealed class DeviceTests
{
    private readonly OneMachine _lab = new();

    [Fact]
    public void A_device_is_made_listed_changed_and_deleted()
    {
        var made = OneMachine.Json(_lab.Ask("POST", "devices/", null, ("hostname", "printer"), ("mac_addresses", "52:54:00:00:77:01")));
        var path = $"devices/{made["system_id"]}/";

        Assert.Equal(
            ("printer", "Device", 1), ((string?)made["hostname"], (string?)made["node_type_name"], made["interface_set"]!.AsArray().Count));
        Assert.Single(OneMachine.Json(_lab.Ask("GET", "devices/", null)).AsArray());
        Assert.Equal("copier", (string?)OneMachine.Json(_lab.Ask("PUT", path, null, ("hostname", "copier")))["hostname"]);
        Assert.Equal(204, _lab.Ask("DELETE", path, null).Status);
        Assert.Equal(
            (404, "No Device matches the given query."), (_lab.Ask("GET", path, null).Status, _lab.Ask("GET", path, null).BodyText));
    }

    [Fact]
    public void A_device_needs_a_MAC_address_nobody_has()
    {
        var taken = _lab.Machine.Interfaces[0].MacAddress;

        var missing = OneMachine.Json(_lab.Ask("POST", "devices/", null, ("hostname", "printer")));
        var twice = OneMachine.Json(_lab.Ask("POST", "devices/", null, ("hostname", "printer"), ("mac_addresses", taken)));

        Assert.Equal("This field is required.", (string?)missing["mac_addresses"]![0]);
        Assert.Equal($"MAC address {taken} already in use on {_lab.Machine.Hostname}.", (string?)twice["mac_addresses"]![0]);
    }

    [Fact]
    public void A_DNS_record_makes_its_name_and_goes_with_it()
    {
        var record = OneMachine.Json(
            _lab.Ask("POST", "dnsresourcerecords/", null, ("fqdn", "mail.maas"), ("rrtype", "txt"), ("rrdata", "v=spf1 -all")));
        var resource = OneMachine.Json(_lab.Ask("GET", "dnsresources/", null))[0]!;

        Assert.Equal(("mail.maas", "TXT"), ((string?)record["fqdn"], (string?)record["rrtype"]));
        Assert.Equal("v=spf1 -all", (string?)resource["resource_records"]![0]!["rrdata"]);
        Assert.Equal(204, _lab.Ask("DELETE", $"dnsresourcerecords/{record["id"]}/", null).Status);
        Assert.Empty(OneMachine.Json(_lab.Ask("GET", "dnsresources/", null)).AsArray());
    }

    [Theory]
    [InlineData("MX", "mail.maas", "Invalid MX: Should be '<preference> <server>'. Range for preference is 0-65535.")]
    [InlineData("SRV", "1 2 host",
        "Invalid SRV: Should be '<priority> <weight> <port> <server>'. Range for priority, weight, and port are 0-65536.")]
    [InlineData("CNAME", "a b", "Invalid CNAME: Should be '<server>'.")]
    public void A_DNS_record_has_the_form_of_its_type(string type, string data, string message) => Assert.Equal(
        message,
        (string?)OneMachine.Json(
            _lab.Ask("POST", "dnsresourcerecords/", null, ("name", "x"), ("domain", "maas"), ("rrtype", type), ("rrdata", data)))["__all__"]![0]);

    [Fact]
    public void A_CNAME_stands_alone()
    {
        _lab.Ask("POST", "dnsresourcerecords/", null, ("fqdn", "x.maas"), ("rrtype", "CNAME"), ("rrdata", "y.maas"));

        var answer = _lab.Ask("POST", "dnsresourcerecords/", null, ("fqdn", "x.maas"), ("rrtype", "TXT"), ("rrdata", "t"));

        Assert.Equal(400, answer.Status);
    }

    [Theory]
    [InlineData("vm-hosts", "Not Found")]
    [InlineData("notifications", "No Notification matches the given query.")]
    [InlineData("account/prefs/sslkeys", "No SSLKey matches the given query.")]
    public void What_is_never_made_is_never_found(string collection, string text)
    {
        Assert.Equal("[]", _lab.Ask("GET", collection + "/", null).BodyText);
        Assert.Equal((404, text), (_lab.Ask("GET", $"{collection}/7/", null).Status, _lab.Ask("GET", $"{collection}/7/", null).BodyText));
    }
}
