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
