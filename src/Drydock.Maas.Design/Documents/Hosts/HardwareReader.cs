using Drydock.Maas.Design.Documents.Properties;

namespace Drydock.Maas.Design.Documents.Hosts;

/// <summary>Reader of HardwareProfile documents.</summary>
internal static class HardwareReader
{
    /// <summary>What tells a device other than its bus address.</summary>
    private static readonly string[] Marks = ["serial", "wwn", "path", "model", "size"];

    public static HardwareProfile Read(PropertyReader reader)
    {
        return new HardwareProfile
        {
            Name = reader.Document.Name,
            Vendor = reader.Text("vendor"),
            Generation = reader.Text("generation"),
            HardwareVersion = reader.Text("hw_version"),
            BiosVersion = reader.Text("bios_version"),
            BootMode = reader.ReadChoice("boot_mode", "bios", "uefi"),
            BootstrapProtocol = reader.ReadChoice("bootstrap_protocol", "pxe", "usb", "hdd"),
            PxeInterface = reader.Text("pxe_interface"),
            DeviceAliases = [.. reader.NamedMaps("device_aliases").Where(a => a.Value is not null)
                .Select(a => ReadAlias(a.Name, a.Value!))],
            CpuSets = (reader.TextMap("cpu_sets") ?? []).ToDictionary(),
            Hugepages = reader.NamedMaps("hugepages").Where(h => h.Value is not null)
                .ToDictionary(h => h.Name, h => ReadHugepages(h.Value!)),
            Location = reader.Document.Location,
        };
    }

    private static HugepageSettings ReadHugepages(PropertyReader reader) =>
        new() { Size = reader.RequiredText("size"), Count = reader.RequiredText("count").Length > 0 ? reader.Number("count") ?? 0 : 0 };

    private static DeviceAlias ReadAlias(string name, PropertyReader reader)
    {
        var alias = new DeviceAlias
        {
            Alias = name,
            DeviceType = reader.Text("dev_type"),
            Serials = reader.Values("serial"),
            Wwns = reader.Values("wwn"),
            Paths = reader.Values("path"),
            Models = reader.Values("model"),
            Size = reader.Text("size"),
        };
        if (reader.Has("address") || reader.Has("bus_type"))
            return alias with { Address = reader.RequiredText("address"), BusType = reader.RequiredText("bus_type") };
        // With marks of its own a device needs no bus address; half of one is none. A mark without a value has been told.
        if (!Marks.Any(reader.Has))
            reader.Note(ErrorIds.PropertyMissing, "address", $"address and bus_type are missing, and so are {string.Join(", ", Marks)}: one of them tells the device.");
        return alias;
    }
}
