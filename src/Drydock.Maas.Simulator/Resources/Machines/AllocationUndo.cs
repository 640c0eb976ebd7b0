using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>What a machine was before it was allocated for a deployment that is then refused: MAAS leaves no trace of that.</summary>
internal sealed class AllocationUndo
{
    private readonly SimulatorState _state;
    private readonly SimulatedMachine _machine;
    private readonly int _events;
    private readonly Action _restore;

    public AllocationUndo(SimulatorState state, SimulatedMachine machine)
    {
        (_state, _machine, _events) = (state, machine, state.Journal.Count);
        var status = (machine.Status, machine.PreviousStatus, machine.Owner, machine.AgentName, machine.StatusMessage, machine.StatusAction);
        var image = (machine.OperatingSystem, machine.DistroSeries, machine.HweKernel, machine.MinHweKernel, machine.Token);
        var (ephemeral, syncs, inUse) = (machine.EphemeralDeploy, machine.EnableHwSync, machine.IsInUse);
        var links = machine.Interfaces.Select(nic => (Nic: nic, Links: nic.Links.ToList())).ToList();
        _restore = () =>
        {
            (machine.Status, machine.PreviousStatus, machine.Owner, machine.AgentName, machine.StatusMessage, machine.StatusAction) = status;
            (machine.OperatingSystem, machine.DistroSeries, machine.HweKernel, machine.MinHweKernel, machine.Token) = image;
            (machine.EphemeralDeploy, machine.EnableHwSync) = (ephemeral, syncs);
            machine.Interfaces.Clear();
            machine.Interfaces.AddRange(links.Select(one => one.Nic));
            foreach (var (nic, before) in links)
            {
                nic.Links.Clear();
                nic.Links.AddRange(before);
            }

            if (!inUse)
                AcquiredFilesystems.Clear(machine);
        };
    }

    public void Restore()
    {
        _restore();
        _state.Journal.RemoveRange(_events, _state.Journal.Count - _events);
        _machine.Generation++;
    }
}
