using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>What all groups of a machine's volumes have in common: they are listed, made, read, changed and deleted.</summary>
/// <typeparam name="T">The group.</typeparam>
/// <param name="words">What MAAS calls it when it refuses to change one.</param>
/// <param name="model">What MAAS calls it when there is none.</param>
internal abstract class GroupsApi<T>(string words, string model) : IApiModule
    where T : SimulatedGroup
{
    protected abstract string All { get; }

    /// <summary>The paths of one; some go by two.</summary>
    protected abstract IReadOnlyList<string> One { get; }

    public void Register(Router router)
    {
        router.Map("GET", All, null, List);
        router.Map("POST", All, null, call => Create(call, Ready(call, "create")), Access.NodeAdmin);
        foreach (var one in One)
        {
            router.Map("GET", one, null, Get);
            router.Map("PUT", one, null, call => With(call, "update", Update), Access.NodeAdmin);
            router.Map("DELETE", one, null, call => With(call, "delete", Delete), Access.NodeAdmin);
            RegisterMore(router, one);
        }
    }

    /// <summary>Operations that only this group has.</summary>
    protected virtual void RegisterMore(Router router, string one)
    {
    }

    protected abstract List<T> GroupsOf(SimulatedMachine machine);

    protected abstract JsonObject Render(SimulatedMachine machine, T group);

    protected abstract ApiResponse Create(ApiCall call, SimulatedMachine machine);

    protected abstract ApiResponse Update(ApiCall call, SimulatedMachine machine, T group);

    protected abstract ApiResponse Delete(ApiCall call, SimulatedMachine machine, T group);

    protected T Find(ApiCall call, SimulatedMachine machine) => MachineLookup.Group(call, GroupsOf(machine), model);

    private ApiResponse List(ApiCall call)
    {
        var machine = MachineLookup.Machine(call);
        return ApiResponse.Json(SiteJson.List(GroupsOf(machine), group => Render(machine, group)));
    }

    private ApiResponse Get(ApiCall call)
    {
        var machine = MachineLookup.Machine(call);
        return ApiResponse.Json(Render(machine, Find(call, machine)));
    }

    private ApiResponse With(ApiCall call, string verb, Func<ApiCall, SimulatedMachine, T, ApiResponse> handle)
    {
        var machine = Ready(call, verb);
        return handle(call, machine, Find(call, machine));
    }

    private SimulatedMachine Ready(ApiCall call, string verb) => MachineLookup.Ready(call, $"{verb} {words}");
}
