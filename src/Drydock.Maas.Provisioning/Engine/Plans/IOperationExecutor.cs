

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>Carries out operations through the client and keeps the answers as the newest state.</summary>
/// <typeparam name="TContext">The state and the client.</typeparam>
internal interface IOperationExecutor<in TContext>
{
    /// <summary>Whether it carries out operations of this kind.</summary>
    /// <param name="operation">The operation.</param>
    bool Handles(Operation operation);

    /// <summary>Sends the write and keeps its answer in the context.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="context">What it is done to.</param>
    /// <param name="token">Cancels.</param>
    Task ExecuteAsync(Operation operation, TContext context, CancellationToken token);
}
