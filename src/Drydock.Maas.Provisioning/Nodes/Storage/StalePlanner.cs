using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>
/// Plans the end of what stands in the design's way, and what leaves the volume groups that stay: the upper layers first.
/// </summary>
internal static class StalePlanner
{
    public static void Plan(PlanBuilder<MachineContext> builder, ObservedStorage observed)
    {
        foreach (var (_, plan) in Layers(builder, observed).OrderByDescending(l => l.Layer))
            plan();
    }

    private static IEnumerable<(int Layer, Action Plan)> Layers(PlanBuilder<MachineContext> builder, ObservedStorage observed)
    {
        var layers = observed.Layers;
        foreach (var group in observed.StaleGroups())
            yield return (layers.Of(group), () => VolumeGroupPlanner.PlanDelete(builder, group));
        foreach (var group in observed.Desired.VolumeGroups)
        {
            if (observed.Group(group) is { } present)
                yield return (layers.Of(present), () => VolumeGroupPlanner.PlanRoom(builder, group, observed));
        }

        foreach (var group in observed.ForeignGroups())
            yield return (layers.Of(group), () => VolumeGroupPlanner.PlanNames(builder, group, observed.Desired));
        foreach (var bcache in observed.Bcaches.Stale())
            yield return (layers.Of(bcache), () => BcachePlanner.PlanDelete(builder, bcache, observed));
        foreach (var set in observed.Bcaches.StaleSets())
            yield return (layers.Of(set), () => BcachePlanner.PlanDelete(builder, set, observed));
        foreach (var raid in observed.Raids.Stale())
            yield return (layers.Of(raid), () => RaidPlanner.PlanDelete(builder, raid, observed));
    }
}
