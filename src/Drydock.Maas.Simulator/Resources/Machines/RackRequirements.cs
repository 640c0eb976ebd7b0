using System.Globalization;
using Drydock.Maas.Simulation;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Boot;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary>Refusals where a rack controller, an image or a power type is wanted that there is not.</summary>
internal static class RackRequirements
{
    public static ApiException Unreachable(SimulatorState state)
    {
        var racks = string.Join(", ", state.RackControllers.Select(rack => rack.SystemId));
        var text = $"Unable to connect to any rack controller {racks}; no connections available.";
        return new(ApiResponse.Unavailable(text));
    }

    /// <summary>The same of a machine's power, for which only racks beside its controller and those it boots from are asked.</summary>
    public static ApiException Unreachable(SimulatorState state, SimulatedMachine machine) =>
        RackConnectivity.RacksOfPower(state, machine).Any() || RackConnectivity.RacksOfBoot(machine).Any()
            ? Unreachable(state)
            : new(ApiResponse.Unavailable($"No rack controllers can access the BMC of node {machine.Hostname}"));

    /// <summary>Leaves with 503 when nobody can switch the machine's power.</summary>
    public static void RequirePower(SimulatorState state, SimulatedMachine machine)
    {
        if (!RackConnectivity.CanReach(state, machine))
            throw Unreachable(state, machine);
    }

    /// <summary>Leaves with 400 when there is no image that machines are commissioned and tested with, or no rack that has it.</summary>
    public static void RequireEphemeralImage(SimulatorState state, string? architecture)
    {
        var series = state.Config["commissioning_distro_series"]!.GetValue<string>();
        var exists = state.BootResources.Exists(image => image.Name == $"{ImageCatalog.Ubuntu}/{series}");
        RequireImage(state, state.Rules.NoEphemeralImage, ImageCatalog.Ubuntu, series, architecture, exists);
    }

    /// <summary>The same for a machine that is not there yet; without a power type MAAS fails once it has added it.</summary>
    public static void RequireCommissioning(SimulatorState state, string powerType, string? architecture)
    {
        RequireEphemeralImage(state, architecture);
        RequirePowerType(powerType);
    }

    /// <summary>Leaves with 400 when no rack has the image of a deployment, or where racks have none, with 500 when none could begin it.</summary>
    public static void RequireDeployment(SimulatorState state, SimulatedMachine machine, string system, string series)
    {
        RequireImage(state, state.Rules.NoDeploymentImage, system, series, machine.Architecture, exists: true);
        if (state.Rules.RegionHoldsImages && !RackConnectivity.CanReach(state, machine))
            throw new ApiException(ApiResponse.Text(500, $"Error determining BMC task queue for machine {machine.SystemId}"));
    }

    /// <summary>Leaves with the 500 of a machine that nobody can switch on.</summary>
    public static void RequirePowerType(string powerType)
    {
        if (powerType.Length == 0)
            throw new ApiException(ApiResponse.Text(500, "Unconfigured power type. Please configure the power type and try again."));
    }

    private static void RequireImage(SimulatorState state, string refusal, string system, string series, string? architecture, bool exists)
    {
        if (exists && (state.Rules.RegionHoldsImages || RackConnectivity.AnyConnected(state)))
            return;
        throw new ApiException(ApiResponse.Text(400, string.Format(CultureInfo.InvariantCulture, refusal, system, series, architecture)));
    }
}
