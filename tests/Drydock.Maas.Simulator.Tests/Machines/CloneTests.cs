namespace Drydock.Maas.Simulator.Tests.Machines;

/// <summary>Storage and interfaces of one machine put on others.</summary>
public sealed class CloneTests
{
    private readonly OneMachine _lab = new(others: 1);

    private string Source => _lab.Machines[0].SystemId;

    private string Destination => _lab.Machines[1].SystemId;

    [Fact]
    public void Storage_is_made_anew_on_the_destination()
    {
        _lab.Do("set_storage_layout", ("storage_layout", "lvm"), ("vg_name", "system"));

        var answer = _lab.Ask("POST", "machines/", "clone", ("source", Source), ("destinations", Destination), ("storage", "true"));

        Assert.Equal(204, answer.Status);
        var group = Assert.Single(_lab.Machines[1].VolumeGroups);
        Assert.Equal("system", group.Name);
        Assert.Equal("system-lvroot", Assert.Single(group.Volumes).FullName);
        Assert.NotEqual(_lab.Machines[0].VolumeGroups[0].Id, group.Id);
    }

    [Fact]
    public void Bonds_are_made_anew_on_the_destination()
    {
        var nics = _lab.Machines[0].Interfaces.Select(nic => ("parents", $"{nic.Id}"));
        _lab.Ask("PUT", $"nodes/{Source}/interfaces/eno2/", null, ("vlan", $"{_lab.Machines[0].Interfaces[0].Vlan!.Id}"));
        _lab.Ask("POST", $"nodes/{Source}/interfaces/", "create_bond", [("name", "bond0"), .. nics]);

        var answer = _lab.Ask("POST", "machines/", "clone", ("source", Source), ("destinations", Destination), ("interfaces", "true"));

        Assert.Equal(204, answer.Status);
        var bond = Assert.Single(_lab.Machines[1].Interfaces, nic => nic.Name == "bond0");
        Assert.All(bond.Parents, parent => Assert.Same(_lab.Machines[1], parent.Node));
    }

    [Fact]
    public void A_clone_of_nothing_is_refused()
    {
        var answer = _lab.Ask("POST", "machines/", "clone", ("source", Source), ("destinations", Destination));

        Assert.Equal(400, answer.Status);
        Assert.Equal("Either storage or interfaces must be true.", OneMachine.Json(answer)["__all__"]![0]!.GetValue<string>());
    }

    [Fact]
    public void A_machine_is_not_cloned_onto_itself()
    {
        var answer = _lab.Ask("POST", "machines/", "clone", ("source", Source), ("destinations", Source), ("storage", "true"));

        Assert.Contains("cannot be a destination machine", answer.BodyText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nosuch", "[\"Select a valid choice. nosuch is not one of the available choices.\",\"This field is required.\"]")]
    [InlineData("", "[\"This field is required.\"]")]
    public void A_source_that_there_is_not_is_told(string source, string told)
    {
        var answer = _lab.Ask("POST", "machines/", "clone", ("source", source), ("destinations", Destination), ("storage", "true"));

        Assert.Equal((400, told), (answer.Status, OneMachine.Json(answer)["source"]!.ToJsonString()));
    }

    [Fact]
    public void Who_is_no_administrator_finds_no_destinations()
    {
        _lab.Core.State.Users.Add(new() { Id = 7, Username = "user", Email = "", IsSuperuser = false });

        var answer = _lab.AskAs("user", "POST", "machines/", "clone", ("source", Source), ("destinations", Destination), ("storage", "true"));

        Assert.Equal(
            $"Machine 1 is invalid: Select a valid choice. {Destination} is not one of the available choices.",
            OneMachine.Json(answer)["destinations"]![0]!.GetValue<string>());
    }
}
