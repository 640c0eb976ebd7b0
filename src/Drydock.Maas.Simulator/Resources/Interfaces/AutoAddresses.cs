using System.Net;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary>Addresses of links in mode auto: given with the deployment, taken back with the release.</summary>
internal static class AutoAddresses
{
    public static void Claim(SimulatorState state, SimulatedMachine machine)
    {
        foreach (var nic in machine.Interfaces)
        {
            foreach (var link in nic.Links.Where(link => link is { Mode: "auto", Address: null, Subnet: not null }))
                link.Address = Kept(state, nic, link.Subnet!)
                    ?? state.Addresses.NextFree(link.Subnet!, state.ReservedIPs.Select(reserved => reserved.Address));
        }
    }

    public static void Free(SimulatedMachine machine)
    {
        foreach (var link in Links(machine))
            link.Address = null;
    }

    /// <summary>The address that is kept for the interface on the subnet.</summary>
    private static IPAddress? Kept(SimulatorState state, SimulatedInterface nic, SimulatedSubnet subnet) =>
        state.ReservedIPs.Find(reserved => reserved.MacAddress == nic.MacAddress && reserved.Subnet == subnet)?.Address;

    private static IEnumerable<SimulatedLink> Links(SimulatedMachine machine) =>
        machine.Interfaces.SelectMany(nic => nic.Links).Where(link => link.Mode == "auto");
}

/// <summary>The return of what a machine was given for its network: addresses, and bridges made for its deployment.</summary>
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
