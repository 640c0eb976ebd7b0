using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Wait;
using Drydock.Maas.Provisioning.Nodes.Identity;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Asks how machines boot whose last boot MAAS does not know: of all machines in one request, which nodes that come one by one share.</summary>
internal sealed class FirmwareReader(MaasSession session, StepTiming timing)
{
    private readonly PowerRegister _power = PowerRegister.For(session, timing.TimeProvider);
    private readonly long _since = timing.Begun().Since!.Value;

    /// <summary>
    /// The machine with what its controller says, where that counts. Commissioning may set that, but then MAAS knows from the boot itself how the
    /// machine boots.
    /// </summary>
    public async Task<Machine> CompleteAsync(Machine machine, CancellationToken token)
    {
        if (!machine.Firmware.IsLeftToController)
            return machine;
        var power = await _power.FindAsync(machine.SystemId, _since, token).ConfigureAwait(false);
        return machine with { PowerBootType = power?.All.GetValueOrDefault("power_boot_type") };
    }
}
