using Drydock.Maas.Planning;

namespace Drydock.Maas.Provisioning.Engine.Steps;

/// <summary>Takes a step with nodes, one after the other or many at once.</summary>
internal interface INodeWorker
{
    /// <summary>Takes the step with one node.</summary>
    Task<DrydockStepResult> RunAsync(NodeStepInput input, CancellationToken token);

    /// <summary>The failed result of a node of which it is certain, before any step of a task is taken, that this one fails; null otherwise.</summary>
    Task<DrydockStepResult?> CheckAheadAsync(NodeStepInput input, CancellationToken token) => Task.FromResult<DrydockStepResult?>(null);
}
