using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Hosting;

/// <summary>A request on its way through the simulator.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Operation">Its <c>op</c>, wherever it stands; null for none.</param>
/// <param name="Faults">What is to go wrong with it.</param>
internal sealed record Exchange(ApiRequest Request, string? Operation, FaultPlan Faults);
