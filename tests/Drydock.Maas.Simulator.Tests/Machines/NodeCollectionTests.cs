namespace Drydock.Maas.Simulator.Tests.Machines;

/// <summary>What can be asked of all collections of nodes.</summary>
public sealed class NodeCollectionTests
{
    private readonly OneMachine _lab = new();

    [Theory]
    [InlineData("machines/")]
    [InlineData("nodes/")]
    [InlineData("devices/")]
    public void Nodes_are_put_into_a_zone_by_its_name(string path)
    {
        _lab.Ask("POST", "zones/", null, ("name", "east"));

        Assert.Equal(200, _lab.Ask("POST", path, "set_zone", ("zone", "east"), ("nodes", _lab.Machine.SystemId)).Status);
        Assert.Equal("east", _lab.Machine.Zone.Name);
    }

    [Theory]
    [InlineData("nosuch", "Some of the given system ids are invalid system ids.")]
    [InlineData("", "Some of the given system ids are invalid system ids.")]
    [InlineData(null, "No node selected.")]
    public void Nodes_that_there_are_not_cannot_be_put_anywhere(string? node, string told)
    {
        var answer = _lab.Ask("POST", "machines/", "set_zone", node is null ? [("zone", "default")] : [("zone", "default"), ("nodes", node)]);

        Assert.Equal((400, told), (answer.Status, OneMachine.Json(answer)["system_id"]![0]!.GetValue<string>()));
    }

    [Fact]
    public void Who_is_no_administrator_can_put_nothing_anywhere()
    {
        _lab.Core.State.Users.Add(new() { Id = 7, Username = "user", Email = "", IsSuperuser = false });

        Assert.Equal(400, _lab.AskAs("user", "POST", "machines/", "set_zone", ("zone", "default"), ("nodes", _lab.Machine.SystemId)).Status);
    }

    [Theory]
    [InlineData("chassis_type=nosuch&hostname=h", 400)]
    [InlineData("chassis_type=virsh&hostname=h", 200)]
    [InlineData("chassis_type=virsh&hostname=h&username=u", 400)]
    [InlineData("chassis_type=ucsm&hostname=h&username=u", 400)]
    [InlineData("chassis_type=ucsm&hostname=h&username=u&password=p", 200)]
    [InlineData("chassis_type=proxmox&hostname=h&username=u&token_name=t", 400)]
    [InlineData("chassis_type=vmware&hostname=h&username=u&password=p&port=0", 400)]
    [InlineData("chassis_type=virsh&hostname=h&rack_controller=nosuch", 404)]
    public void Chassis_are_asked_for_by_what_their_kind_takes(string form, int status) => Assert.Equal(
        status,
        _lab.Ask("POST", "machines/", "add_chassis", [.. form.Split('&').Select(field => (field.Split('=')[0], field.Split('=')[1]))]).Status);
}
