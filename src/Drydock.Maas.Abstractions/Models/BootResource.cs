namespace Drydock.Maas.Models;

/// <summary>A boot resource (boot-resources/).</summary>
public sealed record BootResource : MaasResource
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

    /// <summary>The title, of an uploaded image.</summary>
    public string? Title { get; init; }

    /// <summary>MAAS later than 3.4: the image that an uploaded one was made of, for example ubuntu/jammy; it installs it.</summary>
    public string? BaseImage { get; init; }

    /// <summary>When it was last deployed.</summary>
    public string? LastDeployed { get; init; }

    /// <summary>The platform, for example generic.</summary>
    public string? Platform { get; init; }

    /// <summary>Platforms it supports, separated by commas.</summary>
    public string? SupportedPlatforms { get; init; }

    /// <summary>Its versions with their files; only when one resource is read.</summary>
    public IReadOnlyDictionary<string, BootResourceSet>? Sets { get; init; }
}
