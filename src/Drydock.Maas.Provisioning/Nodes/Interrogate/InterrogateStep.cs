using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;
using Drydock.Maas.Provisioning.Engine.Steps;

namespace Drydock.Maas.Provisioning.Nodes.Interrogate;

/// <summary>Reads what MAAS holds about machines from their building.</summary>
internal sealed class InterrogateStep(MaasSession session, InterrogateStepOptions options) : INodeStep
{
    private readonly BuildDataReader _reader = new(session, options.Timing.TimeProvider);

    public string Name => "Interrogate";

    public bool IsReadOnly => true;

    public Task<Plan> PlanAsync(NodeObservation observation, CancellationToken token) =>
        Task.FromResult(Plan.Empty);

    public Task<IReadOnlyList<BuildData>> CollectAsync(NodeObservation observation, bool hasFailed, CancellationToken token) =>
        _reader.ReadAsync(
            observation.Node,
            observation.Machine,
            [ScriptOutput.Commissioning, ScriptOutput.Testing, ScriptOutput.Installation],
            token);
}

/// <summary>Options of reading build data.</summary>
public sealed record InterrogateStepOptions : NodeStepOptions;
