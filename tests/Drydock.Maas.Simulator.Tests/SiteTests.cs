using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;
using Drydock.Maas.Simulator.Tests.Machines;

namespace Drydock.Maas.Simulator.Tests;

/// <summary>Site objects that were not recorded, as MAAS's forms have them.</summary>
public sealed class SiteTests
{
    private readonly OneMachine _lab = new();

    [Fact]
    public void Racks_of_one_subnet_share_it_and_its_VLAN()
    {
        var state = MaasSimulator.CreateCore(new() { RackAddresses = ["10.9.0.2", "10.9.0.3", "10.8.0.2", "fd00:9::2"] }).State;
        Assert.Equal(["10.9.0.0/24", "10.8.0.0/24", "fd00:9::/64"], state.Subnets.Select(s => s.Cidr.ToString()));
        Assert.Equal(3, state.IPRanges.Count);
        var racks = state.RackControllers.ToList();
        Assert.Equal(["rack1", "rack2", "rack3", "rack4"], racks.Select(r => r.Hostname));
        Assert.Same(racks[0].Interfaces[0].Vlan, racks[1].Interfaces[0].Vlan);
        Assert.Equal("rack1", ((SimulatedController)state.Subnets[0].Vlan.PrimaryRack!).Hostname);
    }

    [Fact]
    public void Statistics_count_every_address_of_a_subnet()
    {
        var subnet = OneMachine.Json(_lab.Ask("POST", "subnets/", null, ("cidr", "10.9.0.0/24"), ("gateway_ip", "10.9.0.1")))["id"];
        _lab.Ask("POST", "ipranges/", null, ("type", "reserved"), ("start_ip", "10.9.0.10"), ("end_ip", "10.9.0.19"));

        var body = OneMachine.Json(_lab.Ask("GET", $"subnets/{subnet}/", "statistics"));

        Assert.Equal((254, 11, 243), ((int)body["total_addresses"]!, (int)body["num_unavailable"]!, (int)body["num_available"]!));
        Assert.Equal(("10.9.0.1", "10.9.0.254", "4%"),
            ((string?)body["first_address"], (string?)body["last_address"], (string?)body["usage_string"]));
        Assert.Equal(235, (int)body["largest_available"]!);
    }

    [Fact]
    public void A_subnet_without_gateway_and_range_gets_both_suggested()
    {
        var subnet = OneMachine.Json(_lab.Ask("POST", "subnets/", null, ("cidr", "10.9.0.0/24")))["id"];

        var core = _lab.Core;
        var answer = core.HandleAs(
            core.State.Users.First(user => user.IsSuperuser),
            new("GET", $"/MAAS/api/2.0/subnets/{subnet}/") { Query = "op=statistics&include_suggestions=1&include_ranges=1" });

        var body = OneMachine.Json(answer);
        Assert.Equal("10.9.0.1", (string?)body["suggested_gateway"]);
        Assert.Equal(("10.9.0.191", "10.9.0.254"),
            ((string?)body["suggested_dynamic_range"]!["start"], (string?)body["suggested_dynamic_range"]!["end"]));
        Assert.Single(body["ranges"]!.AsArray());
    }

    [Fact]
    public void A_subnet_is_found_by_its_CIDR_in_any_spelling()
    {
        _lab.Ask("POST", "subnets/", null, ("cidr", "2001:DB8:1:0::/64"));
        Assert.Equal("2001:db8:1::/64", (string?)OneMachine.Json(_lab.Ask("GET", "subnets/2001:0db8:1::/64/", null))["cidr"]);
    }

    [Fact]
    public void A_DHCP_snippet_keeps_its_history_and_can_be_reverted()
    {
        var id = (int)OneMachine.Json(_lab.Ask("POST", "dhcp-snippets/", null, ("name", "ntp"), ("value", "max-lease-time 600;")))["id"]!;
        _lab.Ask("PUT", $"dhcp-snippets/{id}/", null, ("value", "max-lease-time 900;"), ("enabled", "false"));

        var changed = OneMachine.Json(_lab.Ask("GET", $"dhcp-snippets/{id}/", null));
        var reverted = OneMachine.Json(_lab.Ask("POST", $"dhcp-snippets/{id}/", "revert", ("to", "-1")));

        Assert.Equal(("max-lease-time 900;", false, true), ((string?)changed["value"], (bool)changed["enabled"]!, (bool)changed["global_snippet"]!));
        Assert.Equal(2, changed["history"]!.AsArray().Count);
        Assert.Equal("max-lease-time 600;", (string?)reverted["value"]);
        Assert.Equal(204, _lab.Ask("DELETE", $"dhcp-snippets/{id}/", null).Status);
    }

    [Fact]
    public void A_DHCP_snippet_needs_a_name_and_a_text()
    {
        var answer = _lab.Ask("POST", "dhcp-snippets/", null, ("subnet", "no-such"));

        Assert.Equal(400, answer.Status);
        Assert.Equal(["name", "value", "subnet"], OneMachine.Json(answer).AsObject().Select(field => field.Key));
    }

