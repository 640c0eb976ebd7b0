using Drydock.Maas.Models;

namespace Drydock.Maas.Provisioning.Site.BootMedia;

/// <summary>The images of MAAS, their sources and selections.</summary>
internal sealed record BootMediaState
{
    public ImageCatalogue Images { get; init; } = new([]);

    /// <summary>Where images come from; read only when one is missing.</summary>
    public IReadOnlyList<BootSource> Sources { get; init; } = [];

    public IReadOnlyList<BootSourceSelection> Selections { get; init; } = [];

    public bool IsImporting { get; init; }
}
