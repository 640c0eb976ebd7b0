using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary><c>machines/{system_id}/</c>: the operations that move a machine through its life.</summary>
internal sealed class LifecycleApi : IApiModule
{
    private const string One = "machines/{id}/";

    private static readonly string[] Scripts =
        ["smartctl-validate", "memtester", "commissioning", "update_firmware", "configure_hba", "internet-connectivity", "none"];

    public void Register(Router router)
    {
        router.Map("POST", One, "commission", Commission, Access.NodeAdmin);
        router.Map("POST", One, "test", Test, Access.NodeAdmin);
        router.Map("POST", One, "override_failed_testing", OverrideTesting, Access.NodeAdmin);
        router.Map("POST", One, "deploy", Deploy);
        router.Map("POST", One, "release", Release);
        router.Map("POST", One, "abort", Abort);
        router.Map("POST", One, "mark_broken", MarkBroken);
        router.Map("POST", One, "mark_fixed", MarkFixed, Access.NodeAdmin);
    }

    /// <summary>Deploys; a machine that is Ready is allocated on the way.</summary>
    public static ApiResponse Deploy(ApiCall call)
    {
        var machine = Editable(call);
        if (call.Form.Get("ephemeral_deploy") is { Length: > 0 } text && text is not ("true" or "false" or "True" or "False"))
            return ApiResponse.Text(400, "Invalid ephemeral_deploy: Value should be 'true' or 'false'");
        MachineLookup.Require(
            machine,
            $"Can't deploy a machine that is in the '{MachineStatuses.NameOf(machine.Status)}' state",
            MachineStatus.Ready,
            MachineStatus.Allocated);
        var image = DeployImage.Choose(call, machine);
        RackCalls.RequireImage(call.State, "Deployment", image.System, image.Series);
        CheckConfigured(machine);
        (machine.OperatingSystem, machine.DistroSeries, machine.HweKernel) = (image.System, image.Series, image.Kernel);
        machine.UserData = call.Form.Get("user_data");
        machine.AgentName = call.Form.Get("agent_name") ?? machine.AgentName;
        new Lifecycle(call.State).Deploy(machine, machine.Owner ?? call.SignedUser);
        return MachineApi.Render(call, machine);
    }

    private static void CheckConfigured(SimulatedMachine machine)
    {
        if (!machine.Interfaces.Exists(i => i.Links.Exists(l => l.Mode != "link_up" && l.Subnet is not null)))
            throw new ApiException(ApiResponse.Invalid("network", "Node must be configured to use a network"));
        if (MachineStorage.Problem(machine) is { } problem)
            throw new ApiException(ApiResponse.Invalid("storage", problem));
    }

    private static ApiResponse Commission(ApiCall call)
    {
        var machine = MachineLookup.Unlocked(call);
        var errors = ReadScripts(call);
        if (!StatusRules.Commissionable.Contains(machine.Status))
            errors.Add("__all__", "Commission is not available because of the current state of the node.");
        errors.ThrowIfAny();
        RackCalls.RequireEphemeralImage(call.State);
        new Lifecycle(call.State).Commission(machine, call.SignedUser, CommissionOptions.Read(call.Form), ScriptChoice.Read(call.Form));
        return MachineApi.Render(call, machine);
    }

    private static ApiResponse Test(ApiCall call)
    {
        var machine = MachineLookup.Unlocked(call);
        var errors = ReadScripts(call);
        if (!StatusRules.Testable.Contains(machine.Status))
            errors.Add("__all__", "Test is not available because of the current state of the node.");
        errors.ThrowIfAny();
        RackCalls.RequireEphemeralImage(call.State);
        new Lifecycle(call.State).Test(machine, call.SignedUser, ScriptChoice.Read(call.Form));
        return MachineApi.Render(call, machine);
    }

    private static FieldErrors ReadScripts(ApiCall call)
    {
        var errors = new FieldErrors(call.Form);
        foreach (var field in new[] { "commissioning_scripts", "testing_scripts" })
        {
            foreach (var script in errors.Values(field, [])
                .Where(name => !Scripts.Contains(name) && !name.StartsWith("maas-", StringComparison.Ordinal)
                    && !call.State.Scripts.Exists(s => s.Name == name || s.Tags.Contains(name))))
                errors.Add(field, $"Select a valid choice. {script} is not one of the available choices.");
        }

        return errors;
    }

    private static ApiResponse OverrideTesting(ApiCall call)
    {
        var machine = MachineLookup.Machine(call);
        MachineLookup.Require(
            machine, "Unable to override node status. Node is not in 'Failed testing' status.", MachineStatus.FailedTesting);
        StatusChanges.Set(machine, machine.OperatingSystem.Length == 0 ? MachineStatus.Ready : MachineStatus.Deployed);
        return MachineApi.Render(call, machine);
    }

    private static ApiResponse Release(ApiCall call)
    {
        var machine = Editable(call);
        if (machine.Status is MachineStatus.Releasing or MachineStatus.Ready)
            return MachineApi.Render(call, machine);
        MachineLookup.Require(
            machine,
            $"Machine cannot be released in its current state ('{MachineStatuses.NameOf(machine.Status)}').",
            StatusRules.Releasable);
        new Releases(call.State).Release(machine, call.Form.Get("erase") is { } erase && FieldErrors.IsTrue(erase));
        return MachineApi.Render(call, machine);
    }

    private static ApiResponse Abort(ApiCall call)
    {
        var machine = Editable(call);
        MachineLookup.Require(
            machine,
            $"Cannot abort in current state: node {machine.SystemId} is in state {MachineStatuses.NameOf(machine.Status)}.",
            StatusRules.Abortable);
        new Lifecycle(call.State).Abort(machine);
        return MachineApi.Render(call, machine);
    }

    /// <summary>For the owner alone, administrators included.</summary>
    private static ApiResponse MarkBroken(ApiCall call)
    {
        var machine = MachineLookup.Machine(call);
        if (machine.Owner != call.SignedUser)
            return ApiResponse.Forbidden();
        new Releases(call.State).MarkBroken(machine);
        return MachineApi.Render(call, machine);
    }

    private static ApiResponse MarkFixed(ApiCall call)
    {
        var machine = MachineLookup.Machine(call);
        MachineLookup.Require(machine, "Can't mark a non-broken node as 'Ready'.", MachineStatus.Broken);
        Releases.MarkFixed(machine);
        return MachineApi.Render(call, machine);
    }

    private static SimulatedMachine Editable(ApiCall call)
    {
        var machine = MachineLookup.Unlocked(call);
        MachineLookup.RequireEdit(call, machine);
        return machine;
    }
}
