

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>The executor of one family of operations.</summary>
/// <typeparam name="TOperation">The base of the family.</typeparam>
/// <typeparam name="TContext">The state and the client.</typeparam>
internal abstract class FamilyExecutor<TOperation, TContext> : IOperationExecutor<TContext>
    where TOperation : Operation
{
    /// <inheritdoc/>
    public bool Handles(Operation operation) => operation is TOperation;

    /// <inheritdoc/>
    public Task ExecuteAsync(Operation operation, TContext context, CancellationToken token) => ExecuteAsync((TOperation)operation, context, token);

    /// <summary>Sends the write and keeps its answer in the context.</summary>
    protected abstract Task ExecuteAsync(TOperation operation, TContext context, CancellationToken token);
}
