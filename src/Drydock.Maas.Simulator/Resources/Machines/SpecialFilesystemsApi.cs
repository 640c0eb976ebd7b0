using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.Resources.Storage;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Machines;

/// <summary><c>op=mount_special</c> and <c>unmount_special</c>: file systems in memory.</summary>
internal sealed class SpecialFilesystemsApi : IApiModule
{
    private const string One = "machines/{id}/";

    public void Register(Router router)
    {
        router.Map("POST", One, "mount_special", Mount);
        router.Map("POST", One, "unmount_special", Unmount);
    }

    public static JsonArray Render(SimulatedMachine machine) => ApiJson.List(machine.EffectiveSpecialFilesystems, StorageJson.Render);

    /// <summary>Those of a machine that has an owner are of the allocation, whatever its status.</summary>
    private static ApiResponse Mount(ApiCall call)
    {
        var machine = Changeable(call, "mount");
        var errors = new FieldErrors(call.Form);
        var fields = new StorageFields(call.Form, errors);
        var mountPoint = fields.AbsolutePath("mount_point", required: true);
        var type = fields.Choice("fstype", SimulatedFilesystem.SpecialTypes, required: true);
        errors.ThrowIfAny();
        var acquired = machine.Owner is not null;
        MountPoints.Demand(machine, mountPoint!, acquired);
        (acquired ? machine.AcquiredSpecialFilesystems : machine.SpecialFilesystems).Add(SimulatedFilesystem.New(type!) with
        {
            MountPoint = mountPoint, MountOptions = call.Form.Get("mount_options") ?? "",
        });
        return MachineApi.Render(call, machine);
    }

    private static ApiResponse Unmount(ApiCall call)
    {
        var machine = Changeable(call, "unmount");
        var errors = new FieldErrors(call.Form);
        var mountPoint = new StorageFields(call.Form, errors).AbsolutePath("mount_point", required: true);
        var mounted = new[] { machine.SpecialFilesystems, machine.AcquiredSpecialFilesystems }
            .Sum(list => list.Count(filesystem => filesystem.MountPoint == mountPoint));
        if (mountPoint is not null && mounted == 0)
            errors.Add("mount_point", "No special filesystem is mounted at this path.");
        errors.ThrowIfAny();
        // What was there before the allocation is there twice since, and MAAS looks for one.
        if (mounted > 1)
            return ApiResponse.Text(500, $"get() returned more than one Filesystem -- it returned {mounted}!");
        machine.SpecialFilesystems.RemoveAll(filesystem => filesystem.MountPoint == mountPoint);
        machine.AcquiredSpecialFilesystems.RemoveAll(filesystem => filesystem.MountPoint == mountPoint);
        return MachineApi.Render(call, machine);
    }

    private static SimulatedMachine Changeable(ApiCall call, string what)
    {
        var machine = MachineLookup.ToEdit(call);
        MachineLookup.Require(
            machine,
            $"Cannot {what} the filesystem because the machine is not Ready or Allocated.",
            MachineStatus.Ready,
            MachineStatus.Allocated);
        return machine;
    }
}
