using Drydock.Maas.Design;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Provisioning.Drift;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Network;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Provisioning.Tests.EndToEnd;

/// <summary>Bridges of a design, from its documents to a deployed machine and away again.</summary>
public sealed class BridgeTests
{
    private const string Node = "control01";
    private const string Interfaces = "      networks: [mgmt, storage]\n";

    private const string Bridges = """
              networks: [mgmt, storage]
            br-mgmt:
              slaves: [bond0]
              bridge: {stp: true, forward_delay: 4}
            br-storage:
              slaves: [bond0/storage]
              bridge: {type: ovs}
            br-pxe:
              slaves: [pxe]
              bridge: {}

        """;

    [Fact]
    public async Task Bridges_reach_a_deployed_machine_and_a_second_run_writes_nothing()
    {
        await using var site = await StartAsync(Bridges);
        await site.PrepareAsync(NodeStepKind.Deploy, Node);
        Assert.Equal(
            ["br-mgmt on bond0 standard", "br-pxe on enp2s0 standard", "br-storage on bond0.203 ovs"],
            site.Look(Node, m => Shown(m).Order(StringComparer.Ordinal).ToList()));
        Assert.Equal(MachineStatus.Deployed, site.Look(Node, m => m.Status));

        site.Simulator.ResetRequests();
        await site.PrepareAsync(NodeStepKind.Deploy, Node);
        Assert.Equal(0, site.Writes);
        Assert.Empty(await CompareAsync(site));
    }

    [Fact]
    public async Task Bridges_that_the_design_no_longer_has_leave_their_addresses_to_what_they_stood_on()
    {
        await using var site = await StartAsync(Bridges);
        await site.PrepareAsync(NodeStepKind.Network, Node);
        var design = Read(Interfaces);
        var run = NodeStepRun.Create(site.Session, new NetworkStepOptions { Timing = SimulatedSite.Timing }, site.Observer);
        var result = await run.RunAsync(new NodeStepInput { Node = design.FindNode(Node)! }, TestContext.Current.CancellationToken);
        Assert.Null(result.Error);
        Assert.Empty(site.Look(Node, m => Shown(m).ToList()));
        Assert.Contains(site.Look(Node, m => m.Interfaces.Single(i => i.Name == "bond0").Links.Select(l => l.Mode).ToList()), m => m == "static");

        site.Simulator.ResetRequests();
        Assert.Empty((await run.RunAsync(new NodeStepInput { Node = design.FindNode(Node)! }, TestContext.Current.CancellationToken)).Changes);
        Assert.Equal(0, site.Writes);
    }

    private static IEnumerable<string> Shown(SimulatedMachine machine) => machine.Interfaces.Where(i => i.Type == "bridge")
        .Select(i => $"{i.Name} on {i.Parents.Single().Name} {i.Params!["bridge_type"]}");

    private static async Task<IEnumerable<string>> CompareAsync(SimulatedSite site)
    {
        var drift = await DesignComparison.Create(site.Session, new ComparisonOptions { BootActionRenderer = new BootActionRenderer() })
            .CompareAsync(site.Design, null, TestContext.Current.CancellationToken);
        return drift.Where(d => d.Target == Node).Select(d => d.ToString());
    }

    private static Task<SimulatedSite> StartAsync(string interfaces) => SimulatedSite.StartAsync(Read(interfaces));

    /// <summary>The example site whose nodes have these interfaces beside that for PXE.</summary>
    private static SiteDesign Read(string interfaces)
    {
        var folder = Path.Combine(TestFolders.Root, "examples", "site");
        var sources = Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(f => Path.GetFileName(f) == "profiles.yaml"
            ? DesignSource.FromText(f, Changed(File.ReadAllText(f).ReplaceLineEndings("\n"), interfaces))
            : DesignSource.FromFile(f));
        return DesignReader.Read([.. sources], null, TestContext.Current.CancellationToken);
    }

    private static string Changed(string text, string interfaces)
    {
        Assert.Contains(Interfaces, text, StringComparison.Ordinal);
        return text.Replace(Interfaces, interfaces.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
