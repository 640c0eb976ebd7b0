using System.Globalization;
using Drydock.Maas.Simulator.Http;

namespace Drydock.Maas.Simulator.Machines;

/// <summary>Which storage layout a form asks for, and its measures.</summary>
internal sealed class LayoutForm
{
    private const long Efi = 512L << 20;
    private const long LeastBoot = 512L << 20;
    private const long LeastRoot = 3L << 30;

    private static readonly string[] Names = ["blank", "vmfs6", "bcache", "lvm", "flat", "custom", "vmfs7"];

    private readonly ParameterSet _form;
    private readonly FieldErrors _errors;

    public LayoutForm(ParameterSet form, SimulatedMachine machine)
    {
        (_form, _errors) = (form, new(form));
        Layout = ReadLayout();
        var boot = machine.EffectiveBootDisk
            ?? throw new ApiException(ApiResponse.Invalid("__all__", "Machine doesn't have any storage devices to configure."));
        RootDevice = ReadDisk(machine);
        BootSize = ReadSize("boot_size", boot, LeastBoot, LeastRoot);
        RootSize = ReadSize("root_size", boot, LeastRoot, LeastBoot);
        VolumeSize = ReadSize("lv_size", boot, 0, LeastBoot);
        _errors.ThrowIfAny();
    }

    public string Layout { get; }

    /// <summary>Where the root goes; null for the boot disk.</summary>
    public SimulatedBlockDevice? RootDevice { get; }

    /// <summary>Bytes.</summary>
    public long? BootSize { get; }

    /// <summary>Bytes.</summary>
    public long? RootSize { get; }

    /// <summary>Bytes of the logical volume.</summary>
    public long? VolumeSize { get; }

    public string Text(string name, string otherwise) => _form.Get(name) is { Length: > 0 } text ? text : otherwise;

    private string ReadLayout()
    {
        var layout = _form.Get("storage_layout");
        if (string.IsNullOrEmpty(layout))
            throw new ApiException(ApiResponse.Invalid("storage_layout", FieldErrors.Required));
        if (Names.Contains(layout))
            return layout;
        var known = string.Join(", ", Names.Select(n => $"'{n}'"));
        throw new ApiException(
            ApiResponse.Invalid("storage_layout", $"'{layout}' is not a valid storage_layout.  It should be one of: {known}."));
    }

    private SimulatedBlockDevice? ReadDisk(SimulatedMachine machine)
    {
        if (_form.Get("root_device") is not { Length: > 0 } id)
            return null;
        var disk = machine.Disks.FirstOrDefault(d => d.Id.ToString(CultureInfo.InvariantCulture) == id);
        if (disk is null)
        {
            var known = string.Join(", ", machine.Disks.Select(d => $"'{d.Id}'"));
            _errors.Add("root_device", $"'{id}' is not a valid root_device.  It should be one of: {known}.");
        }

        return disk;
    }

    private long? ReadSize(string field, SimulatedBlockDevice boot, long minimum, long others)
    {
        if (_form.Get(field) is not { Length: > 0 } text)
            return null;
        if (SizeText.Parse(text, boot.Size) is not { } size)
        {
            _errors.Add(field, "Enter a valid value.");
            return null;
        }

        var maximum = boot.Size - Efi - others;
        if (size < minimum)
            _errors.Add(field, $"Size is too small. Minimum size is {minimum}.");
        if (size > maximum)
            _errors.Add(field, $"Size is too large. Maximum size is {maximum}.");
        return size;
    }
}
