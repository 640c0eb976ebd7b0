namespace Drydock.Maas.Api;

/// <summary>Images to take from a boot source; null leaves a field as it is.</summary>
public sealed record BootSourceSelectionRequest
{
    /// <summary>The operating system, for example ubuntu.</summary>
    public string? Os { get; init; }

    /// <summary>The release, for example jammy.</summary>
    public string? Release { get; init; }

    /// <summary>The architectures; * for all.</summary>
    public IReadOnlyList<string>? Arches { get; init; }

    /// <summary>The kernels; * for all.</summary>
    public IReadOnlyList<string>? Subarches { get; init; }

    /// <summary>The labels; * for all.</summary>
    public IReadOnlyList<string>? Labels { get; init; }
}
