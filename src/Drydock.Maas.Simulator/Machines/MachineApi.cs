using System.Text;
using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary><c>machines/{system_id}/</c>: reading, changing and the simple operations.</summary>
internal sealed class MachineApi : IApiModule
{
    private const string One = "machines/{id}/";
    private const string Node = "nodes/{id}/";

    public void Register(Router router)
    {
        router.Map("GET", One, null, call => Render(call, MachineLookup.Machine(call)));
        router.Map("GET", One, "power_parameters", call => ApiResponse.Json(Parameters(MachineLookup.Machine(call))), Access.NodeAdmin);
        router.Map("GET", One, "details", Details);
        // Machines here never boot, so none ever gets a token of its own.
        router.Map("GET", One, "get_token", NoToken, Access.NodeAdmin);
        router.Map("PUT", One, null, Update, Access.NodeAdmin);
        router.Map("DELETE", One, null, Delete, Access.NodeAdmin);
        router.Map("GET", Node, "power_parameters", call => ApiResponse.Json(Parameters(Find(call))), Access.NodeAdmin);
        router.Map("GET", Node, "details", Details);
        router.Map("DELETE", Node, null, Delete, Access.NodeAdmin);
        router.Map("POST", One, "set_workload_annotations", Annotate);
        router.Map("POST", One, "set_owner_data", Annotate);
        router.Map("POST", One, "lock", call => Lock(call, true));
        router.Map("POST", One, "unlock", call => Lock(call, false));
    }

    public static JsonObject Parameters(SimulatedMachine machine) =>
        new(machine.PowerParameters.Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));

    public static ApiResponse Render(ApiCall call, SimulatedMachine machine) => ApiResponse.Json(machine.ToJson(call.State));

    private static ApiResponse Update(ApiCall call) => new MachineForm(call).Update(MachineLookup.Machine(call));

    private static ApiResponse NoToken(ApiCall call)
    {
        Find(call);
        return ApiResponse.Json(null);
    }

    private static SimulatedMachine Find(ApiCall call) =>
        MachineLookup.Machine(call, call.Path.StartsWith("nodes/", StringComparison.Ordinal) ? "Node" : "Machine");

    private static ApiResponse Delete(ApiCall call)
    {
        if (Find(call) is { Locked: true })
            return ApiResponse.Forbidden();
        call.State.Nodes.Remove(Find(call));
        call.State.AutoFabrics.Sweep();
        return ApiResponse.NoContent();
    }

    private static ApiResponse Details(ApiCall call)
    {
        var machine = Find(call);
        var lshw = machine.CommissioningPassed ? Encoding.UTF8.GetBytes(machine.Hardware.Lshw) : null;
        return new ApiResponse(200, "application/bson")
        {
            Body = BsonDocument.Write(("lshw", lshw), ("lldp", machine.CommissioningPassed ? "<lldp/>"u8.ToArray() : null)),
        };
    }

    private static ApiResponse Annotate(ApiCall call)
    {
        var machine = MachineLookup.Machine(call);
        MachineLookup.RequireEdit(call, machine);
        if (machine.Owner != call.SignedUser)
            return ApiResponse.Conflict("Cannot set workload annotation: it hasn't been acquired.");
        foreach (var name in call.Form.Names)
        {
            if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.'))
                return ApiResponse.Text(500, "Invalid character in key name");
        }

        foreach (var name in call.Form.Names)
        {
            if (call.Form.Get(name) is { Length: > 0 } value)
                machine.Annotations[name] = value;
            else
                machine.Annotations.Remove(name);
        }

        return Render(call, machine);
    }

    private static ApiResponse Lock(ApiCall call, bool locked)
    {
        var machine = MachineLookup.Machine(call);
        MachineLookup.RequireEdit(call, machine);
        if (machine.Locked == locked)
            return ApiResponse.Conflict(locked ? "Machine is already locked" : "Machine is not locked");
        if (locked)
            MachineLookup.Require(
                machine, "Can't lock, node is not deployed or deploying", MachineStatus.Deployed, MachineStatus.Deploying);
        machine.Locked = locked;
        return Render(call, machine);
    }
}
