namespace Drydock.Maas.Models;

/// <summary>A partition of a block device (nodes/{system_id}/blockdevices/{device}/partition/{id}).</summary>
public sealed record Partition : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The block device's identifier.</summary>
    public int DeviceId { get; init; }

    /// <summary>The machine it belongs to.</summary>
    public string? SystemId { get; init; }

    /// <summary>Size in bytes, cut to whole 4 MiB.</summary>
    public long Size { get; init; }

    /// <summary>Whether it is marked bootable.</summary>
    public bool Bootable { get; init; }

    /// <summary>The path MAAS will give it, by-dname.</summary>
    public string? Path { get; init; }

    /// <summary>Its UUID.</summary>
    public string? Uuid { get; init; }

    /// <summary>What MAAS uses it for, in words.</summary>
    public string? UsedFor { get; init; }

    /// <summary>Its file system.</summary>
    public Filesystem? Filesystem { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<string> Tags { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>Always partition.</summary>
    public string? Type { get; init; }

    /// <summary>The path.</summary>
    public override string ToString() => Path ?? "";
}
