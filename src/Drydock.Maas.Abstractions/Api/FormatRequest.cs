namespace Drydock.Maas.Api;

/// <summary>A file system to make.</summary>
public sealed record FormatRequest
{
    /// <summary>ext4, xfs, fat32, swap and so on.</summary>
    public string FilesystemType { get; init; } = "";

    /// <summary>Its UUID; MAAS makes one when null.</summary>
    public string? Uuid { get; init; }

    /// <summary>Its label.</summary>
    public string? Label { get; init; }
}
