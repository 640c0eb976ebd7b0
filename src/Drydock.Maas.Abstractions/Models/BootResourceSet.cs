namespace Drydock.Maas.Models;

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
    public IReadOnlyDictionary<string, BootResourceFile>? Files { get; init; }

    /// <summary>The version.</summary>
    public override string ToString() => Version;
}
