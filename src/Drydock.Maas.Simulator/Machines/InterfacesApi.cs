using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Machines;

/// <summary><c>nodes/{system_id}/interfaces/</c>.</summary>
internal sealed class InterfacesApi : IApiModule
{
    private const string All = "nodes/{id}/interfaces/";
    private const string One = "nodes/{id}/interfaces/{nic}/";

    private static readonly MachineStatus[] Changeable =
        [MachineStatus.New, MachineStatus.Ready, MachineStatus.Allocated, MachineStatus.Broken, MachineStatus.FailedTesting];

    public void Register(Router router)
    {
        router.Map(
            "GET", All, null, call => ApiResponse.Json(SiteJson.List(Node(call).Interfaces.OrderBy(i => i.Id), InterfaceJson.Render)));
        MapMaking(router, "physical", "physical", form => form.CreatePhysical());
        MapMaking(router, "bond", "bond", form => form.CreateBond());
        MapMaking(router, "bridge", "bridge", form => form.CreateBridge());
        MapMaking(router, "vlan", "VLAN", form => form.CreateVlan());
        router.Map("GET", One, null, call => ApiResponse.Json(InterfaceJson.Render(Nic(call, Node(call)))));
        router.Map("PUT", One, null, Update, Access.NodeAdmin);
        router.Map("DELETE", One, null, Delete, Access.NodeAdmin);
        MapChange(router, "link_subnet", "link subnet interface", (call, machine, nic) => new LinkForm(call, machine, nic).Link());
        MapChange(router, "unlink_subnet", "unlink subnet interface", (call, machine, nic) => new LinkForm(call, machine, nic).Unlink());
        MapChange(
            router,
            "set_default_gateway",
            "set default gateway interface",
            (call, machine, nic) => new LinkForm(call, machine, nic).SetGateway());
        MapChange(router, "disconnect", "disconnect interface", (call, _, nic) => Disconnect(call, nic));
        MapChange(router, "add_tag", "add tag", (call, _, nic) => AddTag(call, nic));
        MapChange(router, "remove_tag", "remove tag", (call, _, nic) => RemoveTag(call, nic));
    }

    private static void MapMaking(Router router, string type, string words, Func<InterfaceForm, ApiResponse> make) => router.Map(
        "POST",
        All,
        $"create_{type}",
        call => make(new InterfaceForm(call, Changing(call, $"create {words} interface"))),
        Access.NodeAdmin);

    private static void MapChange(
        Router router, string op, string what, Func<ApiCall, SimulatedMachine, SimulatedInterface, ApiResponse> change) => router.Map(
        "POST",
        One,
        op,
        call => WithNic(call, what, (machine, nic) => change(call, machine, nic)),
        Access.NodeAdmin);

    private static SimulatedNode Node(ApiCall call) =>
        call.State.Nodes.Find(call.Route["id"]) ?? throw Lookup.Missing("Node");

    private static SimulatedMachine Changing(ApiCall call, string what)
    {
        var machine = MachineLookup.ToView(call);
        MachineLookup.Require(machine, $"Cannot {what} because the machine is not New, Ready, Allocated, or Broken.", Changeable);
        return machine;
    }

    private static SimulatedInterface Nic(ApiCall call, SimulatedNode node) =>
        node.Interfaces.Find(i => Lookup.Matches(call.Route["nic"], i.Id, i.Name)) ?? throw Lookup.Missing("Interface");

    private static ApiResponse WithNic(ApiCall call, string what, Func<SimulatedMachine, SimulatedInterface, ApiResponse> act)
    {
        var machine = Changing(call, what);
        return act(machine, Nic(call, machine));
    }

    /// <summary>Deployed machines may be renamed interface by interface, no more.</summary>
    private static ApiResponse Update(ApiCall call)
    {
        var machine = MachineLookup.ToView(call);
        MachineLookup.Require(
            machine,
            "Cannot update interface because the machine is not New, Ready, Allocated, or Broken.",
            [.. Changeable, MachineStatus.Deployed]);
        return InterfaceUpdate.Apply(call, machine, Nic(call, machine));
    }

    private static ApiResponse Delete(ApiCall call) => WithNic(call, "delete interface", (machine, nic) =>
    {
        Remove(machine, nic);
        call.State.AutoFabrics.Sweep();
        return ApiResponse.NoContent();
    });

    /// <summary>What stands on the interface alone goes with it.</summary>
    private static void Remove(SimulatedMachine machine, SimulatedInterface nic)
    {
        foreach (var child in nic.Children.ToList())
        {
            child.Parents.Remove(nic);
            if (child.Parents.Count == 0)
                Remove(machine, child);
        }

        machine.ForgetGateways(nic.Links.Contains);
        machine.Interfaces.Remove(nic);
    }

    private static ApiResponse Disconnect(ApiCall call, SimulatedInterface nic)
    {
        nic.Links.Clear();
        nic.Vlan = null;
        call.State.AutoFabrics.Sweep();
        return ApiResponse.Json(InterfaceJson.Render(nic));
    }

    private static ApiResponse AddTag(ApiCall call, SimulatedInterface nic)
    {
        var tag = call.Form.Require("tag");
        if (!nic.Tags.Contains(tag))
            nic.Tags.Add(tag);
        return ApiResponse.Json(InterfaceJson.Render(nic));
    }

    private static ApiResponse RemoveTag(ApiCall call, SimulatedInterface nic)
    {
        nic.Tags.Remove(call.Form.Require("tag"));
        return ApiResponse.Json(InterfaceJson.Render(nic));
    }
}
