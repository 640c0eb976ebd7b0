namespace Drydock.Maas.Simulator.State;

/// <summary>Something to come, and when.</summary>
internal sealed record PendingEvent(Happening Happening, DateTimeOffset Due);
