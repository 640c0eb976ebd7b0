using Drydock.Maas.Api;
using Drydock.Maas.Models;
using Drydock.Maas.Provisioning.Engine.Observe;

namespace Drydock.Maas.Provisioning.Nodes.Storage;

/// <summary>Asks how machines boot whose last boot MAAS does not know: of all machines in one request, which nodes that come one by one share.</summary>
internal sealed class FirmwareReader(MaasSession session)
{
    private readonly SharedRead<IReadOnlyDictionary<string, PowerParameters>> _all =
        new(token => session.Client.Machines.GetPowerParametersAsync(null, token));

    // Of machines that came later.
    private readonly Coalescer<string, PowerParameters> _power =
        new(ids => session.Client.Machines.GetPowerParametersAsync([.. ids], CancellationToken.None));

    /// <summary>The machine with what its controller says, where that counts.</summary>
    public async Task<Machine> CompleteAsync(Machine machine, CancellationToken token)
    {
        if (!Firmware.IsLeftToController(machine))
            return machine;
        var power = (await _all.GetAsync(token).ConfigureAwait(false)).GetValueOrDefault(machine.SystemId)
            ?? await _power.AskAsync(machine.SystemId, token).ConfigureAwait(false);
        return machine with { PowerBootType = power?.All.GetValueOrDefault("power_boot_type") };
    }
}
