using Drydock.Maas.Design;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Plans;
using Drydock.Maas.Provisioning.SiteNetwork;

namespace Drydock.Maas.Provisioning;

/// <summary>Sets up fabrics, VLANs, subnets, ranges, DHCP, domains and static routes of a site: observe, plan, ask, apply.</summary>
public sealed class SiteNetworkRun
{
    private const int MaxPlans = 4;
    private readonly MaasSession _session;
    private readonly StepOptions _options;
    private readonly IStepHost _host;

    private SiteNetworkRun(MaasSession session, StepOptions options, IStepHost host)
    {
        _session = session;
        _options = options;
        _host = host;
    }

    /// <summary>Makes a run.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="options">How it is carried out.</param>
    /// <param name="host">Whom it works for.</param>
    public static SiteNetworkRun Create(MaasSession session, StepOptions options, IStepHost host) => new(session, options, host);

    /// <summary>Sets up the site; one result per network. Never throws, except when cancelled: what goes wrong is in the results.</summary>
    public async Task<IReadOnlyList<DrydockStepResult>> RunAsync(SiteDesign site, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(site);
        var start = _options.TimeProvider.GetUtcNow();
        var works = site.Networks.ToDictionary(n => n.Name, n => new NetworkWork(n, start), StringComparer.Ordinal);
        try
        {
            await WorkAsync(site, works, token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !token.IsCancellationRequested)
        {
            foreach (var work in works.Values.Where(w => w.Ended is null))
                work.Error ??= e;
        }

        var now = _options.TimeProvider.GetUtcNow();
        return [.. site.Networks.Select(n => works[n.Name].ToResult(now))];
    }

    private async Task WorkAsync(SiteDesign site, Dictionary<string, NetworkWork> works, CancellationToken token)
    {
        for (var round = 1; ; round++)
        {
            var snapshot = await SiteSnapshotReader.ReadAsync(_session.Client, site, token).ConfigureAwait(false);
            var plans = SiteNetworkPlanner.Plan(site, snapshot);
            foreach (var plan in plans)
                Take(plan, works[plan.Network.Name]);
            var open = plans.Where(p => works[p.Network.Name] is { Error: null, Ended: null }).ToList();
            if (round == 1 && !await ApproveAsync(site, open, works, token).ConfigureAwait(false))
                return;
            if (await ApplyAsync(open, works, new SiteContext(_session.Client, snapshot), round, token).ConfigureAwait(false))
                return;
        }
    }

    private static void Take(NetworkPlan plan, NetworkWork work)
    {
        work.Say(plan.Main.Build().Messages);
        if (plan.SkippedBecause is { } reason)
        {
            work.Ended = StepStatus.Skipped;
            work.Say([reason]);
        }

        work.Error ??= plan.Error;
    }

    /// <summary>Asks once for the whole site; with -WhatIf the answer is always no, and the plans are the results.</summary>
    private async Task<bool> ApproveAsync(SiteDesign site, List<NetworkPlan> plans, Dictionary<string, NetworkWork> works, CancellationToken token)
    {
        var changes = plans.SelectMany(Changes).ToList();
        if (changes.Count == 0)
            return true;
        var yes = await _host.ApproveAsync("SiteNetwork", $"site {site.Name}", changes, token).ConfigureAwait(false);
        if (yes && !_host.PlanOnly)
            return true;
        foreach (var plan in plans)
        {
            var work = works[plan.Network.Name];
            var planned = Changes(plan).ToList();
            if (_host.PlanOnly)
                work.Changes.AddRange(planned);
            work.Ended = planned.Count == 0 ? StepStatus.Unchanged : _host.PlanOnly ? StepStatus.Planned : StepStatus.Skipped;
        }

        return false;
    }

    /// <summary>Applies plan after plan; false when MAAS moved meanwhile and it is worth planning again.</summary>
    private async Task<bool> ApplyAsync(
        List<NetworkPlan> plans, Dictionary<string, NetworkWork> works, SiteContext context, int round, CancellationToken token)
    {
        var parts = plans.Select(p => (p.Network.Name, Plan: p.Main.Build())).Concat(plans.Select(p => (p.Network.Name, Plan: p.Routes.Build())));
        foreach (var (name, plan) in parts)
        {
            var work = works[name];
            if (work.Error is not null)
                continue;
            try
            {
                await PlanExecutor.ApplyAsync(plan, context, name, _host, work.Changes, token).ConfigureAwait(false);
            }
            catch (MaasException e) when (PlanExecutor.WorldMoved(e) && round < MaxPlans)
            {
                _host.Verbose($"{name}: {e.Message} Observing and planning again.");
                return false;
            }
            catch (MaasException e)
            {
                work.Error = e;
            }
        }

        return true;
    }

    private static IEnumerable<PlannedChange> Changes(NetworkPlan plan) => plan.Main.Build().Changes.Concat(plan.Routes.Build().Changes);
}
