using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Addresses of links in mode auto: given with the deployment, taken back with the release.</summary>
internal static class AutoAddresses
{
    public static void Claim(SimulatorState state, SimulatedMachine machine)
    {
        foreach (var link in Links(machine).Where(link => link is { Address: null, Subnet: not null }))
            link.Address = state.Addresses.NextFree(link.Subnet!);
    }

    public static void Free(SimulatedMachine machine)
    {
        foreach (var link in Links(machine))
            link.Address = null;
    }

    private static IEnumerable<SimulatedLink> Links(SimulatedMachine machine) =>
        machine.Interfaces.SelectMany(nic => nic.Links).Where(link => link.Mode == "auto");
}
