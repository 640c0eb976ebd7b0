using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Tests.Machines;

/// <summary>What fields of machines, interfaces and disks do not take.</summary>
public sealed class FieldRuleTests
{
    private readonly OneMachine _lab = new();

    [Theory]
    [InlineData("mtu", "10", "Ensure this value is greater than or equal to 552.")]
    [InlineData("bond_miimon", "abc", "Enter a whole number.")]
    [InlineData("bond_num_grat_arp", "256", "Ensure this value is less than or equal to 255.")]
    [InlineData("bond_lacp_rate", "warp", "'warp' is not a valid bond_lacp_rate.  It should be one of: 'fast', 'slow'.")]
    public void A_setting_of_a_bond_has_its_bounds(string field, string value, string message)
    {
        var answer = Bond((field, value));

        Assert.Equal((400, message), (answer.Status, (string?)OneMachine.Json(answer)[field]![0]));
        Assert.DoesNotContain(_lab.Machine.Interfaces, nic => nic.Type == "bond");
    }

    [Fact]
    public void A_bond_that_is_right_is_made_and_refuses_the_same_in_a_change()
    {
        var id = OneMachine.Json(Bond(("mtu", "9000"), ("bond_mode", "802.3ad")))["id"];

        var answer = _lab.Node("PUT", $"interfaces/{id}/", ("bond_updelay", "-1"));

        Assert.Equal(
            (400, "Ensure this value is greater than or equal to 0."),
            (answer.Status, (string?)OneMachine.Json(answer)["bond_updelay"]![0]));
    }

    [Fact]
    public void A_NIC_knows_no_setting_of_bonds() =>
        Assert.Equal(200, _lab.Node("PUT", "interfaces/eno1/", ("bond_miimon", "abc"), ("mtu", "1500")).Status);

    [Fact]
    public void A_disk_does_not_take_the_name_of_another()
    {
        var disks = _lab.Machine.BlockDevices;
        var (id, name) = (disks[1].Id, disks[1].Name);

        var answer = _lab.Node("PUT", $"blockdevices/{id}/", ("name", disks[0].Name));

        Assert.Equal(400, answer.Status);
        Assert.Contains("Block device with this Node config and Name already exists.", answer.BodyText, StringComparison.Ordinal);
        Assert.Equal(name, disks[1].Name);
        Assert.Equal(200, _lab.Node("PUT", $"blockdevices/{id}/", ("name", name)).Status);
    }

    [Fact]
    public void Swap_is_a_size()
    {
        var answer = _lab.Ask("PUT", $"machines/{_lab.Machine.SystemId}/", null, ("swap_size", "plenty"));

        Assert.Equal((400, "Invalid size for swap: plenty"), (answer.Status, (string?)OneMachine.Json(answer)["swap_size"]![0]));
        _lab.Ask("PUT", $"machines/{_lab.Machine.SystemId}/", null, ("swap_size", "4G"));
        Assert.Equal(4_000_000_000, _lab.Machine.SwapSize);
    }

    private ApiResponse Bond(params (string Name, string Value)[] settings)
    {
        var nics = _lab.Machine.Interfaces.Where(nic => nic.Type == "physical").ToList();
        foreach (var nic in nics)
            _lab.Node("PUT", $"interfaces/{nic.Id}/", ("vlan", $"{_lab.Core.State.Vlans[0].Id}"));
        return _lab.Ask(
            "POST",
            $"nodes/{_lab.Machine.SystemId}/interfaces/",
            "create_bond",
            [("name", "bond0"), .. nics.Select(nic => ("parents", $"{nic.Id}")), .. settings]);
    }
}
