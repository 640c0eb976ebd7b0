using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Observe;

namespace Drydock.Maas.Provisioning.Storage;

/// <summary>Asks how machines boot whose last boot MAAS does not know; all of them in few requests, the others in none.</summary>
internal sealed class FirmwareReader(MaasSession session)
{
    private readonly Coalescer<string, PowerParameters> _power =
        new(ids => session.Client.Machines.GetPowerParametersAsync([.. ids], CancellationToken.None));

    /// <summary>The machine with what its controller says, where that counts.</summary>
    public async Task<Machine> CompleteAsync(Machine machine, CancellationToken token)
    {
        if (!Firmware.IsLeftToController(machine))
            return machine;
        var power = await _power.AskAsync(machine.SystemId, token).ConfigureAwait(false);
        return machine with { PowerBootType = power?.All.GetValueOrDefault("power_boot_type") };
    }
}
