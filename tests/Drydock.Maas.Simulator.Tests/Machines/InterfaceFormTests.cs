using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Tests.Machines;

/// <summary>Interfaces made, changed and taken away by form, as a real MAAS 3.4.10 does it.</summary>
public sealed class InterfaceFormTests
{
    private readonly OneMachine _lab = new();

    private string Eno1 => $"{_lab.Machine.Interfaces.Single(nic => nic.Name == "eno1").Id}";

    private string Eno2 => $"{_lab.Machine.Interfaces.Single(nic => nic.Name == "eno2").Id}";

    private string VlanOfEno1 => $"{_lab.Machine.Interfaces.Single(nic => nic.Name == "eno1").Vlan!.Id}";

    [Fact]
    public void All_tags_but_the_last_are_lost_when_none_are_sent()
    {
        _lab.Node("PUT", "interfaces/eno1/", ("tags", "a,b"));

        Assert.Equal(["b"], Texts(_lab.Node("PUT", "interfaces/eno1/", ("mtu", "1400")), "tags"));
    }

    [Fact]
    public void A_list_of_tags_has_no_gaps() => Assert.Equal(
        "Item 2 in the array did not validate: This field is required.",
        Error(_lab.Node("PUT", "interfaces/eno1/", ("tags", "a,,b")), "tags"));

    [Fact]
    public void A_bond_that_is_disconnected_takes_its_members_VLAN()
    {
        _lab.Node("PUT", "interfaces/eno2/", ("vlan", VlanOfEno1));
        Assert.Equal(200, Make("create_bond", ("name", "bond0"), ("parents", Eno1), ("parents", Eno2)).Status);

        _lab.Ask("POST", $"nodes/{_lab.Machine.SystemId}/interfaces/bond0/", "disconnect");

        Assert.All(_lab.Machine.Interfaces, nic => Assert.Null(nic.Vlan));
    }

    [Fact]
    public void A_member_of_a_bridge_is_pulled_back_onto_its_VLAN()
    {
        Make("create_bridge", ("name", "br0"), ("parent", Eno1));

        var answer = _lab.Ask("POST", $"nodes/{_lab.Machine.SystemId}/interfaces/eno1/", "disconnect");

        Assert.Null(OneMachine.Json(answer)["vlan"]);
        Assert.NotNull(OneMachine.Json(_lab.Node("GET", "interfaces/eno1/"))["vlan"]);
    }

    [Fact]
    public void A_bridge_of_an_allocated_machine_takes_over_the_links_below()
    {
        _lab.Be(MachineStatus.Allocated);

        var answer = Make("create_bridge", ("name", "br0"), ("parent", Eno1));

        Assert.Equal("auto", (string?)Assert.Single(OneMachine.Json(answer)["links"]!.AsArray())!["mode"]);
        Assert.Empty(OneMachine.Json(_lab.Node("GET", "interfaces/eno1/"))["links"]!.AsArray());
    }

    [Fact]
    public void A_bond_takes_NICs_alone()
    {
        Make("create_bridge", ("name", "br0"), ("parent", Eno1));
        var bridge = $"{_lab.Machine.Interfaces[^1].Id}";

        Assert.Equal("Only physical interfaces can be bonded.", Error(Make("create_bond", ("name", "bond0"), ("parents", bridge)), "parents"));
    }

    [Theory]
    [InlineData("create_bond", "name", "bond0", "parents", "A bond interface must have one or more parents.")]
    [InlineData("create_bridge", "name", "br0", "parent", "A bridge interface must have exactly one parent.")]
    [InlineData("create_vlan", "name", "x", "parent", "A VLAN interface must have exactly one parent.")]
    [InlineData("create_physical", "mac_address", "52-54-00-00-00-09", "mac_address", "'52-54-00-00-00-09' is not a valid MAC address.")]
    [InlineData("create_physical", "name", "a b", "name", "Enter a valid value.")]
    [InlineData("create_physical", "numa_node", "3", "numa_node", "Invalid NUMA node")]
    [InlineData("create_physical", "link_speed", "-1", "link_speed", "Ensure this value is greater than or equal to 0.")]
    public void What_is_wrong_is_said_of_the_field(string operation, string field, string value, string reported, string text) =>
        Assert.Contains(text, Errors(Make(operation, (field, value)), reported));

