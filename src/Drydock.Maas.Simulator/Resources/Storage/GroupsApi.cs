using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>Endpoints of a kind of groups of a machine's volumes: they are listed, made, read, changed and deleted.</summary>
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
        router.Map("POST", All, null, call => Create(call, Ready(MachineLookup.ToAdminister(call), Refusal("create"))));
        foreach (var one in One)
        {
            router.Map("GET", one, null, Get);
            router.Map("PUT", one, null, call => With(call, Refusal("update"), Update));
            router.Map("DELETE", one, null, call => With(call, Refusal("delete"), Delete));
            RegisterMore(router, one);
        }
    }

    /// <summary>Operations that only this group has.</summary>
    protected virtual void RegisterMore(Router router, string one)
    {
    }

    protected abstract List<T> GetGroups(SimulatedMachine machine);

    protected abstract JsonObject Render(SimulatedMachine machine, T group);

    protected abstract ApiResponse Create(ApiCall call, SimulatedMachine machine);

    protected abstract ApiResponse Update(ApiCall call, SimulatedMachine machine, T group);

    protected virtual ApiResponse Delete(ApiCall call, SimulatedMachine machine, T group)
    {
        VirtualDevices.RemoveGroup(machine, group);
        return ApiResponse.NoContent();
    }

    /// <summary>What MAAS says when the machine is in no status for it.</summary>
    protected virtual string Refusal(string verb) => $"Cannot {verb} {words} because the machine is not Ready.";

    protected virtual (SimulatedMachine Machine, T Group) Find(ApiCall call) => VolumeLookup.Group(call, GetGroups, model);

    protected ApiResponse With(ApiCall call, string refusal, Func<ApiCall, SimulatedMachine, T, ApiResponse> handle)
    {
        var (machine, group) = Find(call);
        NodeRights.Demand(machine, NodeRights.CanAdminister(call.User, machine));
        return handle(call, Ready(machine, refusal), group);
    }

    private ApiResponse List(ApiCall call)
    {
        var machine = MachineLookup.ToView(call);
        return ApiResponse.Json(ApiJson.List(GetGroups(machine), group => Render(machine, group)));
    }

    private ApiResponse Get(ApiCall call)
    {
        var (machine, group) = Find(call);
        NodeRights.Demand(machine, NodeRights.CanView(call.User, machine));
        return ApiResponse.Json(Render(machine, group));
    }

    private static SimulatedMachine Ready(SimulatedMachine machine, string refusal)
    {
        MachineLookup.Require(machine, refusal, MachineStatus.Ready);
        return machine;
    }
}
