using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary><c>machines/</c>: operations on many machines at once.</summary>
internal sealed class BulkApi : IApiModule
{
    private const string All = "machines/";

    public void Register(Router router)
    {
        router.Map("POST", All, "accept", Accept, Access.Anonymous);
        router.Map("POST", All, "accept_all", AcceptAll);
        router.Map("POST", All, "release", Release);
        router.Map("POST", All, "clone", call => new CloneForm(call).Save());
    }

    private static ApiResponse Accept(ApiCall call)
    {
        if (call.User is null)
            return ApiResponse.Text(401, "You must be logged in to accept machines.");
        var machines = Named(call);
        if (!call.SignedUser.IsSuperuser && machines.Count > 0)
            return Refuse("accept", machines);
        return Commission(call, machines);
    }

    private static ApiResponse AcceptAll(ApiCall call)
    {
        var machines = call.State.Nodes.OfType<SimulatedMachine>().Where(machine => machine.Status == MachineStatus.New);
        return Commission(call, call.SignedUser.IsSuperuser ? machines.ToList() : []);
    }

    /// <summary>Machines that are accepted already are passed over.</summary>
    private static ApiResponse Commission(ApiCall call, List<SimulatedMachine> machines)
    {
        machines.RemoveAll(machine => machine.Status is MachineStatus.Ready or MachineStatus.Commissioning);
        foreach (var machine in machines)
            MachineLookup.Require(
                machine,
                $"Cannot accept node enlistment: node {machine.SystemId} is in state {machine.Status.GetName()}.",
                MachineStatus.New);
        if (machines.Count > 0)
            RackRequirements.RequireEphemeralImage(call.State, machines[0].Architecture);
        var commissioning = new Commissioning(call.State);
        machines.ForEach(machine => commissioning.Begin(machine, call.SignedUser, CommissionOptions.Default));
        return ApiResponse.Json(ApiJson.List(machines, machine => MachineJson.Render(call.State, machine)));
    }

    private static ApiResponse Release(ApiCall call)
    {
        var machines = Named(call);
        var foreign = machines.FindAll(machine => !NodeRights.CanEdit(call.User, machine));
        if (foreign.Count > 0)
            return Refuse("release", foreign);
        machines.RemoveAll(machine => machine.Status == MachineStatus.Ready);
        var wrong = machines.FindAll(machine => !MachineLifecycle.Release.IsTakenIn(machine.Status));
        if (wrong.Count > 0)
        {
            var states = string.Join(", ", wrong.Select(machine => $"{machine.SystemId} ('{machine.Status.GetName()}')"));
            return ApiResponse.Conflict($"Machine(s) cannot be released in their current state: {states}.");
        }

        var releases = new MachineRelease(call.State);
        var comment = call.Post.Get("comment");
        machines.ForEach(machine => releases.Release(machine, call.SignedUser, erase: false, comment));
        return ApiResponse.Json(ApiJson.Texts(machines.Select(machine => machine.SystemId)));
    }

    private static List<SimulatedMachine> Named(ApiCall call)
    {
        var ids = call.DemandList("machines").Distinct().ToList();
        var machines = ids.Select(call.State.Nodes.Find).OfType<SimulatedMachine>().ToList();
        var unknown = ids.Except(machines.Select(machine => machine.SystemId)).ToList();
        return unknown.Count == 0
            ? machines
            : throw new ApiException(ApiResponse.Text(400, $"Unknown machine(s): {string.Join(", ", unknown)}."));
    }

    private static ApiResponse Refuse(string what, List<SimulatedMachine> machines)
    {
        var ids = string.Join(", ", machines.Select(machine => machine.SystemId));
        return ApiResponse.Forbidden($"You don't have the required permission to {what} the following machine(s): {ids}.");
    }
}
