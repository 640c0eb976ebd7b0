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

    public void Register(Router router)
    {
        router.Map("GET", One, null, call => Render(call, MachineLookup.Machine(call)));
        router.Map("GET", One, "power_parameters", call => ApiResponse.Json(Parameters(MachineLookup.Machine(call))), Access.Admin);
        router.Map("GET", One, "query_power_state", call => ApiResponse.Json(new JsonObject { ["state"] = MachineLookup.Machine(call).PowerState }));
        router.Map("GET", One, "details", Details);
        router.Map("PUT", One, null, Update, Access.Admin);
        router.Map("DELETE", One, null, Delete, Access.Admin);
        router.Map("POST", One, "set_workload_annotations", Annotate);
        router.Map("POST", One, "set_owner_data", Annotate);
        router.Map("POST", One, "lock", call => Lock(call, true));
        router.Map("POST", One, "unlock", call => Lock(call, false));
        router.Map("POST", One, "clear_default_gateways", ClearGateways);
        router.Map("POST", One, "restore_networking_configuration", RestoreNetworking);
        router.Map("POST", One, "set_storage_layout", SetLayout);
        router.Map("POST", One, "restore_storage_configuration", RestoreStorage);
    }

    public static JsonObject Parameters(SimulatedMachine machine) =>
        new(machine.PowerParameters.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value)));

    public static ApiResponse Render(ApiCall call, SimulatedMachine machine) => ApiResponse.Json(machine.ToJson(call.State));

    private static ApiResponse Update(ApiCall call) => new MachineForm(call).Update(MachineLookup.Machine(call));

    private static ApiResponse Delete(ApiCall call)
    {
        call.State.Nodes.Remove(MachineLookup.Unlocked(call));
        call.State.AutoFabrics.Sweep();
        return ApiResponse.NoContent();
    }

    private static ApiResponse Details(ApiCall call)
    {
        var machine = MachineLookup.Machine(call);
        var lshw = machine.CommissioningPassed ? Encoding.UTF8.GetBytes(machine.Hardware.Lshw) : null;
        return new ApiResponse(200, "application/bson", BsonDocument.Write(("lshw", lshw), ("lldp", machine.CommissioningPassed ? "<lldp/>"u8.ToArray() : null)));
    }

    private static ApiResponse Annotate(ApiCall call)
    {
        var machine = MachineLookup.Machine(call);
        if (machine.Owner is null || machine.Status is not (MachineStatus.Allocated or MachineStatus.Deploying or MachineStatus.Deployed))
            return ApiResponse.Conflict("Cannot set workload annotations on a machine that is not allocated.");
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
        if (locked)
            MachineLookup.Require(machine, "Can't lock, node is not deployed or deploying", MachineStatus.Deployed, MachineStatus.Deploying);
        machine.Locked = locked;
        return Render(call, machine);
    }

    private static ApiResponse ClearGateways(ApiCall call)
    {
        var machine = MachineLookup.Machine(call);
        machine.GatewayLink = null;
        return Render(call, machine);
    }

    private static ApiResponse RestoreNetworking(ApiCall call)
    {
        var machine = MachineLookup.Unlocked(call);
        MachineLookup.Require(
            machine, "Machine must be in a ready or failed testing state to restore networking configuration", MachineStatus.Ready, MachineStatus.FailedTesting);
        machine.Interfaces.RemoveAll(i => i.Type != "physical");
        foreach (var nic in machine.Interfaces)
        {
            nic.Links.Clear();
            nic.Vlan = null;
            nic.Params = [];
        }

        new HardwareDiscovery(call.State).Run(machine);
        return Render(call, machine);
    }

    private static ApiResponse SetLayout(ApiCall call)
    {
        var machine = MachineLookup.Unlocked(call);
        MachineLookup.Require(machine, "Cannot change the storage layout on a machine that is not Ready.", MachineStatus.Ready, MachineStatus.Allocated);
        new StorageLayouts(call.State, machine).Apply(call.Form);
        return Render(call, machine);
    }

    private static ApiResponse RestoreStorage(ApiCall call)
    {
        var machine = MachineLookup.Unlocked(call);
        MachineLookup.Require(machine, "Machine must be in a ready state to restore storage configuration.", MachineStatus.Ready, MachineStatus.Allocated);
        new StorageLayouts(call.State, machine).Flat(null, null, null);
        return Render(call, machine);
    }
}
