namespace Drydock.Maas.Design;

/// <summary>A name for a device by its bus address.</summary>
public sealed record DeviceAlias
{
    /// <summary>The name.</summary>
    public string Alias { get; init; } = "";

    /// <summary>The address, or regexp: and an expression.</summary>
    public string Address { get; init; } = "";

    /// <summary>pci or scsi.</summary>
    public string BusType { get; init; } = "";

    /// <summary>What it is; for people's information.</summary>
    public string? DeviceType { get; init; }
}
