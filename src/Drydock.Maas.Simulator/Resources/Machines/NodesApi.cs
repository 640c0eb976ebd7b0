using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Nodes;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary><c>nodes/</c>: machines, devices and controllers alike.</summary>
internal sealed class NodesApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "nodes/", null, List);
        router.Map("GET", "nodes/{id}/", null, Get);
    }

    /// <summary>A node as its own kind is rendered.</summary>
    public static JsonObject Render(SimulatorState state, SimulatedNode node) => node switch
    {
        SimulatedMachine machine => MachineJson.Render(state, machine),
        SimulatedDevice device => DevicesApi.Render(state, device),
        _ => ControllerJson.Render(state, (SimulatedController)node),
    };

    /// <summary>Devices, then machines, then controllers, the racks before others.</summary>
    private static ApiResponse List(ApiCall call)
    {
        var visible = NodeFilters.Select(call).Where(node => call.SignedUser.IsSuperuser || (node is SimulatedMachine && NodeRights.CanView(call.User, node)));
        var nodes = visible.OrderByDescending(node => node is SimulatedDevice)
            .ThenByDescending(node => node is SimulatedMachine).ThenByDescending(node => node is SimulatedController { IsRack: true });
        return ApiResponse.JsonList(call.State.Gate, nodes.ToList(), n => Render(call.State, n));
    }

    private static ApiResponse Get(ApiCall call)
    {
        return ApiResponse.Json(Render(call.State, MachineLookup.NodeToView(call)));
    }
}
