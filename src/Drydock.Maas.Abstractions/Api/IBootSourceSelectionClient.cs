using Drydock.Maas.Models;

namespace Drydock.Maas.Api;

/// <summary>The images that are taken from a boot source (boot-sources/{source}/selections/).</summary>
public interface IBootSourceSelectionClient
{
    /// <summary>GET boot-sources/{source}/selections/.</summary>
    Task<IReadOnlyList<BootSourceSelection>> ListAsync(int sourceId, CancellationToken token);

    /// <summary>POST boot-sources/{source}/selections/.</summary>
    Task<BootSourceSelection> CreateAsync(int sourceId, BootSourceSelectionRequest selection, CancellationToken token);

    /// <summary>PUT boot-sources/{source}/selections/{id}/.</summary>
    Task<BootSourceSelection> UpdateAsync(int sourceId, int id, BootSourceSelectionRequest update, CancellationToken token);

    /// <summary>DELETE boot-sources/{source}/selections/{id}/.</summary>
    Task DeleteAsync(int sourceId, int id, CancellationToken token);
}

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
