namespace Drydock.Maas.Design;

/// <summary>A tag MAAS assigns by an expression (Region, tag_definitions).</summary>
public sealed record TagDefinition
{
    /// <summary>The tag's name.</summary>
    public string Tag { get; init; } = "";

    /// <summary>lshw_xpath.</summary>
    public string DefinitionType { get; init; } = "";

    /// <summary>The XPath expression over lshw.</summary>
    public string Definition { get; init; } = "";
}
