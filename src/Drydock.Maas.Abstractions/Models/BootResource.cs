using System.Text.Json.Serialization;

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
    public IReadOnlyDictionary<string, BootResourceSet>? Sets { get; init => field = TextMap<BootResourceSet>.From(value); }
}

/// <summary>One version of a boot resource.</summary>
public sealed record BootResourceSet : MaasObject
{
    /// <summary>The version, for example 20240101.</summary>
    public string Version { get => field ?? ""; init; }

    /// <summary>The label, for example stable.</summary>
    public string? Label { get; init; }

    /// <summary>Size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Whether the region holds it whole.</summary>
    public bool Complete { get; init; }

    /// <summary>Percent downloaded, while it is not complete.</summary>
    public double? Progress { get; init; }

    /// <summary>Its files.</summary>
    public IReadOnlyDictionary<string, BootResourceFile>? Files { get; init => field = TextMap<BootResourceFile>.From(value); }

    /// <summary>The version.</summary>
    public override string ToString() => Version;
}

/// <summary>A file of a boot resource.</summary>
public sealed record BootResourceFile : MaasObject
{
    /// <summary>The name.</summary>
    [JsonPropertyName("filename")]
    public string Filename { get => field ?? ""; init; }

    /// <summary>boot-initrd, boot-kernel, root-dd, squashfs and so on.</summary>
    [JsonPropertyName("filetype")]
    public string? Filetype { get; init; }

    /// <summary>The SHA-256 sum.</summary>
    [JsonPropertyName("sha256")]
    public string? Sha256 { get; init; }

    /// <summary>Size in bytes.</summary>
    public long Size { get; init; }

    /// <summary>Whether the region holds it whole.</summary>
    public bool Complete { get; init; }

    /// <summary>Percent downloaded, while it is not complete.</summary>
    public double? Progress { get; init; }

    /// <summary>Where the content of an incomplete upload goes.</summary>
    public string? UploadUri { get; init; }

    /// <summary>The kernel package.</summary>
    [JsonPropertyName("kpackage")]
    public string? KPackage { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Filename;
}
