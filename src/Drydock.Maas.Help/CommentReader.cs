using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Drydock.Maas.Help;

/// <summary>Reads the comments of the code, as the compiler wrote them down.</summary>
internal static partial class CommentReader
{
    /// <summary>The summary of each documented member by its identifier, for instance P:Space.Type.Property.</summary>
    /// <remarks>A member that inherits the comment of a named one (inheritdoc with cref) has the summary of that.</remarks>
    public static IReadOnlyDictionary<string, string> Read(string file)
    {
        var members = XDocument.Load(file).Descendants("member").ToList();
        var summaries = members.Where(member => member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value, member => Text(member.Element("summary")!), StringComparer.Ordinal);
        foreach (var member in members)
        {
            if (member.Element("inheritdoc")?.Attribute("cref")?.Value is { } source && summaries.TryGetValue(source, out var summary))
                summaries[member.Attribute("name")!.Value] = summary;
        }

        return summaries;
    }

    private static string Text(XElement summary)
    {
        var words = summary.Nodes()
            .Select(node => node is XElement element ? element.Attribute("cref")?.Value.Split('.')[^1] ?? element.Value : node.ToString());
        return Space().Replace(System.Net.WebUtility.HtmlDecode(string.Concat(words)), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
