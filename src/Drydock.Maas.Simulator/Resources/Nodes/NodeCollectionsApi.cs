using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Nodes;

/// <summary>Operations of all collections of nodes alike, machines, devices and controllers.</summary>
internal sealed class NodeCollectionsApi : IApiModule
{
    private static readonly string[] Collections = ["nodes/", "machines/", "devices/", "rackcontrollers/", "regioncontrollers/"];

    public void Register(Router router)
    {
        foreach (var all in Collections)
        {
            router.Map("GET", all, "is_registered", IsRegistered, Access.Anonymous);
            router.Map("GET", all, "is_action_in_progress", IsActionInProgress, Access.Stranger);
            router.Map("POST", all, "set_zone", SetZone);
        }
    }

    /// <summary>To a machine that boots, one that has not been commissioned is not registered, so that it is looked at once more.</summary>
    private static ApiResponse IsRegistered(ApiCall call)
    {
        var mac = MacAddress.Normalize(call.Query.Demand("mac_address"));
        MachineStatus[] ignored = call.User is null
            ? [MachineStatus.New, MachineStatus.Commissioning, MachineStatus.Retired] : [MachineStatus.Retired];
        return ApiResponse.Json(Owners(call, mac).Any(node => !ignored.Contains(NodeFilters.GetStatus(node))));
    }

    private static ApiResponse IsActionInProgress(ApiCall call) => ApiResponse.Json(
        Owners(call, call.Query.Demand("mac_address")).Any(node => NodeFilters.GetStatus(node) is MachineStatus.Commissioning or MachineStatus.Deploying));

    private static IEnumerable<SimulatedNode> Owners(ApiCall call, string mac) =>
        call.State.Nodes.Where(node => node.Interfaces.Exists(nic => nic.MacAddress == mac));

    /// <summary>Nodes the user does not administer are as unknown to him as those that are not there; a lock does not matter.</summary>
    private static ApiResponse SetZone(ApiCall call)
    {
        var errors = new FieldErrors(call.Form);
        var ids = call.DemandList("nodes").Distinct().ToList();
        var nodes = call.SignedUser.IsSuperuser ? ids.Select(call.State.Nodes.Find).OfType<SimulatedNode>().ToList() : [];
        if (ids.Count == 0)
            errors.Add("system_id", "No node selected.");
        else if (nodes.Count < ids.Count)
            errors.Add("system_id", "Some of the given system ids are invalid system ids.");
        var name = errors.Text("zone");
        var zone = call.State.Zones.Find(zone => zone.Name == name);
        if (zone is null && name.Length > 0)
            errors.Add("zone", FieldErrors.BadChoice);
        errors.ThrowIfAny();
        nodes.ForEach(node => node.Zone = zone!);
        return ApiResponse.Json(null);
    }
}
