using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;
using Drydock.Maas.Provisioning.Engine.Wait;

namespace Drydock.Maas.Provisioning.Nodes.Release;

/// <summary>Waits until a machine that is being released, or whose disks are being erased, is free.</summary>
internal sealed class ReleaseWait(MaasSession session, ReleasingStepOptions options, TimeSpan timeout)
{
    private readonly StatusWait _wait =
        new(session, options.Timing with { Timeout = timeout }, options.ProtectTags, timeout, ErrorIds.ReleaseFailed, ErrorIds.ReleaseTimedOut);

    /// <summary>The machine once it is released; at once when it is not being released.</summary>
    public Task<Machine> UntilReleasedAsync(NodeObservation observation, CancellationToken token) => MachineState.IsReleasing(observation.Machine)
        ? _wait.UntilAsync(observation, MachineStatus.Ready, HasEnded, token, MachineStatus.New)
        : Task.FromResult(observation.Machine);

    /// <summary>Anything else than being released is an end. A machine that was never commissioned becomes New.</summary>
    private static bool HasEnded(Machine machine) => !MachineState.IsReleasing(machine);
}
