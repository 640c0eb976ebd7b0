namespace Drydock.Maas.Api;

/// <summary>A disk to add by hand or fields of one to change; null is left out.</summary>
public sealed record BlockDeviceRequest
{
    /// <summary>The name, for example sdc.</summary>
    public string? Name { get; init; }

    /// <summary>The model; with the serial number it identifies the disk.</summary>
    public string? Model { get; init; }

    /// <summary>The serial number.</summary>
    public string? Serial { get; init; }

    /// <summary>The path by which the hardware is found, instead of model and serial number.</summary>
    public string? IdPath { get; init; }

    /// <summary>Size in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Block size in bytes.</summary>
    public int? BlockSize { get; init; }
}
