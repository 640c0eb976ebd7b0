using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.Lifecycle;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>Making and changing disks by form, and changing the devices of groups.</summary>
internal sealed class BlockDeviceForm
{
    private const long LeastSize = 4L << 20;
    private const int LeastBlock = 512;
    private const string TableType = "partition_table_type";

    private readonly ApiCall _call;
    private readonly ParameterSet _form;
    private readonly FieldErrors _errors;
    private readonly StorageFields _fields;

    /// <summary>What is done once the whole form is known to be right.</summary>
    private readonly List<Action> _save = [];

    public BlockDeviceForm(ApiCall call)
    {
        (_call, _form, _errors) = (call, call.Form, new(call.Form));
        _fields = new(_form, _errors);
    }

    public ApiResponse Create(SimulatedMachine machine)
    {
        var name = _errors.Text("name");
        var idPath = _fields.AbsolutePath("id_path", required: false) ?? "";
        var size = _fields.Size("size", LeastSize, required: true);
        var blockSize = _fields.Size("block_size", LeastBlock, int.MaxValue, required: true);
        CheckNumaNode();
        if (idPath.Length == 0 && (string.IsNullOrEmpty(_form.Get("model")) || string.IsNullOrEmpty(_form.Get("serial"))))
            _errors.Add("__all__", "serial/model are required if id_path is not provided.");
        _errors.ThrowIfAny();
        DemandFree(machine, name, null);
        var device = new SimulatedBlockDevice
        {
            Id = _call.State.Ids.Next("blockdevice"),
            Machine = machine,
            Name = name,
            Size = size!.Value,
            Model = _form.Get("model") ?? "",
            Serial = _form.Get("serial") ?? "",
            IdPath = idPath,
            BlockSize = (int)blockSize!.Value,
        };
        machine.BlockDevices.Add(device);
        return ApiResponse.Json(StorageJson.Render(device));
    }

    /// <summary>Of a deployed machine's disks only what they are called changes.</summary>
    public ApiResponse Update(SimulatedBlockDevice device)
    {
        var deployed = device.Machine.Status == MachineStatus.Deployed;
        var name = _form.Get("name") ?? device.Name;
        if (device.Group is not null)
            UpdateVirtual(device);
        else
            UpdateDisk(device, deployed);
        if (!deployed)
            UpdateTable(device);
        _errors.ThrowIfAny();
        if (name.Length == 0)
            throw new ApiException(ApiResponse.BareInvalid("name", "This field cannot be blank."));
        DemandFree(device.Machine, name, device);
        _save.ForEach(save => save());
        device.Name = name;
        if (device.Group is { } group and not SimulatedVolumeGroup)
            group.Name = name;
        VirtualDevices.Resize(device.Machine);
        return ApiResponse.Json(StorageJson.Render(device));
    }

    private void UpdateDisk(SimulatedBlockDevice device, bool deployed)
    {
        var (model, serial) = (_form.Get("model") ?? device.Model, _form.Get("serial") ?? device.Serial);
        var idPath = _form.Has("id_path") ? _fields.AbsolutePath("id_path", required: false) ?? "" : device.IdPath;
        var size = deployed ? null : _fields.Size("size", LeastSize);
        var blockSize = deployed ? null : _fields.Size("block_size", LeastBlock, int.MaxValue);
        if (!deployed)
            CheckNumaNode();
        if (idPath.Length == 0 && (model.Length == 0 || serial.Length == 0) && !_errors.Any)
            _errors.Add("__all__", "serial/model are required if id_path is not provided.");
        _save.Add(() =>
        {
            (device.Model, device.Serial, device.IdPath) = (model, serial, idPath);
            (device.Size, device.BlockSize) = (size ?? device.Size, (int)(blockSize ?? device.BlockSize));
        });
    }

    private void UpdateVirtual(SimulatedBlockDevice device)
    {
        var uuid = _fields.Uuid();
        var sent = _fields.Size("size", LeastSize);
        var size = sent ?? device.Size;
        if (device.Group is not SimulatedVolumeGroup group)
        {
            if (size != device.Size)
                _errors.Add("size", "Size cannot be changed on this device.");
        }
        else if (StorageExtent.Cut(size) is var cut && cut > group.AvailableSize + device.Size)
        {
            _errors.Add(
                "__all__", $"There is not enough free space ({StorageJson.Human(cut)}) on volume group {group.Name}.");
        }

        _save.Add(() => (device.Uuid, device.Size) = (
            uuid ?? device.Uuid, device.Group is SimulatedVolumeGroup ? StorageExtent.Cut(size) : device.Size));
    }

    private void UpdateTable(SimulatedBlockDevice device)
    {
        if (_fields.Choice(TableType, [PartitionTables.Mbr, PartitionTables.Gpt], required: false) is not { } type)
            return;
        if (device.TableType is null)
            _errors.Add(TableType, "Block device has no partition table");
        _save.Add(() => device.TableType = type);
    }

    private void CheckNumaNode()
    {
        if (_errors.Number("numa_node", 0, 0, int.MaxValue) > 0)
            _errors.Add("numa_node", "Invalid NUMA node");
    }

    private static void DemandFree(SimulatedMachine machine, string name, SimulatedBlockDevice? self)
    {
        if (machine.BlockDevices.Exists(device => device != self && device.Name == name))
            throw new ApiException(VirtualDevices.NameTaken());
    }
}
