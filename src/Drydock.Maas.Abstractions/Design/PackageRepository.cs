namespace Drydock.Maas.Design;

/// <summary>A package repository (Region, repositories).</summary>
public sealed record PackageRepository
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>apt or rpm.</summary>
    public string RepositoryType { get; init; } = "";

    /// <summary>The URL.</summary>
    public string Url { get; init; } = "";

    /// <summary>Distributions, for example jammy.</summary>
    public IReadOnlyList<string> Distributions { get; init; } = [];

    /// <summary>Pockets that stay enabled; null when not given.</summary>
    public IReadOnlyList<string>? Subrepositories { get; init; } = [];

    /// <summary>Components; null when not given.</summary>
    public IReadOnlyList<string>? Components { get; init; } = [];

    /// <summary>Architectures.</summary>
    public IReadOnlyList<string> Architectures { get; init; } = [];

    /// <summary>The key the repository is signed with.</summary>
    public string? GpgKey { get; init; }

    /// <summary>Further options, which MAAS has no place for.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Properties the document has here and nobody reads, mistyped ones perhaps, each with its place.</summary>
    public IReadOnlyDictionary<string, DocumentLocation> UnknownProperties { get; init; } = new Dictionary<string, DocumentLocation>();
}
