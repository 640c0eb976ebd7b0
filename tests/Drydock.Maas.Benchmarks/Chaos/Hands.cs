using Drydock.Maas.Api;
using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Simulator.Lifecycle;

namespace Drydock.Maas.Benchmarks.Chaos;

/// <summary>What people do to a MAAS while somebody else provisions a site.</summary>
internal static class Hands
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static IReadOnlyList<Hand> All { get; } =
    [
        new("machine deleted", false, (c, _, id) => c.Admin.Machines.DeleteAsync(id, None)) { RepairAsync = EnlistAsync },
        new("machine allocated by another user", false, (c, _, id) => c.Other.Machines.AllocateAsync(id, None))
        {
            Takes = true, RepairAsync = GiveBackAsync,
        },
        new("machine deployed by another user", false, (c, n, id) => c.Other.Machines.DeployAsync(id, new() { DistroSeries = n.Image }, None))
        {
            Takes = true, RepairAsync = GiveBackAsync,
        },
        new("machine released", false, (c, _, id) => c.Admin.Machines.ReleaseAsync(id, new(), None)),
        new("machine released and erased", false, (c, _, id) => c.Admin.Machines.ReleaseAsync(id, new() { Erase = true }, None)),
        new("operation aborted", false, (c, _, id) => c.Admin.Machines.AbortAsync(id, null, None)),
        new("machine marked broken", false, (c, _, id) => c.Admin.Machines.MarkBrokenAsync(id, "smells", None)),
        new("machine switched off", false, (c, _, id) => c.Admin.Machines.PowerOffAsync(id, PowerStopMode.Hard, null, None)),
        new("machine renamed", false, (c, _, id) => c.Admin.Machines.UpdateAsync(id, new() { Hostname = $"renamed-{id}" }, None)),
        new("machine commissioned", false, (c, _, id) => c.Admin.Machines.CommissionAsync(id, new(), None)),
        new("machine tested", false, (c, _, id) => c.Admin.Machines.TestAsync(id, [], false, None)) { RepairAsync = OverrideTestsAsync },
        new("machine locked", false, (c, _, id) => c.Admin.Machines.LockAsync(id, null, None)) { RepairAsync = UnlockAsync },
        new("machine in rescue mode", false, (c, _, id) => c.Admin.Machines.EnterRescueModeAsync(id, None)) { RepairAsync = LeaveRescueAsync },
        new("storage layout changed", false, (c, _, id) => c.Admin.Machines.SetStorageLayoutAsync(id, new() { Layout = "lvm" }, None))
        {
            RepairAsync = ReleaseAsync,
        },
        new("NICs moved to another fabric", false, MoveAsync) { RepairAsync = ReleaseAsync },
        new("link removed", false, UnlinkAsync) { RepairAsync = ReleaseAsync },
        new("owner data changed", false, (c, _, id) => c.Admin.Machines.SetWorkloadAnnotationsAsync(id, Changed, None)),
        new("VLAN changed", true, ChangeVlanAsync),
        new("subnet changed", true, ChangeSubnetAsync),
        new("range deleted", true, DeleteRangeAsync),
        new("tag deleted", true, (c, _, _) => c.Admin.Tags.DeleteAsync("bench", None)),
        new("image withdrawn", true, (c, _, _) => Run(c.Site.WithdrawImages)) { RepairAsync = (c, _) => Run(c.Site.ImportImages) },
        new("MAAS restarted", true, (c, _, _) => c.Site.RestartAsync()),
    ];

    private static Dictionary<string, string> Changed => new() { ["foo"] = "changed" };

    private static Task Run(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private static Task EnlistAsync(HandContext context, DrydockNode node) =>
        Run(() => { if (context.Site.MachineOf(node) is null) context.Site.Enlist(node); });

    private static async Task GiveBackAsync(HandContext context, DrydockNode node) =>
        await context.Other.Machines.ReleaseAsync(context.Site.MachineOf(node)!.SystemId, new(), None);

    /// <summary>
    /// What somebody changed after a machine was set up and before it was deployed is on it then: Compare-DrydockDesign tells, a human releases.
    /// </summary>
    private static Task ReleaseAsync(HandContext context, DrydockNode node)
    {
        var machine = context.Site.MachineOf(node)!;
        return machine.Status is MachineStatus.Deployed or MachineStatus.Deploying
            ? context.Admin.Machines.ReleaseAsync(machine.SystemId, new(), None) : Task.CompletedTask;
    }

    private static async Task DeleteRangeAsync(HandContext context, DrydockNode node, string id)
    {
        var ranges = await context.Admin.IPRanges.ListAsync(None);
        await context.Admin.IPRanges.DeleteAsync(ranges.First(r => r.StartIP!.StartsWith("10.", StringComparison.Ordinal)).Id, None);
    }

    private static async Task OverrideTestsAsync(HandContext context, DrydockNode node) =>
        await context.Admin.Machines.OverrideFailedTestingAsync(context.Site.MachineOf(node)!.SystemId, null, None);

    private static async Task UnlockAsync(HandContext context, DrydockNode node) =>
        await context.Admin.Machines.UnlockAsync(context.Site.MachineOf(node)!.SystemId, null, None);

    private static async Task LeaveRescueAsync(HandContext context, DrydockNode node)
    {
        var id = context.Site.MachineOf(node)!.SystemId;
        await UntilAsync(context, id, m => m.StatusName != "Entering rescue mode");
        await context.Admin.Machines.ExitRescueModeAsync(id, None);
        await UntilAsync(context, id, m => m.StatusName != "Exiting rescue mode");
    }

    private static async Task UntilAsync(HandContext context, string id, Func<Machine, bool> isThere)
    {
        for (var look = 0; look < 100; look++)
        {
            if (isThere(await context.Admin.Machines.GetAsync(id, None)))
                return;
            await Task.Delay(50);
        }
    }

    private static async Task MoveAsync(HandContext context, DrydockNode node, string id)
    {
        var fabric = await context.Admin.Fabrics.CreateAsync($"theirs-{node.Name}", None);
        foreach (var nic in (await context.Admin.Machines.GetAsync(id, None)).Interfaces.Where(i => i.Type == "physical"))
            await context.Admin.Interfaces.UpdateAsync(id, nic.Id, new() { VlanId = fabric.Vlans[0].Id }, None);
    }

    private static async Task UnlinkAsync(HandContext context, DrydockNode node, string id)
    {
        var nics = (await context.Admin.Machines.GetAsync(id, None)).Interfaces.Where(i => i.Links.Count > 0).ToList();
        var nic = nics[context.Random.Next(nics.Count)];
        await context.Admin.Interfaces.UnlinkSubnetAsync(id, nic.Id, nic.Links[0].Id, None);
    }

    private static async Task ChangeVlanAsync(HandContext context, DrydockNode node, string id)
    {
        var vlans = (await context.Admin.Fabrics.ListAsync(None)).SelectMany(f => f.Vlans.Select(v => (Fabric: f.Id, v.Vid))).Where(v => v.Vid > 0).ToList();
        var (fabric, vid) = vlans[context.Random.Next(vlans.Count)];
        await context.Admin.Vlans.UpdateAsync(fabric, vid, new() { Mtu = 1400, Name = "changed" }, None);
    }

    private static async Task ChangeSubnetAsync(HandContext context, DrydockNode node, string id)
    {
        var subnets = (await context.Admin.Subnets.ListAsync(None)).Where(s => s.Cidr.StartsWith("10.", StringComparison.Ordinal)).ToList();
        await context.Admin.Subnets.UpdateAsync(subnets[context.Random.Next(subnets.Count)].Id, new() { Name = "changed", DnsServers = ["10.9.9.9"] }, None);
    }
}
