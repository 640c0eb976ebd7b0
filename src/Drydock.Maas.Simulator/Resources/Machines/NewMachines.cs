using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Nodes;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>Adds machines as MAAS first knows them: in its default domain, zone and pool.</summary>
internal static class NewMachines
{
    public static SimulatedMachine Add(SimulatorState state, HiddenHardware hardware, string? hostname = null)
    {
        var id = state.Ids.Next("node");
        var machine = new SimulatedMachine
        {
            Id = id,
            SystemId = state.Ids.NextSystemId(),
            Hostname = hostname ?? MachineNames.Make(id),
            Domain = state.Domains.Find(d => d.IsDefault) ?? state.Domains[0],
            Zone = state.DefaultZone,
            Pool = state.Pools[0],
            Hardware = hardware,
        };
        state.Nodes.Add(machine);
        return machine;
    }

    public static void AddNic(SimulatorState state, SimulatedMachine machine, string name, string mac, string? product = null) =>
        machine.Interfaces.Add(new SimulatedInterface
        {
            Id = state.Ids.Next("interface"), Node = machine, Name = name, MacAddress = mac, Product = product, Params = [], NumaNode = 0,
        });
}
