using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
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
        if (form.Choose() is not { } machine)
            return form.RefuseAll();
        if (!form.IsDryRun)
            Allocations.Make(call, machine, form.Bridges);
        var body = MachineJson.Render(call.State, machine);
        body["constraints_by_type"] = form.Match().ToJson(machine, form.IsVerbose);
        return ApiResponse.Json(body);
    }
}
