using Drydock.Maas.Errors;

namespace Drydock.Maas.Provisioning.Engine.Observe;

/// <summary>A machine that was known is no longer in MAAS. Its system id is all that is known of it there; whose machine it was tells the step.</summary>
/// <param name="finding">How it was noticed, as a sentence; what to do is added.</param>
internal sealed class RemovedMachineException(string finding) : NodeException(
    ErrorIds.MachineNotFound,
    $"{finding} Let it boot from the network so that MAAS enlists it again, then commission it and run the step again.");
