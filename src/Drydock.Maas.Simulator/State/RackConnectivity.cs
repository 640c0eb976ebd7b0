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

    /// <summary>Whether any rack is.</summary>
    public static bool AnyConnected(SimulatorState state) => state.RackControllers.Any(rack => IsConnected(state, rack));
}
