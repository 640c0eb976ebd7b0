namespace Drydock.Maas.Provisioning.Engine.Plans;

/// <summary>The second half of a plan whose first has to take effect before the rest can be known for certain.</summary>
/// <param name="Expected">What will follow if all goes well: shown and approved
/// with the first half, but planned anew before it is carried out.</param>
/// <param name="SettleAsync">Waits until the first half has taken effect and keeps the machine as it is then.</param>
internal sealed record Sequel<TContext>(Plan<TContext> Expected, Func<TContext, CancellationToken, Task> SettleAsync);
