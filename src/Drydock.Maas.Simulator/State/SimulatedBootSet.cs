namespace Drydock.Maas.Simulator.State;

/// <summary>An earlier version of an uploaded image.</summary>
/// <param name="Version">The day it was announced, with a number behind it where there were several that day.</param>
/// <param name="File">Its file; null once a newer one has taken its place.</param>
internal sealed record SimulatedBootSet(string Version, SimulatedBootFile? File);
