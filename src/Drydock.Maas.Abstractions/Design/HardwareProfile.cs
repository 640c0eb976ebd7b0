namespace Drydock.Maas.Design;

/// <summary>A kind of hardware (drydock/HardwareProfile/v1).</summary>
public sealed record HardwareProfile
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The vendor.</summary>
    public string? Vendor { get; init; }

    /// <summary>The generation.</summary>
    public string? Generation { get; init; }

    /// <summary>The version.</summary>
    public string? HardwareVersion { get; init; }

    /// <summary>The BIOS version.</summary>
    public string? BiosVersion { get; init; }

    /// <summary>bios or uefi.</summary>
    public string? BootMode { get; init; }

    /// <summary>pxe, usb or hdd.</summary>
    public string? BootstrapProtocol { get; init; }

    /// <summary>Which interface boots.</summary>
    public string? PxeInterface { get; init; }

    /// <summary>Names for devices by bus address.</summary>
    public IReadOnlyList<DeviceAlias> DeviceAliases { get; init => field = TextList<DeviceAlias>.From(value); } = TextList<DeviceAlias>.Empty;

    /// <summary>CPU sets by name, for example 2,4.</summary>
    public IReadOnlyDictionary<string, string> CpuSets { get; init => field = TextMap<string>.From(value); } = TextMap<string>.Empty;

    /// <summary>Huge pages by name.</summary>
    public IReadOnlyDictionary<string, HugepageSettings> Hugepages { get; init => field = TextMap<HugepageSettings>.From(value); } = TextMap<HugepageSettings>.Empty;

    /// <summary>Where the document stands.</summary>
    public DocumentLocation? Location { get; init; }

    /// <summary>The alias of that name, or null.</summary>
    public DeviceAlias? FindAlias(string name) => DeviceAliases.FirstOrDefault(a => a.Alias == name);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
