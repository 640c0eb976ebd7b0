using System.Xml.XPath;

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

    /// <summary>The tag's name.</summary>
    public override string ToString() => Tag;

    /// <summary>Why the definition is no XPath expression, so that MAAS would refuse it; null when it is one.</summary>
    internal string? FindProblem()
    {
        try
        {
            XPathExpression.Compile(Definition);
            return null;
        }
        catch (XPathException e)
        {
            return e.Message;
        }
    }
}
