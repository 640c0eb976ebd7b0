using System.Text.Json.Nodes;
using Drydock.Maas.Design;
using Drydock.Maas.Simulator.Resources.Nodes;

namespace Drydock.Maas.Simulator.Tests.Machines;

/// <summary>What a rack controller says of its services.</summary>
public sealed class RackHealthTests
{
    [Theory]
    [InlineData("rackd")]
    [InlineData("dhcpd")]
    [InlineData("http")]
    [InlineData("tftp")]
    public void A_rack_of_a_design_runs_its_services(string service)
    {
        var core = MaasSimulator.CreateCore(new() { Design = new SiteDesign([], [], []) });

        var rack = ControllerJson.Render(core.State, core.State.RackControllers.First());

        Assert.Contains(rack["service_set"]!.AsArray(), entry => IsRunning(entry!, service));
    }

    private static bool IsRunning(JsonNode entry, string service) =>
        entry["name"]!.GetValue<string>() == service && entry["status"]!.GetValue<string>() == "running";
}