    [Fact]
    public void A_NIC_that_is_switched_off_has_no_links()
    {
        var off = _lab.Node("PUT", "interfaces/eno1/", ("enabled", "false"));
        var on = _lab.Node("PUT", "interfaces/eno1/", ("enabled", "true"));

        Assert.Empty(OneMachine.Json(off)["links"]!.AsArray());
        Assert.Equal("link_up", (string?)OneMachine.Json(on)["links"]![0]!["mode"]);
    }

    [Fact]
    public void The_oldest_interface_boots_when_the_one_that_did_is_deleted()
    {
        Assert.Equal(204, _lab.Node("DELETE", "interfaces/eno1/").Status);

        var machine = OneMachine.Json(_lab.Ask("GET", $"machines/{_lab.Machine.SystemId}/", null));
        Assert.Equal("eno2", (string?)machine["boot_interface"]!["name"]);
    }

    [Theory]
    [InlineData("auto", "Cannot set as default gateway because subnet")]
    [InlineData("dhcp", "Cannot use in mode 'dhcp'.")]
    public void A_gateway_needs_a_mode_and_a_subnet_that_have_one(string mode, string text)
    {
        var answer = _lab.Ask(
            "POST", $"nodes/{_lab.Machine.SystemId}/interfaces/eno1/", "link_subnet", ("mode", mode), ("default_gateway", "true"),
            ("subnet", $"{_lab.Core.State.Subnets[0].Id}"));

        Assert.StartsWith(text, Error(answer, "default_gateway"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_is_made_anew_by_force()
    {
        var answer = _lab.Ask(
            "POST", $"nodes/{_lab.Machine.SystemId}/interfaces/eno1/", "link_subnet", ("mode", "link_up"), ("force", "true"));

        Assert.Equal("link_up", (string?)Assert.Single(OneMachine.Json(answer)["links"]!.AsArray())!["mode"]);
    }

    [Theory]
    [InlineData("name:eno1", 200)]
    [InlineData("type:physical", 403)]
    [InlineData("id:x", 400)]
    [InlineData("eno9", 404)]
    public void Interfaces_are_found_by_what_they_are(string specifier, int status) =>
        Assert.Equal(status, _lab.Node("GET", $"interfaces/{specifier}/").Status);

    [Fact]
    public void A_fabric_that_its_last_interface_leaves_goes()
    {
        var fabric = _lab.Machine.Interfaces.Single(nic => nic.Name == "eno2").Vlan!.Fabric;

        _lab.Node("PUT", "interfaces/eno2/", ("vlan", VlanOfEno1));

        Assert.DoesNotContain(fabric, _lab.Core.State.Fabrics);
    }

    [Fact]
    public void Networking_is_put_back_to_what_commissioning_saw()
    {
        _lab.Node("DELETE", "interfaces/eno2/");
        Make("create_physical", ("name", "eth9"), ("mac_address", "52:54:00:00:00:09"));

        var answer = _lab.Do("restore_networking_configuration");

        var nics = OneMachine.Json(answer)["interface_set"]!.AsArray();
        Assert.Equal(["eno1", "eno2"], nics.Select(nic => (string)nic!["name"]!));
        Assert.All(nics, nic => Assert.NotNull(nic!["vlan"]));
        Assert.Equal(["auto", "link_up"], nics.Select(nic => (string)nic!["links"]![0]!["mode"]!));
    }

    private ApiResponse Make(string operation, params (string Name, string Value)[] form) =>
        _lab.Ask("POST", $"nodes/{_lab.Machine.SystemId}/interfaces/", operation, form);

    private static IEnumerable<string> Errors(ApiResponse answer, string field)
    {
        Assert.Equal(400, answer.Status);
        return Texts(answer, field);
    }

    private static string Error(ApiResponse answer, string field) => Assert.Single(Errors(answer, field));

    private static IEnumerable<string> Texts(ApiResponse answer, string field) =>
        [.. ((JsonArray)OneMachine.Json(answer)[field]!).Select(text => (string)text!)];
}
