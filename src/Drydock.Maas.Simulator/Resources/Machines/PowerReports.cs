using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>What MAAS makes of the news how a machine's power is.</summary>
internal sealed class PowerReports(SimulatorState state)
{
    private readonly StatusChanges _changes = new(state);

    /// <summary>Ends what waited for it: a release, the way out of rescue mode.</summary>
    public void Take(SimulatedMachine machine, string power)
    {
        var changed = machine.PowerState != power;
        machine.PowerState = power;
        if (machine.Status == MachineStatus.Releasing && power == "off")
            new Releases(state).End(machine);
        else if (machine.Status == MachineStatus.ExitingRescueMode)
            RescueApi.End(_changes, machine, power);
        if (changed && power == "off" && !StatusGroups.KeepsAddresses.Contains(machine.Status))
            InterfaceRelease.Run(machine);
    }
}
