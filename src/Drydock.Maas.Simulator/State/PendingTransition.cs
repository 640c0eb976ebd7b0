namespace Drydock.Maas.Simulator.State;

/// <summary>A transition and when it is due.</summary>
internal sealed record PendingTransition(Transition Transition, DateTimeOffset Due);
