using Drydock.Maas.Api;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Deploy;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>The kernel that a broken-off deployment leaves behind, which MAAS takes for the next deployment unseen.</summary>
public sealed class LeftKernelTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("focal", true)]
    [InlineData("jammy", false)]
    public async Task Of_another_image_it_is_released_before_the_machine_is_deployed(string left, bool isReleased)
    {
        await using var site = await SimulatedSite.StartAsync(ExampleDesign.Read(["worker01"], text => text.ReplaceLineEndings("\n").Replace("    kernel: ga-22.04\n", "", StringComparison.Ordinal)));
        await site.PrepareAsync(NodeStepKind.Platform, "worker01");
        var client = site.Session.Client.Machines;
        var id = site.Look("worker01", m => m.SystemId);
        await client.DeployAsync(id, new DeployRequest { DistroSeries = left }, Cancel);
        await client.AbortAsync(id, null, Cancel);
        while ((await client.GetAsync(id, Cancel)).StatusName != "Allocated")
            await Task.Yield();
        site.Simulator.ResetRequests();

        var result = await NodeStepRun.Create(site.Session, new DeployStepOptions { BootActionRenderer = new BootActionRenderer(), Timing = SimulatedSite.Timing }, site.Observer)
            .RunAsync(new NodeStepInput { Node = site.Node("worker01") }, Cancel);

        Assert.Equal(StepStatus.Changed, result.Status);
        Assert.Equal(isReleased, site.Simulator.Requests.Any(r => r.Operation == "release"));
        Assert.Equal("jammy", site.Look("worker01", m => m.DistroSeries));
        Assert.Contains("22.04", site.Look("worker01", m => m.HweKernel), StringComparison.Ordinal);
    }
}
