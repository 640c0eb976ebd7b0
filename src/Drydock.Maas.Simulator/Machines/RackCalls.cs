using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>What fails while no rack controller is connected.</summary>
internal static class RackCalls
{
    /// <summary>Whether the power of the machine can be switched and asked for.</summary>
    public static bool CanReach(SimulatorState state, SimulatedMachine machine) => machine.PowerType == "manual" || AnyConnected(state);

    public static ApiException Unreachable(SimulatorState state)
    {
        var racks = string.Join(", ", state.RackControllers.Select(rack => rack.SystemId));
        var text = $"Unable to connect to any rack controller {racks}; no connections available.";
        return new(ApiResponse.Unavailable(text));
    }

    /// <summary>Leaves with 503 when nobody can switch the machine's power.</summary>
    public static void RequirePower(SimulatorState state, SimulatedMachine machine)
    {
        if (!CanReach(state, machine))
            throw Unreachable(state);
    }

    /// <summary>Leaves with 400 when no rack holds the image machines are commissioned and tested with.</summary>
    public static void RequireEphemeralImage(SimulatorState state) =>
        RequireImage(state, "Ephemeral", "ubuntu", state.Config["commissioning_distro_series"]!.GetValue<string>());

    /// <summary>The same for a machine that is not there yet; without a power type MAAS fails once it has added it.</summary>
    public static void RequireCommissioning(SimulatorState state, string powerType)
    {
        RequireEphemeralImage(state);
        RequirePowerType(powerType);
    }

    /// <summary>Leaves with the 500 of a machine that nobody can switch on.</summary>
    public static void RequirePowerType(string powerType)
    {
        if (powerType.Length == 0)
            throw new ApiException(ApiResponse.Text(500, "Unconfigured power type. Please configure the power type and try again."));
    }

    public static void RequireImage(SimulatorState state, string kind, string system, string series)
    {
        if (!AnyConnected(state))
            throw new ApiException(ApiResponse.Text(400, $"{kind} operating system {system} {series} is unavailable."));
    }

    public static bool IsConnected(SimulatorState state, SimulatedController rack) =>
        rack.Connected && !IsDown(state, rack);

    /// <summary>Whether a fault has cut the rack off.</summary>
    public static bool IsDown(SimulatorState state, SimulatedController rack) =>
        state.Faults.Strike(SimulatorFaultKind.RackDown, rack) is not null;

    private static bool AnyConnected(SimulatorState state) => state.RackControllers.Any(rack => IsConnected(state, rack));
}
