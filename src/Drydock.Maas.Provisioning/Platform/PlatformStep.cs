using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Plans;
using Drydock.Maas.Provisioning.Steps;

namespace Drydock.Maas.Provisioning.Platform;

/// <summary>Sets kernel parameters and static tags.</summary>
internal sealed class PlatformStep(MaasSession session, StepOptions options) : INodeStep
{
    private readonly TagBoard _board = new(session.Client);

    public string Name => "Platform";

    public async Task<Plan<MachineContext>> PlanAsync(NodeObservation observation, CancellationToken token)
    {
        var node = observation.Node;
        var present = new Dictionary<string, Tag>(StringComparer.Ordinal);
        foreach (var name in node.Tags.Append(PlatformPlanner.KernelTag(node)).Distinct(StringComparer.Ordinal))
        {
            if (await _board.FindAsync(name, token).ConfigureAwait(false) is { } tag)
                present[name] = tag;
        }

        var plan = PlatformPlanner.Plan(node, observation.Machine, present, _board);
        return options.Prune ? Plan<MachineContext>.Join([plan, PrunePlanner.Plan(node, observation.Machine, _board)]) : plan;
    }
}
