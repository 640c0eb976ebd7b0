using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Interfaces;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary><c>machines/?op=allocate</c> and <c>list_allocated</c>.</summary>
internal sealed class AllocateApi : IApiModule
{
    public void Register(Router router)
    {
        router.Map("GET", "machines/", "list_allocated", List);
        router.Map("POST", "machines/", "allocate", Allocate);
    }

    private static ApiResponse List(ApiCall call)
    {
        var ids = call.Query.GetAll("id");
        var allocated = call.State.Nodes.OfType<SimulatedMachine>().Where(machine =>
            machine.Owner == call.SignedUser && machine.Status == MachineStatus.Allocated
                && (ids.Count == 0 || ids.Contains(machine.SystemId)));
        return ApiResponse.Json(ApiJson.List(allocated, machine => MachineJson.Render(call.State, machine)));
    }

    private static ApiResponse Allocate(ApiCall call)
    {
        var form = new AllocationForm(call);
        var machine = call.State.Nodes.OfType<SimulatedMachine>()
            .FirstOrDefault(
                machine => machine.Status == MachineStatus.Ready && !machine.Locked && machine.Owner is null && form.Fits(machine));
        if (machine is null)
            return form.NoneFits();
        if (!form.DryRun)
            Allocations.Make(call, machine, BridgeOptions.Read(call.Post, otherwise: false));
        var body = MachineJson.Render(call.State, machine);
        body["constraints_by_type"] = form.Verbose
            ? new JsonObject { ["verbose_storage"] = new JsonObject(), ["verbose_interfaces"] = new JsonObject() }
            : new JsonObject();
        return ApiResponse.Json(body);
    }
}
