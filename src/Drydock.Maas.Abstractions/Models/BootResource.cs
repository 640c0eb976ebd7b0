namespace Drydock.Maas.Models;

/// <summary>A boot resource (boot-resources/).</summary>
public sealed record BootResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>Operating system and release, for example ubuntu/jammy.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>Architecture and kernel, for example amd64/ga-22.04.</summary>
    public string Architecture { get => field ?? ""; init; }

    /// <summary>Synced, Uploaded or Generated.</summary>
    public string? Type { get; init; }

    /// <summary>Kernels it supports, separated by commas.</summary>
    public string? Subarches { get; init; }
}
