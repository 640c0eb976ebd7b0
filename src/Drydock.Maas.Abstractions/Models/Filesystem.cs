using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A file system on a block device, partition or logical volume.</summary>
public sealed record Filesystem : MaasObject
{
    /// <summary>The type: ext4, xfs, fat32, swap, lvm-pv and so on.</summary>
    [JsonPropertyName("fstype")]
    public string Fstype { get => field ?? ""; init; }

    /// <summary>Its UUID.</summary>
    public string? Uuid { get; init; }

    /// <summary>Its label.</summary>
    public string? Label { get; init; }

    /// <summary>Where it is mounted.</summary>
    public string? MountPoint { get; init; }

    /// <summary>Options it is mounted with.</summary>
    public string? MountOptions { get; init; }

    /// <summary>The type.</summary>
    public override string ToString() => Fstype;
}