    [Fact]
    public void What_happened_to_a_machine_is_told_by_its_events()
    {
        _lab.Do("deploy");
        _lab.Pass(TimeSpan.FromHours(1));

        var events = OneMachine.Json(_lab.Ask("GET", "events/", "query"))["events"]!.AsArray();

        Assert.Equal(["Deployed", "Image Deployed"], events.Select(entry => (string)entry!["type"]!).Take(2));
        Assert.Equal(_lab.Machine.SystemId, (string?)events[0]!["node"]);
    }

    [Fact]
    public void Machines_are_chosen_by_every_constraint_there_is()
    {
        var lab = new OneMachine(others: 2);
        lab.Ask("POST", $"machines/{lab.Machine.SystemId}/", "deploy");
        lab.Pass(TimeSpan.FromHours(1));

        string[] Names(string query) => [.. OneMachine.Json(Read(lab, query)).AsArray().Select(machine => (string)machine!["system_id"]!)];
        var first = lab.Machine.SystemId;
        Assert.Equal([first], Names("power_state=on"));
        Assert.Equal([first], Names("owner=admin"));
        Assert.Equal(2, Names($"not_id={first}").Length);
        Assert.Equal(2, Names("not_status=deployed").Length);
        Assert.Empty(Names("mem=99999999"));
        Assert.Equal(3, Names("arch=amd64&cpu_count=2").Length);
    }

    [Theory]
    [InlineData("arch=z80", "Architecture not recognised.")]
    [InlineData("cpu_count=many", "Invalid CPU count: number required.")]
    [InlineData("owner=nobody", "No such owner: 'nobody'.")]
    [InlineData("not_in_zone=moon", "No such zone(s): moon.")]
    [InlineData("subnets=77", "No matching subnets found.")]
    [InlineData("power_state=maybe", "Select a valid choice. maybe is not one of the available choices.")]
    public void A_constraint_that_means_nothing_is_named(string query, string text)
    {
        var answer = Read(_lab, query);

        Assert.Equal(400, answer.Status);
        Assert.Equal(text, (string?)OneMachine.Json(answer)[query.Split('=')[0]]![0]);
    }

    [Fact]
    public void Names_are_escaped_in_addresses() => Assert.Equal(
        "/MAAS/api/2.0/zones/z%20z/", (string?)OneMachine.Json(_lab.Ask("POST", "zones/", null, ("name", "z z")))["resource_uri"]);

    [Theory]
    [InlineData("Must supply either the 'subnet' or the 'ip' parameter.")]
    [InlineData("Unable to identify subnet: nowhere.", "subnet", "nowhere")]
    [InlineData("No known subnet for IP address: 10.99.0.1.", "ip", "10.99.0.1")]
    public void An_address_is_reserved_in_a_known_subnet_only(string text, string? field = null, string? value = null)
    {
        var answer = _lab.Ask("POST", "ipaddresses/", "reserve", field is null ? [] : [(field, value!)]);

        Assert.Equal((400, text), (answer.Status, answer.BodyText));
    }

    [Fact]
    public void A_DNS_resource_can_move_and_change_its_addresses()
    {
        _lab.Ask("POST", "domains/", null, ("name", "lab.example"));
        var made = _lab.Ask("POST", "dnsresources/", null, ("name", "www"), ("domain", "maas"), ("ip_addresses", "172.30.0.8"));
        var id = OneMachine.Json(made)["id"];

        var body = OneMachine.Json(
            _lab.Ask("PUT", $"dnsresources/{id}/", null, ("domain", "lab.example"), ("ip_addresses", "172.30.0.9 172.30.0.10")));

        Assert.Equal("www.lab.example", (string?)body["fqdn"]);
        Assert.Equal(["172.30.0.9", "172.30.0.10"], body["ip_addresses"]!.AsArray().Select(address => (string)address!["ip"]!));
        // The address the name had before stays with the user.
        Assert.Equal(3, OneMachine.Json(_lab.Ask("GET", "ipaddresses/", null)).AsArray().Count);
    }

    [Fact]
    public void A_machine_is_also_a_node()
    {
        var path = $"nodes/{_lab.Machine.SystemId}/";

        Assert.Equal(200, _lab.Ask("GET", path, "details").Status);
        Assert.Contains("power_address", _lab.Ask("GET", path, "power_parameters").BodyText, StringComparison.Ordinal);
        Assert.Equal(204, _lab.Ask("DELETE", path, null).Status);
        Assert.Equal("No Node matches the given query.", _lab.Ask("GET", path, "details").BodyText);
    }

    [Fact]
    public void An_empty_op_in_the_query_is_none() => Assert.Equal(200, _lab.Ask("POST", "zones/", "", ("name", "attic")).Status);

    private static ApiResponse Read(OneMachine lab, string query) => lab.Core.HandleAs(
        lab.Core.State.Users.First(user => user.IsSuperuser), new("GET", "/MAAS/api/2.0/machines/") { Query = query });
}
