using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Resources.Nodes;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary><c>machines/</c>.</summary>
internal sealed class MachinesApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "machines/", null, List);
        router.Map("GET", "machines/", "power_parameters", PowerParameters, Access.Admin);
        router.Map("POST", "machines/", null, call => new MachineForm(call).Create(), Access.Anonymous);
        router.Map(
            "GET", "rackcontrollers/", "power_parameters", call => ApiResponse.Json(Power(call, call.State.RackControllers)), Access.Admin);
    }

    private static ApiResponse List(ApiCall call) => ApiResponse.JsonList(
        call.State.Gate, Visible(call, NodeFilters.Select(call).OfType<SimulatedMachine>()).ToList(), m => MachineJson.Render(call.State, m));

    /// <summary>Users who are not administrators see what is theirs or nobody's.</summary>
    private static IEnumerable<SimulatedMachine> Visible(ApiCall call, IEnumerable<SimulatedMachine> machines) =>
        call.SignedUser.IsSuperuser ? machines : machines.Where(m => m.Owner is null || m.Owner == call.User);

    private static ApiResponse PowerParameters(ApiCall call) => ApiResponse.Json(Power(call, call.State.Nodes.OfType<SimulatedMachine>()));

    private static JsonObject Power(ApiCall call, IEnumerable<SimulatedNode> nodes)
    {
        var ids = call.Query.GetAll("id");
        var body = new JsonObject();
        foreach (var node in nodes.Where(n => ids.Count == 0 || ids.Contains(n.SystemId)))
            body[node.SystemId] = node is SimulatedMachine machine ? MachineApi.Parameters(machine) : new JsonObject();
        return body;
    }
}
