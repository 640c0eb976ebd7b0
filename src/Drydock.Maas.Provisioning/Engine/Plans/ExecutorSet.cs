

namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>Executors of several families, for plans that go across them.</summary>
internal sealed class ExecutorSet<TContext>(params IReadOnlyList<IOperationExecutor<TContext>> executors) : IOperationExecutor<TContext>
{
    /// <inheritdoc/>
    public bool Handles(Operation operation) => executors.Any(e => e.Handles(operation));

    /// <inheritdoc/>
    public Task ExecuteAsync(Operation operation, TContext context, CancellationToken token)
    {
        var executor = executors.FirstOrDefault(e => e.Handles(operation))
            ?? throw new ArgumentException($"No executor carries out {operation.GetType().Name}.", nameof(operation));
        return executor.ExecuteAsync(operation, context, token);
    }
}
