namespace Drydock.Maas.Simulator.State;

/// <summary>A source of images. Only the first one, which every MAAS has, has any here.</summary>
internal sealed class SimulatedBootSource
{
    /// <summary>The number of the source that has images.</summary>
    public const int OfUbuntu = 1;

    public required int Id { get; init; }

    public required string Url { get; set; }

    /// <summary>The keyring in a file of the server; empty when its content was given.</summary>
    public string KeyringFilename { get; set; } = "";

    /// <summary>The keyring itself, in base64; empty when a file was named.</summary>
    public string KeyringData { get; set; } = "";

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Updated { get; set; }
}

/// <summary>A selection of the images to take from a boot source.</summary>
internal sealed class SimulatedBootSelection
{
    public required int Id { get; init; }

    /// <summary>The source they are taken from.</summary>
    public int SourceId { get; init; } = SimulatedBootSource.OfUbuntu;

    public required string Os { get; set; }

    public required string Release { get; set; }

    public List<string> Arches { get; set; } = [];

    public List<string> Subarches { get; set; } = [];

    public List<string> Labels { get; set; } = [];
}
