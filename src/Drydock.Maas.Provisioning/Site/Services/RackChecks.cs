using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Site.Services;

/// <summary>One check of all rack controllers, and one of each with its services.</summary>
internal static class RackChecks
{
    public static IEnumerable<ConnectionCheck> CheckAll(IReadOnlyList<RackController> racks)
    {
        if (racks.Count == 0)
            return [new("RackControllers", CheckStatus.Failed, "MAAS has no rack controller, so that nothing can boot.")];
        return racks.OrderBy(r => r.Hostname, StringComparer.Ordinal).Select(CheckRack).Prepend(Summarize(racks));
    }

    private static ConnectionCheck Summarize(IReadOnlyList<RackController> racks)
    {
        var healthy = racks.Count(RackHealth.IsHealthy);
        var status = healthy == 0 ? CheckStatus.Failed : healthy < racks.Count ? CheckStatus.Warning : CheckStatus.Passed;
        return new("RackControllers", status,
            $"{healthy} of {racks.Count} rack controllers are healthy.") { Services = [.. racks.SelectMany(r => r.Services)] };
    }

    private static ConnectionCheck CheckRack(RackController rack)
    {
        var faults = RackHealth.Faults(rack);
        List<string> parts = [.. faults, .. Names(rack, "running", "running"), .. Names(rack, "off", "not needed")];
        return new(rack.Hostname, faults.Count == 0 ? CheckStatus.Passed : CheckStatus.Warning,
            $"{string.Join("; ", parts)}.") { Services = rack.Services };
    }

    private static IEnumerable<string> Names(RackController rack, string status, string label)
    {
        var names = string.Join(", ", rack.Services.Where(s => s.Status == status).Select(s => s.Name).Order(StringComparer.Ordinal));
        if (names.Length > 0)
            yield return $"{label}: {names}";
    }
}
