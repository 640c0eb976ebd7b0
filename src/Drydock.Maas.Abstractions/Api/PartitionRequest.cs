namespace Drydock.Maas.Api;

/// <summary>A partition to make.</summary>
public sealed record PartitionRequest
{
    /// <summary>Size in bytes; MAAS cuts it to whole 4 MiB.</summary>
    public long Size { get; init; }

    /// <summary>Its UUID; MAAS makes one when null.</summary>
    public string? Uuid { get; init; }

    /// <summary>Whether it is marked bootable.</summary>
    public bool Bootable { get; init; }
}
