using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Interfaces;

/// <summary><c>nodes/{system_id}/interfaces/</c>.</summary>
internal sealed class InterfacesApi : IApiModule
{
    private const string All = "nodes/{id}/interfaces/";
    private const string One = "nodes/{id}/interfaces/{nic}/";

    private static readonly MachineStatus[] Changeable =
        [MachineStatus.New, MachineStatus.Ready, MachineStatus.FailedTesting, MachineStatus.Allocated, MachineStatus.Broken];

    public void Register(Router router)
    {
        router.Map("GET", All, null, List);
        router.Map("POST", All, "create_physical", CreateNic);
        router.Map("POST", All, "create_bond", call => new BondForm(call, Machine(call, "create bond"), null).Save());
        router.Map("POST", All, "create_bridge", call => new BridgeForm(call, Machine(call, "create bridge"), null).Make());
        router.Map("POST", All, "create_vlan", call => new VlanInterfaceForm(call, Machine(call, "create VLAN"), null).Save());
        router.Map("GET", One, null, call => ApiResponse.Json(InterfaceJson.Render(ToView(call))));
        router.Map("PUT", One, null, Update);
        router.Map("DELETE", One, null, Delete);
        router.Map("POST", One, "link_subnet", Link);
        router.Map("POST", One, "unlink_subnet", call => new UnlinkForm(call, Changing(call, "unlink subnet", "link subnet")).Save());
        router.Map("POST", One, "set_default_gateway", call => new GatewayForm(call, Changing(call, "set default gateway", "link subnet")).Save());
        router.Map("POST", One, "disconnect", Disconnect);
        router.Map("POST", One, "add_tag", AddTag);
        router.Map("POST", One, "remove_tag", RemoveTag);
    }

    private static ApiResponse List(ApiCall call)
    {
        var node = MachineLookup.NodeToView(call);
        return ApiResponse.Json(ApiJson.List(node.Interfaces.OrderBy(nic => nic.Id), InterfaceJson.Render));
    }

    private static ApiResponse CreateNic(ApiCall call)
    {
        var node = MachineLookup.NodeToEdit(call);
        DemandNoController(node, "create");
        if (node is SimulatedMachine machine)
        {
            NodeRights.Demand(node, NodeRights.CanAdminister(call.User, node));
            DemandStatus(machine, "create");
        }

        return new NicForm(call, node, null).Save();
    }

    private static SimulatedMachine Machine(ApiCall call, string what)
    {
        var machine = MachineLookup.ToAdminister(call);
        DemandStatus(machine, what);
        return machine;
    }

    private static SimulatedInterface ToView(ApiCall call)
    {
        var nic = Find(call);
        NodeRights.Demand(nic.Node, NodeRights.CanView(call.User, nic.Node));
        return nic;
    }

    /// <summary>The interfaces of a machine are its administrator's, those of a device its owner's.</summary>
    private static SimulatedInterface ToChange(ApiCall call)
    {
        var nic = Find(call);
        NodeRights.Demand(
            nic.Node, nic.Node is SimulatedDevice ? NodeRights.CanEdit(call.User, nic.Node) : NodeRights.CanAdminister(call.User, nic.Node));
        return nic;
    }

    /// <summary>For an operation that no controller lets do, and no machine in use.</summary>
    private static SimulatedInterface Changing(ApiCall call, string what, string whatOfController)
    {
        var nic = ToChange(call);
        DemandNoController(nic.Node, whatOfController);
        if (nic.Node is SimulatedMachine machine)
            DemandStatus(machine, what);
        return nic;
    }

    private static SimulatedInterface Find(ApiCall call) =>
        InterfaceSpecifiers.All.Require(call.State, call.Route["nic"], nic => nic.Node.SystemId == call.Route["id"]);

    private static void DemandNoController(SimulatedNode node, string what)
    {
        if (node is SimulatedController)
            throw new ApiException(ApiResponse.Forbidden($"Cannot {what} interface on a controller."));
    }

    private static void DemandStatus(SimulatedMachine machine, string what, params MachineStatus[] further) => MachineLookup.Require(
        machine, $"Cannot {what} interface because the machine is not New, Ready, Allocated, or Broken.", [.. Changeable, .. further]);

    private static ApiResponse Update(ApiCall call)
    {
        var nic = ToChange(call);
        if (nic.Node is SimulatedController)
        {
            return nic.Type == "vlan"
                ? ApiResponse.Forbidden("Cannot modify VLAN interface on controller.")
                : new DeployedInterfaceForm(call, nic).SaveOfController();
        }

        if (nic.Node is SimulatedMachine machine)
            DemandStatus(machine, "update interface", MachineStatus.Deployed);
        if (nic.Node is SimulatedMachine { Status: MachineStatus.Deployed })
            return new DeployedInterfaceForm(call, nic).Save();
        return nic.Type switch
        {
            "bond" => new BondForm(call, nic.Node, nic).Save(),
            "bridge" => new BridgeForm(call, nic.Node, nic).Save(),
            "vlan" => new VlanInterfaceForm(call, nic.Node, nic).Save(),
            _ => new NicForm(call, nic.Node, nic).Save(),
        };
    }

    private static ApiResponse Delete(ApiCall call)
    {
        InterfaceChanges.Remove(Changing(call, "delete interface", "delete interface"));
        return ApiResponse.NoContent();
    }

    private static ApiResponse Link(ApiCall call)
    {
        var force = QueryFlag.Read(call.Post, "force");
        return new LinkForm(call, Changing(call, "link subnet", "link subnet"), force).Save();
    }

    /// <summary>The answer is of the interface as it was sent away; a bond or bridge above pulls it back right after.</summary>
    private static ApiResponse Disconnect(ApiCall call)
    {
        var nic = Changing(call, "disconnect", "disconnect");
        // A bridge takes its VLAN interface along, which does not go.
        if (nic.Type == "vlan" || nic.Parents.Exists(parent => parent.Type == "vlan"))
            return ApiResponse.BareInvalid("vlan", "VLAN interface requires connection to a VLAN.");
        InterfaceLinks.Clear(nic);
        nic.Discovered = null;
        var changes = new InterfaceChanges(call.State);
        changes.Move(nic, null);
        var answer = ApiResponse.Json(InterfaceJson.Render(nic));
        changes.Follow(nic);
        return answer;
    }

    private static ApiResponse AddTag(ApiCall call)
    {
        var nic = ToChange(call);
        var tag = call.Post.Demand("tag");
        if (nic.Tags.Contains(tag))
            return ApiResponse.Json(InterfaceJson.Render(nic));
        var errors = new FieldErrors(call.Post);
        errors.CheckItems("tags", [.. nic.Tags, tag]);
        errors.ThrowIfAny(bare: true);
        nic.Tags.Add(tag);
        return ApiResponse.Json(InterfaceJson.Render(nic));
    }

    private static ApiResponse RemoveTag(ApiCall call)
    {
        var nic = ToChange(call);
        nic.Tags.Remove(call.Post.Demand("tag"));
        return ApiResponse.Json(InterfaceJson.Render(nic));
    }
}
