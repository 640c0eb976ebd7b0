using System.Net;
using Drydock.Maas.Simulation;

namespace Drydock.Maas.Simulator.State;

/// <summary>The connections of rack controllers, over which MAAS reaches a machine's power.</summary>
internal static class RackConnectivity
{
    /// <summary>Whether the power of the machine can be switched and asked for.</summary>
    public static bool CanReach(SimulatorState state, SimulatedMachine machine) => machine.PowerType == "manual" || AnyConnected(state);

    public static bool IsConnected(SimulatorState state, SimulatedController rack) =>
        rack.Connected && !IsDown(state, rack);

    /// <summary>Whether a fault has cut the rack off.</summary>
    public static bool IsDown(SimulatorState state, SimulatedController rack) =>
        state.Strike(SimulatorFaultKind.RackDown, rack) is not null;

    /// <summary>Racks with an address on the subnet where the machine's power controller has one.</summary>
    public static IEnumerable<SimulatedController> RacksOfPower(SimulatorState state, SimulatedMachine machine)
    {
        var subnet = IPAddress.TryParse(machine.PowerParameters.GetValueOrDefault("power_address")?.ToString(), out var address)
            ? state.Addresses.BestSubnet(address) : null;
        return subnet is null ? []
            : state.RackControllers.Where(rack => rack.Interfaces.Exists(nic => nic.Vlan == subnet.Vlan && nic.Links.Exists(link => link.Subnet == subnet)));
    }

    /// <summary>Racks that serve what a node boots on.</summary>
    public static IEnumerable<SimulatedController> RacksOfBoot(SimulatedNode node)
    {
        var vlan = (node as SimulatedMachine)?.BootInterface?.Vlan ?? node.Interfaces.MinBy(nic => nic.Id)?.Vlan;
        var serving = vlan?.RelayVlan ?? vlan;
        return serving is { DhcpOn: true, PrimaryRack: not null } ? GetRacks(serving) : [];
    }

    /// <summary>Racks that serve a VLAN.</summary>
    public static IEnumerable<SimulatedController> GetRacks(SimulatedVlan? vlan) =>
        new[] { vlan?.PrimaryRack, vlan?.SecondaryRack }.OfType<SimulatedController>();

    /// <summary>Whether any rack is.</summary>
    public static bool AnyConnected(SimulatorState state) => state.RackControllers.Any(rack => IsConnected(state, rack));
}
