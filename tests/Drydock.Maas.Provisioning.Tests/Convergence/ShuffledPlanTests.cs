using System.Globalization;
using Drydock.Maas.Api;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;
using Drydock.Maas.Provisioning.Nodes.Commission;
using Drydock.Maas.Provisioning.Nodes.Deploy;
using Drydock.Maas.Provisioning.Nodes.Identity;
using Drydock.Maas.Provisioning.Nodes.Network;
using Drydock.Maas.Provisioning.Nodes.Release;
using Drydock.Maas.Provisioning.Nodes.Storage;
using Drydock.Maas.Provisioning.Site.Access;
using Drydock.Maas.Provisioning.Site.Network;
using Drydock.Maas.Provisioning.Tests.Builders;
using Drydock.Maas.Provisioning.Tests.Drift;
using Drydock.Maas.Provisioning.Tests.EndToEnd;
using Drydock.Maas.Provisioning.Tests.InProcess;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;
using static Drydock.Maas.Provisioning.Tests.InProcess.InProcessMaas;

namespace Drydock.Maas.Provisioning.Tests.Convergence;

/// <summary>
/// The order of a plan follows from what its operations require, whatever order they were planned in: MAAS takes every one of them, and nothing
/// is left to do then.
/// </summary>
public sealed class ShuffledPlanTests
{
    private const int PairsOfOneMachine = 15;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Plans_of_site_and_node_can_be_carried_out(int seed)
    {
        var random = new Random(seed);
        using var maas = await InProcessMaas.StartAsync(RandomSite.Hardware());
        maas.Commission();
        for (var pair = 1; pair <= PairsOfOneMachine; pair++)
        {
            var last = Plan.Empty;
            try
            {
                await ConvergeAsync(maas, random, plan => last = Shuffle(plan, random));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                throw new InvalidOperationException(
                    string.Create(CultureInfo.InvariantCulture, $"seed {seed}, pair {pair}: {e.Message} Carried out: {string.Join("; ", last.InWords())}"), e);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_removal_of_what_is_not_in_the_design_can_be_carried_out(int seed)
    {
        using var site = await DriftSite.StartAsync(deployed: false);
        AddStale(site);
        var step = SiteStepFactory.Create(site.Maas.Session, new SiteNetworkStepOptions { Prune = true }, new QuietObserver());
        var parts = await step.PlanAsync(site.Maas.Design, Token);
        Assert.Contains(parts, p => p.Target == "fabric gp" && p.Changes.Count > 5);

        await ApplyAsync(Shuffle(Plan.Join([.. parts.Select(p => p.Plan)]), new Random(seed)), site.Maas.Session.Client, step.Executor);

        Assert.Empty((await step.PlanAsync(site.Maas.Design, Token)).SelectMany(p => p.Changes.Select(c => c.ToString())));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_machine_is_deployed_after_all_else(int seed)
    {
        using var maas = await InProcessMaas.StartAsync(DriftDesign.Create());
        SecondRack.AddTo(maas.State);
        maas.Commission();
        await maas.RunSiteAsync();
        var (node, machine) = (maas.Design.Nodes[0], maas.State.Nodes.OfType<SimulatedMachine>().First());
        INodeStep step = new DeployStep(maas.Session, new DeployStepOptions { AllowUnprepared = true, BootActionTag = true });
        var present = await maas.Session.Client.Machines.GetAsync(machine.SystemId, Token);
        var plan = await step.PlanAsync(new NodeObservation(node, present, new QuietObserver()) { IsFollowUp = true }, Token);
        Assert.Contains(plan.Operations, o => o is InterfaceOperation);
        Assert.Contains(plan.Operations, o => o is StorageOperation);

        await ApplyAsync(Shuffle(plan, new Random(seed)), new MachineContext(maas.Session.Client, present, new QuietObserver(), node.Name), step.Executor);

        Assert.Equal(MachineStatus.Deploying, machine.Status);
    }

    [Fact]
    public void A_machine_has_its_name_and_its_failed_tests_are_passed_over_before_it_is_commissioned()
    {
        var machine = Machines.In("Failed testing");
        Operation[] operations =
            [new CommissionMachine(machine, new CommissionRequest()), new OverrideFailedTests(machine), new SetIdentity(machine, "node1", null, null, null)];

        Assert.IsType<CommissionMachine>(new Plan(operations).Operations[^1]);
    }

    [Fact]
    public void A_machine_is_free_and_manual_before_it_is_deleted()
    {
        var machine = Machines.In("Deployed");
        Operation[] operations = [new DeleteMachine(machine), new SetManualPower(machine), new ReleaseMachine(machine, new ReleaseRequest())];

        Assert.IsType<DeleteMachine>(new Plan(operations).Operations[^1]);
    }

    [Fact]
    public void A_repository_goes_when_all_others_are_there()
    {
        Operation[] operations = [new DeleteRepository(new Models.PackageRepository { Name = "old" }), new CreateTagDefinition("compute", "//node")];

        Assert.IsType<DeleteRepository>(new Plan(operations).Operations[^1]);
    }

    private static async Task ConvergeAsync(InProcessMaas maas, Random random, Func<Plan, Plan> arrange)
    {
        var others = new OtherPeople(maas, random);
        for (var acts = random.Next(8); acts > 0; acts--)
            others.Act();
        var run = new PairRun(maas, RandomSite.Next(random)) { Arrange = arrange };
        await run.ApplySiteAsync();
        foreach (var kind in PairRun.Kinds)
            await run.ApplyAsync(kind);
        Assert.Empty(await run.RemainingAsync());
    }

    /// <summary>A VLAN with a subnet, ranges, DHCP and routes, one that relays to it, and one that stays and loses its DHCP.</summary>
    private static void AddStale(DriftSite site)
    {
        var (maas, fabric) = (site.Maas, site.Vlan("gp", 110).Fabric.Id);
        foreach (var tag in new[] { 700, 701 })
            maas.Ask("POST", $"fabrics/{fabric}/vlans/", null, ("vid", Text(tag)), ("name", $"old{tag}"));
        foreach (var (tag, third) in new[] { (700, 70), (701, 71) })
        {
            maas.Ask("POST", "subnets/", null, ("cidr", $"10.{third}.0.0/24"), ("vlan", Text(site.Vlan("gp", tag).Id)));
            var subnet = Text(site.Subnet($"10.{third}.0.0/24").Id);
            maas.Ask("POST", "ipranges/", null, ("type", "dynamic"), ("start_ip", $"10.{third}.0.10"), ("end_ip", $"10.{third}.0.20"), ("subnet", subnet));
        }

        maas.Ask("POST", "static-routes/", null,
            ("source", Text(site.Subnet("10.70.0.0/24").Id)), ("destination", Text(site.Subnet("10.71.0.0/24").Id)), ("gateway_ip", "10.70.0.1"));
        site.OnVlan("gp", 701, "PUT", ("relay_vlan", Text(site.Vlan("gp", 700).Id)));
    }

    private static Plan Shuffle(Plan plan, Random random)
    {
        var operations = plan.Operations.ToArray();
        random.Shuffle(operations);
        return new(operations) { FollowUp = plan.FollowUp };
    }

    private static Task ApplyAsync<T>(Plan plan, T context, IOperationExecutor<T> executor) =>
        PlanExecutor.ApplyAsync(plan, context, executor, "node1", new QuietObserver(), new List<PlannedChange>(), Token);
}
