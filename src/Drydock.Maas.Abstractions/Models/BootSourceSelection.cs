using System.Text.Json.Serialization;

namespace Drydock.Maas.Models;

/// <summary>A selection of images of a boot source (boot-sources/{id}/selections/).</summary>
public sealed record BootSourceSelection : MaasResource
{
    /// <summary>The identifier.</summary>
    public int Id { get; init; }

    /// <summary>The boot source.</summary>
    public int BootSourceId { get; init; }

    /// <summary>The operating system, for example ubuntu.</summary>
    public string Os { get => field ?? ""; init; }

    /// <summary>The release, for example jammy.</summary>
    public string Release { get => field ?? ""; init; }

    /// <summary>The architectures; * for all.</summary>
    public IReadOnlyList<string> Arches { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>The kernels; * for all.</summary>
    [JsonPropertyName("subarches")]
    public IReadOnlyList<string> Subarches { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>The labels; * for all.</summary>
    public IReadOnlyList<string> Labels { get => field ?? TextList<string>.Empty; init => field = TextList<string>.From(value); }

    /// <summary>Operating system and release.</summary>
    public override string ToString() => $"{Os}/{Release}";
}
