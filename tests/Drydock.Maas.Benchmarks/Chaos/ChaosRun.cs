using Drydock.Maas.Design;
using Drydock.Maas.Design.BootActions;
using Drydock.Maas.Provisioning.Tasks;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Benchmarks.Chaos;

/// <summary>Runs the whole of a site: its networks, then its machines up to their deployment.</summary>
internal static class ChaosRun
{
    private static readonly DrydockTaskAction[] Actions = [DrydockTaskAction.PrepareSite, DrydockTaskAction.PrepareNodes, DrydockTaskAction.DeployNodes];

    /// <summary>Minutes; short of what anything takes that does not hang.</summary>
    private static readonly Dictionary<string, double> Timeouts = new() { ["configure_hardware"] = 0.1, ["deploy_node"] = 0.1 };

    /// <summary>The results as far as the token let them come.</summary>
    public static async Task<IReadOnlyList<DrydockTaskResult>> RunAsync(MaasSession session, SiteDesign site, ITaskObserver observer, CancellationToken token)
    {
        var results = new List<DrydockTaskResult>();
        try
        {
            foreach (var action in Actions)
            {
                var request = new TaskRequest
                {
                    Settings = new() { Action = action, Timeouts = Timeouts },
                    Site = site,
                    Nodes = site.Nodes,
                    Timing = new() { PollInterval = TimeSpan.FromMilliseconds(200) },
                    BootActionRenderer = new BootActionRenderer(),
                };
                using var run = TaskRun.Create(session, request, observer);
                results.Add(await run.RunAsync(token));
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // As Ctrl+C ends it.
        }

        return results;
    }
}
