namespace Drydock.Maas.Design;

/// <summary>An asset of a boot action as one node gets it: a file or unit with its final content, or packages to install.</summary>
public sealed record RenderedAsset
{
    /// <summary>The node's name.</summary>
    public string Node { get; init; } = "";

    /// <summary>The boot action's name.</summary>
    public string BootAction { get; init; } = "";

    /// <summary>file, unit or pkg_list.</summary>
    public string Type { get; init; } = "";

    /// <summary>Where the file goes; null for a package list.</summary>
    public string? Path { get; init; }

    /// <summary>Octal permissions, for example 0644; 0600 unless the design says otherwise.</summary>
    public string Permissions { get; init; } = "0600";

    /// <summary>Where the content was fetched from, as rendered; null when it stands in the design.</summary>
    public string? Source { get; init; }

    /// <summary>The content; empty for a package list.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The content's size in bytes.</summary>
    public int Size => Content.Length;

    /// <summary>The content as UTF-8 text; null when it is none.</summary>
    public string? Text => Utf8Text.OrNull(Content.Span);

    /// <summary>Packages to install with their versions; null means any. Empty for files and units.</summary>
    public IReadOnlyDictionary<string, string?> Packages { get; init => field = TextMap<string?>.From(value); } = TextMap<string?>.Empty;

    /// <summary>Boot action and path; never the content, which may be secret.</summary>
    public override string ToString() => Path is null ? $"{BootAction}: {Packages.Count} packages" : $"{BootAction}: {Path}";
}
