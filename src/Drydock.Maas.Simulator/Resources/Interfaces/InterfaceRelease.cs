using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary>What a machine gives back of its network: addresses that were given to it, and bridges made for its deployment.</summary>
internal static class InterfaceRelease
{
    public static void Run(SimulatedMachine machine)
    {
        AutoAddresses.Free(machine);
        foreach (var bridge in machine.Interfaces.FindAll(nic => nic.Acquired))
        {
            bridge.Parents.FirstOrDefault()?.Links.AddRange(bridge.Links);
            machine.Interfaces.Remove(bridge);
        }
    }
}
