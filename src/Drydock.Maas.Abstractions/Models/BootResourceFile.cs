using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

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
