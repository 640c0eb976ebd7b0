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
        router.Map(
            "POST",
            All,
            "create_physical",
            call => new InterfaceForm(call, Changing(call, "create physical interface")).CreatePhysical(),
            Access.NodeAdmin);
        router.Map(
            "POST",
            All,
            "create_bond",
            call => new InterfaceForm(call, Changing(call, "create bond interface")).CreateBond(),
            Access.NodeAdmin);
        router.Map(
            "POST",
            All,
            "create_bridge",
            call => new InterfaceForm(call, Changing(call, "create bridge interface")).CreateBridge(),
            Access.NodeAdmin);
        router.Map(
            "POST",
            All,
            "create_vlan",
            call => new InterfaceForm(call, Changing(call, "create VLAN interface")).CreateVlan(),
            Access.NodeAdmin);
        router.Map("GET", One, null, call => ApiResponse.Json(InterfaceJson.Render(Nic(call, Node(call)))));
        router.Map("PUT", One, null, Update, Access.NodeAdmin);
        router.Map("DELETE", One, null, Delete, Access.NodeAdmin);
        router.Map(
            "POST",
            One,
            "link_subnet",
            call => WithNic(call, "link subnet interface", (m, nic) => new LinkForm(call, m, nic).Link()),
            Access.NodeAdmin);
        router.Map(
            "POST",
            One,
            "unlink_subnet",
            call => WithNic(call, "unlink subnet interface", (m, nic) => new LinkForm(call, m, nic).Unlink()),
            Access.NodeAdmin);
        router.Map(
            "POST",
            One,
            "set_default_gateway",
            call => WithNic(call, "set default gateway interface", (m, nic) => new LinkForm(call, m, nic).SetGateway()),
            Access.NodeAdmin);
        router.Map(
            "POST", One, "disconnect", call => WithNic(call, "disconnect interface", (_, nic) => Disconnect(call, nic)), Access.NodeAdmin);
        router.Map("POST", One, "add_tag", call => WithNic(call, "add tag", (_, nic) => AddTag(call, nic)), Access.NodeAdmin);
        router.Map("POST", One, "remove_tag", call => WithNic(call, "remove tag", (_, nic) => RemoveTag(call, nic)), Access.NodeAdmin);
    }

    private static SimulatedNode Node(ApiCall call) =>
        call.State.Nodes.Find(call.Route["id"]) ?? throw Lookup.Missing("Node");

    private static SimulatedMachine Changing(ApiCall call, string what)
    {
        var machine = MachineLookup.Machine(call);
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
        var machine = MachineLookup.Machine(call);
        MachineLookup.Require(
            machine,
            "Cannot update interface because the machine is not New, Ready, Allocated, or Broken.",
            [.. Changeable, MachineStatus.Deployed]);
        return new InterfaceForm(call, machine).Update(Nic(call, machine));
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

        if (machine.GatewayLink is { } gateway && nic.Links.Contains(gateway))
            machine.GatewayLink = null;
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
