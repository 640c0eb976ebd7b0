using System.Text;
using Drydock.Maas.Design;
using Drydock.Maas.Simulator.Hosting;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;
using Microsoft.Extensions.Time.Testing;

namespace Drydock.Maas.Simulator.Tests.Machines;

/// <summary>Tags that machines get by what lshw tells of them.</summary>
public sealed class TagDefinitionTests
{
    private readonly FakeTimeProvider _time = new(new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly SimulatorCore _core;
    private readonly SimulatedMachine _machine;

    public TagDefinitionTests()
    {
        var node = new DrydockNode
        {
            Name = "node1",
            HardwareProfile = new HardwareProfile
            {
                Name = "server", DeviceAliases = [new() { Alias = "nic1", Address = "0000:01:00.0", BusType = "pci" }],
            },
            Interfaces = [new NodeInterface { Name = "nic1", NetworkLink = "gp", Slaves = ["nic1"] }],
        };
        _core = MaasSimulator.CreateCore(new() { Design = new SiteDesign([], [], [node]), TimeProvider = _time, Speed = 1 });
        _machine = _core.State.Nodes.OfType<SimulatedMachine>().Single();
        _machine.CommissioningPassed = true;
    }

    [Theory]
    [InlineData("//node[@class=\"network\"]", true)]
    [InlineData("//node[@class=\"display\"]", false)]
    [InlineData("//lshw:node[@class=\"network\"]", true)]
    [InlineData("count(//node[@class=\"network\"]) > 7", false)]
    [InlineData("count(//nosuch)", false)]
    [InlineData("//other:node", false)]
    public void A_machine_gets_a_tag_whose_definition_it_matches(string definition, bool matches)
    {
        Ask("POST", "tags/", $"name=t&definition={Uri.EscapeDataString(definition)}");
        Settle();

        Assert.Equal(matches, _machine.Tags.Exists(tag => tag.Name == "t"));
    }

    [Theory]
    [InlineData("count(", 200)]
    [InlineData("count()", 200)]
    [InlineData("//node[nosuch(", 400)]
    [InlineData("//node[", 400)]
    [InlineData("(", 400)]
    public void A_call_left_open_at_the_end_is_a_definition_and_another_open_bracket_is_none(string definition, int status) =>
        Assert.Equal(status, Send("POST", "tags/", $"name=t&definition={Uri.EscapeDataString(definition)}").Status);

    [Fact]
    public void A_definition_is_looked_for_in_controllers_too()
    {
        var rack = new SimulatedController { Id = 900, SystemId = "rack00", Hostname = "rack", Kind = SimulatedController.Rack, Domain = _core.State.Domains[0], Zone = _core.State.Zones[0] };
        _core.State.Nodes.Add(rack);
        Ask("POST", "tags/", "name=all&definition=1");
        Settle();

        Assert.Contains(rack.Tags, tag => tag.Name == "all");
    }

    [Fact]
    public void Machines_are_looked_through_only_after_the_answer()
    {
        Ask("POST", "tags/", "name=t&definition=//node");
        Ask("GET", "tags/t/", "");

        Assert.Empty(_machine.Tags);
    }

    [Fact]
    public void A_machine_loses_a_tag_whose_definition_it_matches_no_more()
    {
        Ask("POST", "tags/", "name=t&definition=//node");
        Settle();
        Ask("PUT", "tags/t/", "definition=//nosuch");
        Settle();

        Assert.Empty(_machine.Tags);
    }

    [Fact]
    public void A_tag_that_has_lost_its_definition_keeps_its_machines()
    {
        Ask("POST", "tags/", "name=t&definition=//node");
        Settle();
        Ask("PUT", "tags/t/", "definition=");
        Settle();

        Assert.Single(_machine.Tags);
    }

    private void Settle()
    {
        _time.Advance(TimeSpan.FromSeconds(2));
        Ask("GET", "tags/", "");
    }

    private void Ask(string method, string path, string form) => Assert.Equal(200, Send(method, path, form).Status);

    private ApiResponse Send(string method, string path, string form)
    {
        var request = new ApiRequest(method, Router.ApiRoot + path);
        if (form.Length > 0)
            request = request with { ContentType = "application/x-www-form-urlencoded", Body = Encoding.UTF8.GetBytes(form) };
        return _core.HandleAs(_core.State.Users.First(user => user.Username == "admin"), request);
    }
}
