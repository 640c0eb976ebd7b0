using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Plans;

namespace Drydock.Maas.Provisioning.Steps;

/// <summary>A step: reads what its planner needs, plans, and waits for what the plan set going. One instance serves all nodes of a command.</summary>
internal interface INodeStep
{
    /// <summary>The name results carry.</summary>
    string Name { get; }

    /// <summary>Plans the step for a machine as it is now; throws <see cref="NodeException"/> when it cannot be done.</summary>
    Task<Plan<MachineContext>> PlanAsync(NodeObservation observation, CancellationToken token);

    /// <summary>Waits for what was set going and answers the machine as it is then.</summary>
    /// <param name="observation">The node, with the machine as it is after the writes.</param>
    /// <param name="token">Ends the waiting.</param>
    Task<Machine> CompleteAsync(NodeObservation observation, CancellationToken token) => Task.FromResult(observation.Machine);
}
