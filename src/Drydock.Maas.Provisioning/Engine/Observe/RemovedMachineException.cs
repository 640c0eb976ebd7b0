using Drydock.Maas.Errors;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>A machine that was known is no longer in MAAS. Its system id is all that is known of it there; whose machine it was tells the step.</summary>
/// <param name="message">What was found and what to do.</param>
internal sealed class RemovedMachineException(string message) : NodeException(NodeErrorIds.MachineNotFound, message);
