namespace Drydock.Maas.Design;

/// <summary>A huge-page setting.</summary>
public sealed record HugepageSettings
{
    /// <summary>The size, for example 1G.</summary>
    public string Size { get; init; } = "";

    /// <summary>How many.</summary>
    public int Count { get; init; }
}
