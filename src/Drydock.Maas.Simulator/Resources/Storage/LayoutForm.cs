using System.Globalization;
using Drydock.Maas.Simulator.Http;
using Drydock.Maas.Simulator.State;

namespace Drydock.Maas.Simulator.Resources.Storage;

/// <summary>The storage layout that a form asks for, and its measures.</summary>
internal sealed class LayoutForm
{
    private const long Efi = 512L << 20;
    private const long LeastBoot = 512L << 20;
    private const long LeastRoot = 3L << 30;
    private const long LeastDevice = 4L << 20;
    private const string CacheSizeField = "cache_size";
    private const string CacheNoPart = "cache_no_part";

    private static readonly string[] Names = ["blank", "vmfs6", "bcache", "lvm", "flat", "custom", "vmfs7"];

    private readonly ParameterSet _form;
    private readonly FieldErrors _errors;
    private readonly SimulatedMachine _machine;
    private readonly SimulatedBlockDevice _boot;

    public LayoutForm(ParameterSet form, SimulatedMachine machine)
    {
        (_form, _errors, _machine) = (form, new(form), machine);
        Layout = ReadLayout();
        _boot = machine.EffectiveBootDisk ?? throw new ApiException(
            ApiResponse.Text(400, "Machine is missing a boot disk; no storage layout can be applied."));
        RootDevice = ReadDisk("root_device", machine.Disks);
        BootSize = ReadSize("boot_size", LeastBoot, _boot.Size - Efi - LeastRoot);
        RootSize = ReadSize("root_size", LeastRoot, _boot.Size - Efi - LeastBoot);
        if (Efi + (BootSize ?? 0) + RootSize > _boot.Size && !_errors.Any)
            _errors.Add(
                "__all__", "Size of the boot partition and root partition are larger than the available space on the boot disk.");
        ReadMore();
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
    public long? VolumeSize { get; private set; }

    /// <summary>Bytes of the cache.</summary>
    public long? CacheSize { get; private set; }

    /// <summary>Whether the cache takes its device as it is.</summary>
    public bool CachesWholeDevice { get; private set; }

    /// <summary>The smallest of the fast disks that are not booted from; null for none. A form cannot choose another.</summary>
    public SimulatedBlockDevice? CacheDevice => _machine.Disks.Where(disk => disk != _boot && disk.Tags.Contains("ssd"))
        .OrderBy(disk => disk.Size).ThenBy(disk => disk.Id).FirstOrDefault();

    public string Text(string name, string otherwise) => _form.Get(name) is { Length: > 0 } text ? text : otherwise;

    private string ReadLayout()
    {
        var layout = _form.Get("storage_layout");
        if (string.IsNullOrEmpty(layout))
            throw new ApiException(ApiResponse.Invalid("storage_layout", FieldErrors.Required));
        // MAAS takes a list's first item, which is a letter where JSON sends a word.
        if (_form.IsJson)
            throw new ApiException(ApiResponse.Text(400, $"Failed to configure storage layout '{layout[0]}': Unknown storage layout: {layout[0]}"));
        if (Names.Contains(layout))
            return layout;
        throw new ApiException(ApiResponse.Invalid("storage_layout", Choices("storage_layout", layout, Names)));
    }

    private void ReadMore()
    {
        switch (Layout)
        {
            case "lvm":
                var root = RootSize ?? (_boot.Size - Efi - (BootSize ?? 0));
                VolumeSize = ReadSize("lv_size", LeastRoot, root, root);
                break;
            case "bcache":
                ReadCache();
                break;
            case "vmfs6" when _boot.Size < 10L << 30:
                _errors.Add("boot_size", "Boot disk must be at least 10Gb.");
                break;
            case "vmfs7" when _boot.Size < 32L << 30:
                _errors.Add("boot_size", "Boot disk must be at least 32Gb.");
                break;
        }
    }

    private void ReadCache()
    {
        new StorageFields(_form, _errors).Choice("cache_mode", ["writeback", "writethrough", "writearound"], required: false);
        ReadDisk("cache_device", _machine.Disks.Where(disk => disk != _boot));
        CachesWholeDevice = _errors.Flag(CacheNoPart, otherwise: false);
        if (CachesWholeDevice && _form.Get(CacheSizeField) is { Length: > 0 })
        {
            foreach (var field in new[] { CacheSizeField, CacheNoPart })
                _errors.Add(field, "Cannot use cache_size and cache_no_part at the same time.");
        }
        else if (CacheDevice is { } device)
        {
            CacheSize = ReadSize(CacheSizeField, LeastDevice, device.Size, device.Size);
        }
    }

    private SimulatedBlockDevice? ReadDisk(string field, IEnumerable<SimulatedBlockDevice> disks)
    {
        if (_form.Get(field) is not { Length: > 0 } id)
            return null;
        var known = disks.OrderBy(disk => disk.Id).ToList();
        var found = known.Find(disk => Id(disk) == id);
        if (found is null)
            _errors.Add(field, Choices(field, id, known.Select(Id)));
        return found;
    }

    private long? ReadSize(string field, long least, long most, long? whole = null)
    {
        if (_form.Get(field) is not { Length: > 0 } text)
            return null;
        if (FormSize.Parse(text, whole ?? (_boot.Size - Efi)) is not { } size)
        {
            _errors.Add(field, StorageFields.NotValid);
            return null;
        }

        if (size < least)
            _errors.Add(field, $"Size is too small. Minimum size is {least}.");
        else if (size > most)
            _errors.Add(field, $"Size is too large. Maximum size is {most}.");
        return size;
    }

    private static string Id(SimulatedBlockDevice disk) => disk.Id.ToString(CultureInfo.InvariantCulture);

    private static string Choices(string field, string value, IEnumerable<string> known) =>
        $"'{value}' is not a valid {field}.  It should be one of: {string.Join(", ", known.Select(name => $"'{name}'"))}.";
}
