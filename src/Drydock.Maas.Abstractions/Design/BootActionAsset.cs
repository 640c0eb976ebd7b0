using Drydock.Maas.Security;

namespace Drydock.Maas.Design;

/// <summary>A file, unit or package list of a boot action.</summary>
public sealed record BootActionAsset
{
    /// <summary>unit, file or pkg_list.</summary>
    public string Type { get; init; } = "";

    /// <summary>Where the file goes.</summary>
    public string? Path { get; init; }

    /// <summary>Where its content comes from; user, password and keys in an address are masked.</summary>
    public string? ContentLocation { get => UrlCredential.Hide(FullLocation); init => FullLocation = value; }

    /// <summary>Its content inline, in which passwords and keys are substituted; its method Reveal() has the text.</summary>
    public Secret? Data { get; init; }

    /// <summary>The location with its user, password and keys.</summary>
    internal string? FullLocation { get; init; }

    /// <summary>Packages of a pkg_list with their versions; null means any.</summary>
    public IReadOnlyDictionary<string, string?> Packages { get; init => field = TextMap<string?>.From(value); } = TextMap<string?>.Empty;

    /// <summary>Steps applied to the location.</summary>
    public IReadOnlyList<string> LocationPipeline { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Steps applied to the content.</summary>
    public IReadOnlyList<string> DataPipeline { get; init => field = TextList<string>.From(value); } = TextList<string>.Empty;

    /// <summary>Octal permissions.</summary>
    public string? Permissions { get; init; }

    /// <summary>Whether the lines of its content are those of the file below its place.</summary>
    internal bool HasLines { get; init; }

    /// <summary>Where its content stands, or the asset itself.</summary>
    public DocumentLocation? Location { get; init; }

    /// <summary>The path, or the type of what has none.</summary>
    public override string ToString() => Path ?? Type;
}
