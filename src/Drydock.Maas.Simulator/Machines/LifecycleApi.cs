using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary><c>machines/{system_id}/</c>: the operations that move a machine through its life.</summary>
internal sealed class LifecycleApi : IApiModule
{
    private const string One = "machines/{id}/";

    public void Register(Router router)
    {
        router.Map("POST", One, "commission", Commission, Access.Admin);
        router.Map("POST", One, "test", Test, Access.Admin);
        router.Map("POST", One, "deploy", Deploy);
        router.Map("POST", One, "release", Release);
        router.Map("POST", One, "abort", Abort);
        router.Map("POST", One, "mark_broken", MarkBroken);
        router.Map("POST", One, "mark_fixed", MarkFixed, Access.Admin);
        router.Map("POST", One, "power_on", call => Power(call, "on"));
        router.Map("POST", One, "power_off", call => Power(call, "off"));
    }

    private static ApiResponse Commission(ApiCall call)
    {
        var machine = MachineLookup.Unlocked(call);
        var errors = new FieldErrors(call.Form);
        foreach (var field in new[] { "commissioning_scripts", "testing_scripts" })
        {
            foreach (var script in errors.Values(field, []).Where(s => s != "none" && !IsKnown(s)))
                errors.Add(field, $"Select a valid choice. {script} is not one of the available choices.");
        }

        if (machine.Status is not (MachineStatus.New or MachineStatus.Ready or MachineStatus.Broken or MachineStatus.FailedCommissioning or MachineStatus.FailedTesting))
            errors.Add("__all__", "Commission is not available because of the current state of the node.");
        errors.ThrowIfAny();
        new Lifecycle(call.State).Commission(machine, call.SignedUser, call.Form.Get("testing_scripts") != "none");
        return MachineApi.Render(call, machine);
    }

    private static bool IsKnown(string script) =>
        script is "smartctl-validate" or "memtester" or "commissioning" or "update_firmware" or "configure_hba" or "internet-connectivity" || script.StartsWith("maas-", StringComparison.Ordinal);

    private static ApiResponse Test(ApiCall call)
    {
        var machine = MachineLookup.Unlocked(call);
        if (machine.Status is not (MachineStatus.Ready or MachineStatus.Deployed or MachineStatus.Allocated or MachineStatus.FailedTesting or MachineStatus.Broken))
            return ApiResponse.Invalid("__all__", "Test is not available because of the current state of the node.");
        var before = machine.Status == MachineStatus.Deployed ? MachineStatus.Deployed : MachineStatus.Ready;
        var lifecycle = new Lifecycle(call.State);
        lifecycle.Test(machine, () => Lifecycle.Set(machine, before));
        return MachineApi.Render(call, machine);
    }

    private static ApiResponse Deploy(ApiCall call)
    {
        var machine = MachineLookup.Unlocked(call);
        if (machine.Owner is not null && machine.Owner != call.SignedUser && !call.SignedUser.IsSuperuser)
            return ApiResponse.Forbidden();
        if (machine.Status is not (MachineStatus.Ready or MachineStatus.Allocated))
            return ApiResponse.Conflict($"Can't deploy a machine that is in the '{MachineStatuses.NameOf(machine.Status)}' state");
        var image = DeployImage.Choose(call, machine);
        if (!machine.Interfaces.Exists(i => i.Links.Exists(l => l.Mode != "link_up" && l.Subnet is not null)))
            return ApiResponse.Invalid("network", "Node must be configured to use a network");
        if (!MachineStorage.HasRoot(machine))
            return ApiResponse.Invalid("storage", "There are currently no storage devices.  Please add a storage device to be able to deploy this node.");
        machine.OperatingSystem = image.System;
        machine.DistroSeries = image.Series;
        machine.HweKernel = image.Kernel;
        new Lifecycle(call.State).Deploy(machine, machine.Owner ?? call.SignedUser);
        return MachineApi.Render(call, machine);
    }

    private static ApiResponse Release(ApiCall call)
    {
        var machine = MachineLookup.Unlocked(call);
        if (machine.Owner is not null && machine.Owner != call.SignedUser && !call.SignedUser.IsSuperuser)
            return ApiResponse.Forbidden();
        if (machine.Status is MachineStatus.Releasing or MachineStatus.Ready)
        {
            if (machine.Status == MachineStatus.Ready)
                machine.StatusMessage = "Released";
            return MachineApi.Render(call, machine);
        }

        MachineLookup.Require(
            machine,
            $"Machine cannot be released in its current state ('{MachineStatuses.NameOf(machine.Status)}').",
            MachineStatus.Allocated,
            MachineStatus.Deployed,
            MachineStatus.Deploying,
            MachineStatus.FailedDeployment,
            MachineStatus.Broken,
            MachineStatus.ReleasingFailed,
            MachineStatus.FailedDiskErasing);
        new Lifecycle(call.State).GiveBack(machine, call.Form.Get("erase") is { } erase && FieldErrors.IsTrue(erase));
        return MachineApi.Render(call, machine);
    }

    private static ApiResponse Abort(ApiCall call)
    {
        var machine = MachineLookup.Unlocked(call);
        MachineLookup.Require(
            machine,
            $"Can't abort: node is in the '{MachineStatuses.NameOf(machine.Status)}' state",
            MachineStatus.Commissioning,
            MachineStatus.Testing,
            MachineStatus.Deploying,
            MachineStatus.DiskErasing);
        new Lifecycle(call.State).Abort(machine);
        return MachineApi.Render(call, machine);
    }

    private static ApiResponse MarkBroken(ApiCall call)
    {
        var machine = MachineLookup.Machine(call);
        if (machine.Owner != call.SignedUser)
            return ApiResponse.Forbidden();
        Lifecycle.Set(machine, MachineStatus.Broken);
        return MachineApi.Render(call, machine);
    }

    private static ApiResponse MarkFixed(ApiCall call)
    {
        var machine = MachineLookup.Machine(call);
        if (machine.Status != MachineStatus.Broken)
            return ApiResponse.Invalid("__all__", "Mark fixed is not available because of the current state of the node.");
        Lifecycle.Set(machine, machine.CommissioningPassed ? MachineStatus.Ready : MachineStatus.New);
        machine.Owner = null;
        return MachineApi.Render(call, machine);
    }

    private static ApiResponse Power(ApiCall call, string power)
    {
        var machine = MachineLookup.Unlocked(call);
        machine.PowerState = power;
        return MachineApi.Render(call, machine);
    }
}
