using Drydock.Maas.Security;

namespace Drydock.Maas.Design;

/// <summary>A package repository (Region, repositories).</summary>
public sealed record RepositoryDefinition
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>apt or rpm.</summary>
    public string RepositoryType { get; init; } = "";

    /// <summary>The URL; user and password in it are masked, see <see cref="Credential"/>.</summary>
    public string Url { get => UrlCredential.Hide(FullUrl); init => FullUrl = value; }

    /// <summary>User and password of the URL, as user:password; null when it has none.</summary>
    public Secret? Credential => UrlCredential.Read(FullUrl);

    /// <summary>The URL with its user and password.</summary>
    internal string FullUrl { get; init; } = "";

    /// <summary>Distributions, for example jammy.</summary>
    public IReadOnlyList<string> Distributions { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Pockets that stay enabled; null when not given.</summary>
    public IReadOnlyList<string>? Subrepositories { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Components; null when not given.</summary>
    public IReadOnlyList<string>? Components { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Architectures.</summary>
    public IReadOnlyList<string> Architectures { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>The key the repository is signed with.</summary>
    public string? GpgKey { get; init; }

    /// <summary>Further options, which MAAS has no place for.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init => field = TextMap<string>.From(value); } = TextMap<string>.Empty;

    /// <summary>Properties the document has here and nobody reads, mistyped ones perhaps, each with its place.</summary>
    public IReadOnlyDictionary<string, DocumentLocation> UnknownProperties { get; init => field = TextMap<DocumentLocation>.From(value); } = TextMap<DocumentLocation>.Empty;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
