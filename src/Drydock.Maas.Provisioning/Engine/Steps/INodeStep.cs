using Drydock.Maas.Design;
using Drydock.Maas.Models;
using Drydock.Maas.Planning;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Plans;

namespace Drydock.Maas.Provisioning.Engine.Steps;

/// <summary>
/// A step: reads what its planner needs, plans, and waits for what the plan set going. One instance serves all nodes of a command.
/// </summary>
internal interface INodeStep
{
    /// <summary>The name results carry.</summary>
    string Name { get; }

    /// <summary>What carries out the operations of its plans.</summary>
    IOperationExecutor<MachineContext> Executor => new ExecutorSet<MachineContext>();

    /// <summary>Whether the step has nothing left to do for a node without a machine.</summary>
    bool AcceptsAbsence => false;

    /// <summary>Whether a node without a machine is planned for, with a machine that is none yet: the step makes it.</summary>
    bool MakesMachines => false;

    /// <summary>Whether a node that is a rack controller is an error; the other steps leave it alone, which is all there is to do.</summary>
    bool RefusesRacks => false;

    /// <summary>Whether the step changes nothing: its plan is only told.</summary>
    bool IsReadOnly => false;

    /// <summary>Whether the step waits for machines, and has its time limit there.</summary>
    bool Waits => false;

    /// <summary>The parts of a machine that its plans depend on, beside status and owner.</summary>
    MachineParts Uses => MachineParts.All;

    /// <summary>The parts of a machine that its plans change.</summary>
    MachineParts Writes => MachineParts.All;

    /// <summary>Whether the failure may pass when the step is planned and carried out again for the machine as it is after it.</summary>
    bool MayRetry(MaasException failure, Machine machine) => false;

    /// <summary>
    /// Looks for what would fail the step whatever earlier steps of a task do, before the first of them writes anything; throws
    /// <see cref="NodeException"/> or <see cref="DesignException"/> then.
    /// </summary>
    /// <param name="node">The node.</param>
    /// <param name="machine">Its machine; null when none was found.</param>
    /// <param name="token">Cancels.</param>
    Task CheckAheadAsync(DrydockNode node, Machine? machine, CancellationToken token) => Task.CompletedTask;

    /// <summary>Plans the step for a machine as it is now; throws <see cref="NodeException"/> when it cannot be done.</summary>
    Task<Plan> PlanAsync(NodeObservation observation, CancellationToken token);

    /// <summary>
    /// Forgets what was read for all nodes: MAAS is no longer as observed, and the step will be planned again for one of them.
    /// </summary>
    void Forget()
    {
    }

    /// <summary>What the machine tells about itself after the step, or after the step failed.</summary>
    Task<IReadOnlyList<BuildData>> CollectAsync(NodeObservation observation, bool hasFailed, CancellationToken token) =>
        Task.FromResult<IReadOnlyList<BuildData>>([]);

    /// <summary>Waits for what was set going and answers the machine as it is then.</summary>
    /// <param name="observation">The node, with the machine as it is after the writes.</param>
    /// <param name="token">Ends the waiting.</param>
    Task<Machine> CompleteAsync(NodeObservation observation, CancellationToken token) => Task.FromResult(observation.Machine);
}
