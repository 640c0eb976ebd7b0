using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Nodes;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary><c>machines/{system_id}/</c>: reading, changing and the simple operations.</summary>
internal sealed class MachineApi : IApiModule
{
    private const string One = "machines/{id}/";
    private const string Node = "nodes/{id}/";

    public void Register(Router router)
    {
        router.Map("GET", One, null, call => Render(call, MachineLookup.ToView(call)));
        router.Map("GET", One, "power_parameters", call => ApiResponse.Json(Parameters(MachineLookup.ToReadSecrets(call, "Node"))));
        router.Map("GET", One, "details", Details);
        router.Map("GET", One, "get_token", GetToken);
        router.Map("PUT", One, null, call => new MachineForm(call).Update(MachineLookup.ToAdminister(call)));
        router.Map("DELETE", One, null, call => Delete(call, "Machine"));
        router.Map("GET", Node, "power_parameters", call => DevicesApi.Has(call)
            ? DevicesApi.PowerParameters(call) : ApiResponse.Json(Parameters(MachineLookup.ToReadSecrets(call, "Node"))));
        router.Map("GET", Node, "details", call => DevicesApi.Has(call) ? DevicesApi.Details(call) : Details(call));
        router.Map("DELETE", Node, null, call => DevicesApi.Has(call) ? DevicesApi.Delete(call) : Delete(call, "Node"));
        router.Map("POST", One, "set_workload_annotations", Annotate);
        router.Map("POST", One, "set_owner_data", Annotate);
        router.Map("POST", One, "lock", call => Lock(call, true));
        router.Map("POST", One, "unlock", call => Lock(call, false));
    }

    public static JsonObject Parameters(SimulatedMachine machine) =>
        new(machine.PowerParameters.Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));

    public static ApiResponse Render(ApiCall call, SimulatedMachine machine) => ApiResponse.Json(MachineJson.Render(call.State, machine));

    /// <summary>The key a deployed system signs with; null where there is none.</summary>
    private static ApiResponse GetToken(ApiCall call) => MachineLookup.ToReadSecrets(call).Token is { } token
        ? ApiResponse.Json(new JsonObject
        {
            ["token_key"] = token.Key, ["token_secret"] = token.Secret, ["consumer_key"] = token.Consumer,
        })
        : ApiResponse.Json(null);

    private static SimulatedMachine Find(ApiCall call) =>
        MachineLookup.ToView(call, call.Path.StartsWith("nodes/", StringComparison.Ordinal) ? "Node" : "Machine");

    private static ApiResponse Delete(ApiCall call, string kind)
    {
        var machine = MachineLookup.ToAdminister(call, kind);
        QueryFlag.Read(call.Query, "force");
        if (BareMetal.FromMachine(machine) is { } metal)
            call.State.BareMetal.Add(metal);
        call.State.Nodes.Remove(machine);
        call.State.AutoFabrics.Sweep();
        return ApiResponse.NoContent();
    }

    private static ApiResponse Details(ApiCall call)
    {
        var machine = Find(call);
        var lshw = machine.CommissioningPassed ? Encoding.UTF8.GetBytes(machine.Hardware.Lshw) : null;
        return new ApiResponse(200, "application/bson")
        {
            Body = BsonDocument.Write(("lldp", machine.CommissioningPassed ? Encoding.UTF8.GetBytes(HiddenHardware.Lldp) : null), ("lshw", lshw)),
        };
    }

    private static ApiResponse Annotate(ApiCall call)
    {
        var machine = MachineLookup.ToEdit(call);
        WorkloadAnnotations.Set(call, machine, machine.Annotations);
        return Render(call, machine);
    }

    private static ApiResponse Lock(ApiCall call, bool locked)
    {
        var machine = MachineLookup.ToLock(call);
        if (machine.Locked == locked)
            return ApiResponse.Conflict(locked ? "Machine is already locked" : "Machine is not locked");
        if (locked)
            MachineLookup.Require(machine, "Can't lock, node is not deployed or deploying", MachineLifecycle.Lock.From);

        var verb = locked ? "lock" : "unlock";
        new StatusChanges(call.State).NoteRequest(machine, call.SignedUser, $"User {verb}ing node", call.Post.Get("comment"), verb);
        machine.Locked = locked;
        return Render(call, machine);
    }
}
