using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary><c>machines/{system_id}/</c>: the operations that move a machine through its life.</summary>
internal sealed class LifecycleApi : IApiModule
{
    private const string One = "machines/{id}/";

    public void Register(Router router)
    {
        router.Map("POST", One, "commission", call => new ScriptsForm(call, MachineLookup.ToAdminister(call)).Commission());
        router.Map("POST", One, "test", call => new ScriptsForm(call, MachineLookup.ToAdminister(call)).Test());
        router.Map("POST", One, "override_failed_testing", OverrideTesting);
        router.Map("POST", One, "deploy", call => new DeployForm(call).Save());
        router.Map("POST", One, "release", Release);
        router.Map("POST", One, "abort", Abort);
        router.Map("POST", One, "mark_broken", MarkBroken);
        router.Map("POST", One, "mark_fixed", MarkFixed);
    }

    private static ApiResponse OverrideTesting(ApiCall call)
    {
        var machine = MachineLookup.ToAdminister(call);
        MachineLookup.Require(
            machine,
            "Unable to override node status. Node is not in 'Failed testing' status.",
            MachineLifecycle.OverrideFailedTesting.From);
        new StatusChanges(call.State).NoteRequest(
            machine, call.SignedUser, "User overrode 'Failed testing' status", call.Post.Get("comment"), "ignore failed tests");
        StatusChanges.Set(machine, machine.OperatingSystem.Length == 0 ? MachineStatus.Ready : MachineStatus.Deployed);
        return MachineApi.Render(call, machine);
    }

    private static ApiResponse Release(ApiCall call)
    {
        var form = ReleaseForm.Read(call);
        var machine = form.Machine;
        if (machine.Status is MachineStatus.Releasing or MachineStatus.Ready)
            return MachineApi.Render(call, machine);
        MachineLookup.Require(
            machine,
            $"Machine cannot be released in its current state ('{machine.Status.GetName()}').",
            MachineLifecycle.Release.From);
        new MachineRelease(call.State).Release(machine, call.SignedUser, form.Erases, form.Comment);
        return MachineApi.Render(call, machine);
    }

    private static ApiResponse Abort(ApiCall call)
    {
        var machine = MachineLookup.ToEdit(call);
        MachineLookup.Require(
            machine,
            $"Cannot abort in current state: node {machine.SystemId} is in state {machine.Status.GetName()}.",
            MachineLifecycle.Abort.From);
        new OperationAbort(call.State).Begin(machine, call.SignedUser, call.Post.Get("comment"));
        return MachineApi.Render(call, machine);
    }

    /// <summary>For the owner alone, administrators included.</summary>
    private static ApiResponse MarkBroken(ApiCall call)
    {
        var machine = MachineLookup.ToEdit(call);
        if (machine.Owner != call.SignedUser)
            return ApiResponse.Forbidden();
        var comment = call.Post.Get("comment") is { Length: > 0 } text ? text : call.Post.Get("error_description");
        new MachineRelease(call.State).MarkBroken(machine, call.SignedUser, comment);
        return MachineApi.Render(call, machine);
    }

    private static ApiResponse MarkFixed(ApiCall call)
    {
        var machine = MachineLookup.ToAdminister(call);
        MachineLookup.Require(machine, "Can't mark a non-broken node as 'Ready'.", MachineLifecycle.MarkFixed.From);
        new StatusChanges(call.State).NoteRequest(
            machine, call.SignedUser, "User marking node fixed", call.Post.Get("comment"), "mark fixed");
        MachineRelease.MarkFixed(machine);
        return MachineApi.Render(call, machine);
    }
}
