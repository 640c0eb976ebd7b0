using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>Makes a Ready machine somebody's.</summary>
internal static class Allocations
{
    public static void Make(ApiCall call, SimulatedMachine machine, BridgeOptions bridges)
    {
        AcquiredFilesystems.Make(machine);
        new StatusChanges(call.State).NoteRequest(machine, call.SignedUser, "User acquiring node", call.Post.Get("comment"), "acquire");
        StatusChanges.Set(machine, MachineStatus.Allocated);
        (machine.Owner, machine.AgentName) = (call.SignedUser, call.Form.Get("agent_name") ?? "");
        if (bridges.Wanted)
            AcquiredBridges.Make(call.State, machine, bridges);
    }
}

/// <summary>The state of a machine before an allocation for a deployment that is then refused: MAAS leaves no trace of that.</summary>
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
