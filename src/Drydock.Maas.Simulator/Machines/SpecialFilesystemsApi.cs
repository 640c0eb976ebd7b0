using System.Text.Json.Nodes;
using Drydock.Maas.Simulator.Api;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary><c>op=mount_special</c> and <c>unmount_special</c>: file systems in memory.</summary>
internal sealed class SpecialFilesystemsApi : IApiModule
{
    private const string One = "machines/{id}/";

    private static readonly string[] Types = ["tmpfs", "ramfs"];

    public void Register(Router router)
    {
        router.Map("POST", One, "mount_special", Mount);
        router.Map("POST", One, "unmount_special", Unmount);
    }

    private static ApiResponse Mount(ApiCall call)
    {
        var machine = Changeable(call, "mount");
        var errors = new FieldErrors(call.Form);
        var mountPoint = errors.Text("mount_point");
        var type = errors.Text("fstype");
        if (type.Length > 0 && !Types.Contains(type))
            errors.Add("fstype", $"Select a valid choice. {type} is not one of the available choices.");
        errors.ThrowIfAny();
        if (FilesystemForm.IsMounted(machine, mountPoint))
            return ApiResponse.BareInvalid("__all__", $"Another filesystem is already mounted at {mountPoint}.");
        machine.SpecialFilesystems.Add(SimulatedFilesystem.New(type) with
        {
            MountPoint = mountPoint, MountOptions = call.Form.Get("mount_options") ?? "",
        });
        return MachineApi.Render(call, machine);
    }

    private static ApiResponse Unmount(ApiCall call)
    {
        var machine = Changeable(call, "unmount");
        var errors = new FieldErrors(call.Form);
        var mountPoint = errors.Text("mount_point");
        if (mountPoint.Length > 0 && !machine.SpecialFilesystems.Exists(filesystem => filesystem.MountPoint == mountPoint))
            errors.Add("mount_point", "No special filesystem is mounted at this path.");
        errors.ThrowIfAny();
        machine.SpecialFilesystems.RemoveAll(filesystem => filesystem.MountPoint == mountPoint);
        return MachineApi.Render(call, machine);
    }

    private static SimulatedMachine Changeable(ApiCall call, string what)
    {
        var machine = MachineLookup.Unlocked(call);
        MachineLookup.RequireEdit(call, machine);
        MachineLookup.Require(
            machine,
            $"Cannot {what} the filesystem because the machine is not Ready or Allocated.",
            MachineStatus.Ready,
            MachineStatus.Allocated);
        return machine;
    }

    public static JsonArray Render(SimulatedMachine machine) => SiteJson.List(machine.SpecialFilesystems, StorageJson.Render);
}
