using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary><c>nodes/{system_id}/raids/</c> and <c>raid/{id}/</c>.</summary>
internal sealed class RaidsApi : IApiModule
{
    private const string All = "nodes/{id}/raids/";
    private const string One = "nodes/{id}/raid/{group}/";

    public void Register(Router router)
    {
        router.Map("GET", All, null, List);
        router.Map("POST", All, null, call => new RaidForm(call, MachineLookup.Ready(call, "create RAID")).Create(), Access.NodeAdmin);
        router.Map("GET", One, null, Get);
        router.Map("PUT", One, null, Update, Access.NodeAdmin);
        router.Map("DELETE", One, null, Delete, Access.NodeAdmin);
    }

    private static ApiResponse List(ApiCall call)
    {
        var machine = MachineLookup.Machine(call);
        return ApiResponse.Json(SiteJson.List(machine.Raids, raid => GroupJson.Render(machine, raid)));
    }

    private static ApiResponse Get(ApiCall call)
    {
        var machine = MachineLookup.Machine(call);
        return ApiResponse.Json(GroupJson.Render(machine, Find(call, machine)));
    }

    private static ApiResponse Update(ApiCall call)
    {
        var machine = MachineLookup.Ready(call, "update RAID");
        return new RaidForm(call, machine).Update(Find(call, machine));
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var machine = MachineLookup.Ready(call, "delete RAID");
        var raid = Find(call, machine);
        foreach (var member in raid.Devices.Concat(raid.Spares).ToList())
            raid.Leave(member);
        VirtualDevices.Remove(machine, raid);
        machine.Raids.Remove(raid);
        return ApiResponse.NoContent();
    }

    private static SimulatedRaid Find(ApiCall call, SimulatedMachine machine) => MachineLookup.Group(call, machine.Raids, "RAID");
}
