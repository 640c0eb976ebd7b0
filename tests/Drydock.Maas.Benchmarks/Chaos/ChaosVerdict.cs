using Drydock.Maas.Planning;
using Drydock.Maas.Simulation;
using Drydock.Maas.Tasks;

namespace Drydock.Maas.Benchmarks.Chaos;

/// <summary>What no run may do, whatever goes wrong.</summary>
internal static class ChaosVerdict
{
    /// <summary>Errors are ours, say something, and are those of the nodes that were struck.</summary>
    public static IEnumerable<string> OfFirstRun(ChaosPlan plan, IReadOnlyList<Deed> deeds, IReadOnlyList<DrydockTaskResult> results)
    {
        var errors = results.SelectMany(r => r.Steps).SelectMany(s => s.Results).Where(r => r.Error is not null).ToList();
        foreach (var result in errors.Where(r => r.Error is not MaasException || r.Error.Message.Length < 20))
            yield return $"{result} ended with {result.Error!.GetType().Name}: {result.Error.Message}";
        if (!plan.SparesOthers)
            yield break;
        var touched = deeds.Select(d => d.Node.Name).Concat(plan.Faults.Select(f => f.Machine).OfType<string>()).ToHashSet(StringComparer.Ordinal);
        if (plan.Faults.Any(f => f.Machine is null))
            yield break;
        foreach (var result in errors.Where(r => !touched.Contains(r.Target)))
            yield return $"{result}, which nobody touched: {result.Error!.Message}";
    }

    /// <summary>Nothing was deployed twice that had not failed, and nothing released, broken off or removed that was not to be.</summary>
    public static IEnumerable<string> OfRequests(ChaosSite site, ChaosPlan plan, IReadOnlyList<Deed> deeds)
    {
        var touched = deeds.Select(d => d.SystemId).ToHashSet(StringComparer.Ordinal);
        var hangs = plan.Faults.Any(f => f.Kind is SimulatorFaultKind.CommissioningHang or SimulatorFaultKind.DeploymentHang);
        foreach (var machine in site.Requests.Where(r => r.Status is > 0 and < 300 && r.IsWrite).GroupBy(GetId).Where(g => g.Key is not null))
        {
            var failures = site.CountFailures(machine.Key!);
            var aborts = Count(machine, "abort");
            if (machine.Any(r => r.Method == "DELETE" && r.RelativePath == $"machines/{machine.Key}/") && !touched.Contains(machine.Key!))
                yield return $"{machine.Key} was deleted";
            if (touched.Contains(machine.Key!))
                continue;
            if (Count(machine, "deploy") > 1 + failures + aborts)
                yield return $"{machine.Key} was deployed {Count(machine, "deploy")} times after {failures} failures";
            // Two operators may both give back what failed before either begins anew.
            if (Count(machine, "release") > failures * (plan.HasSecondOperator ? 2 : 1))
                yield return $"{machine.Key} was released {Count(machine, "release")} times after {failures} failures";
            if (aborts > 0 && !hangs)
                yield return $"{machine.Key} was broken off and did not hang";
        }
    }

    private static int Count(IEnumerable<SimulatedRequest> requests, string operation) => requests.Count(r => r.Operation == operation);

    private static string? GetId(SimulatedRequest request) => request.RelativePath.Split('/') is ["machines", { Length: > 0 } id, ..] ? id : null;
}
