namespace Drydock.Maas.Design;

/// <summary>The site itself (drydock/Region/v1).</summary>
public sealed record Region
{
    /// <summary>The site's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Public SSH keys to install on every node.</summary>
    public IReadOnlyList<string> AuthorizedKeys { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Tags MAAS assigns by what lshw finds.</summary>
    public IReadOnlyList<TagDefinition> TagDefinitions { get; init => field = TextList<TagDefinition>.From(value); } = TextList<TagDefinition>.Empty;

    /// <summary>Whether repositories the design does not list are removed.</summary>
    public bool RemoveUnlistedRepositories { get; init; }

    /// <summary>Package repositories.</summary>
    public IReadOnlyList<RepositoryDefinition> Repositories { get; init => field = TextList<RepositoryDefinition>.From(value); } = TextList<RepositoryDefinition>.Empty;

    /// <summary>Where the document stands.</summary>
    public DocumentLocation? Location { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
