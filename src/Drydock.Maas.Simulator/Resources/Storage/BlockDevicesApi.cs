using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary><c>nodes/{system_id}/blockdevices/</c>.</summary>
internal sealed class BlockDevicesApi : IApiModule
{
    private const string All = "nodes/{id}/blockdevices/";
    private const string One = "nodes/{id}/blockdevices/{device}/";

    public void Register(Router router)
    {
        router.Map("GET", All, null, List);
        router.Map("POST", All, null, call => new BlockDeviceForm(call).Create(MachineLookup.ToAdminister(call)), Access.Admin);
        router.Map("GET", One, null, call => Render(VolumeLookup.DeviceToView(call)));
        router.Map("PUT", One, null, Update);
        router.Map("DELETE", One, null, Delete);
        router.Map("POST", One, "add_tag", call => Tag(call, add: true));
        router.Map("POST", One, "remove_tag", call => Tag(call, add: false));
        router.Map("POST", One, "set_boot_disk", SetBootDisk);
        router.Map("POST", One, "format", call => Change(call, "format", form => form.Format()));
        router.Map("POST", One, "unformat", call => Change(call, "unformat", form => form.Unformat()));
        router.Map("POST", One, "mount", call => Change(call, "mount", form => form.Mount()));
        router.Map("POST", One, "unmount", call => Change(call, "unmount", form => form.Unmount()));
    }

    private static ApiResponse List(ApiCall call) =>
        ApiResponse.Json(ApiJson.List(MachineLookup.ToView(call).BlockDevices.OrderBy(d => d.Id), StorageJson.RenderListed));

    private static ApiResponse Render(SimulatedBlockDevice device) => ApiResponse.Json(StorageJson.Render(device));

    private static ApiResponse Update(ApiCall call)
    {
        var device = VolumeLookup.DeviceToAdminister(call);
        MachineLookup.Require(
            device.Machine,
            "Cannot update block device because the machine is not Ready.",
            MachineStatus.Ready,
            MachineStatus.Deployed);
        if (device.Machine.Status == MachineStatus.Deployed && device.Group is not null)
            return ApiResponse.Conflict("Cannot update virtual block device because the machine is Deployed.");
        return new BlockDeviceForm(call).Update(device);
    }

    private static ApiResponse Tag(ApiCall call, bool add)
    {
        var device = Ready(call, "update block device");
        var tag = call.Post.Get("tag") ?? throw new ApiException(ApiResponse.Text(400, "No provided tag!"));
        if (!add)
            device.Tags.Remove(tag);
        else if (!device.Tags.Contains(tag))
            device.Tags.Add(tag);
        return Render(device);
    }

    private static ApiResponse Delete(ApiCall call)
    {
        var device = Ready(call, "delete block device");
        VirtualDevices.DemandNoMember(device);
        VirtualDevices.Remove(device);
        return ApiResponse.NoContent();
    }

    private static ApiResponse SetBootDisk(ApiCall call)
    {
        var device = Ready(call, "set as boot disk");
        if (device.Group is not null)
            return ApiResponse.Text(400, "Cannot set a virtual block device as the boot disk.");
        BootDiskUse.Choose(device);
        return ApiResponse.BareText(200, "OK");
    }

    private static SimulatedBlockDevice Ready(ApiCall call, string what)
    {
        var device = VolumeLookup.DeviceToAdminister(call);
        MachineLookup.Require(device.Machine, $"Cannot {what} because the machine is not Ready.", MachineStatus.Ready);
        return device;
    }

    private static ApiResponse Change(ApiCall call, string what, Action<FilesystemForm> change)
    {
        var device = VolumeLookup.DeviceToEdit(call);
        MachineLookup.Require(
            device.Machine,
            $"Cannot {what} block device because the machine is not Ready or Allocated.",
            MachineStatus.Ready,
            MachineStatus.Allocated);
        if (device.Machine.Status == MachineStatus.Ready && !call.SignedUser.IsSuperuser)
            return ApiResponse.Forbidden($"Cannot {what} block device because you don't have the permissions on a Ready machine.");
        change(new(call.Form, device));
        return Render(device);
    }
}
