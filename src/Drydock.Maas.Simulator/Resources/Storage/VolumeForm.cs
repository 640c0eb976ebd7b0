using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>Making logical volumes by form; one without a size takes the rest of its group.</summary>
internal sealed class VolumeForm(ApiCall call, SimulatedMachine machine, SimulatedVolumeGroup group)
{
    public ApiResponse Create()
    {
        var errors = new FieldErrors(call.Form);
        var fields = new StorageFields(call.Form, errors);
        var isFull = group.AvailableSize < StorageExtent.Bytes;
        var name = errors.Text("name");
        var uuid = fields.Uuid();
        var size = isFull ? null : fields.Size("size", StorageExtent.Bytes, group.AvailableSize);
        if (isFull)
        {
            errors.Add(
                "__all__",
                $"Volume group ({group.Name}) cannot hold any more logical volumes, because it doesn't have enough free space.");
        }

        errors.ThrowIfAny();
        VirtualDevices.DemandFree(machine, name);
        var volume = VirtualDevices.AddVolume(call.State, machine, group, name, uuid, StorageSizes.Cut(size ?? group.AvailableSize));
        return ApiResponse.Json(StorageJson.RenderNew(volume));
    }
}
