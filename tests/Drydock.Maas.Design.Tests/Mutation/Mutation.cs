using Drydock.Maas.Design.Documents.Properties;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Tests.Mutation;

/// <summary>One change to one value of one document.</summary>
/// <param name="Document">The document's number.</param>
/// <param name="Name">Kind and name of the document.</param>
/// <param name="Steps">Keys and indexes from the document to the value.</param>
/// <param name="Kind">What is done to it.</param>
internal sealed record Mutation(int Document, string Name, IReadOnlyList<object> Steps, MutationKind Kind)
{
    public bool IsInContent => Steps[0] is "data";

    /// <summary>The JSON path within the content, or the plain path outside of it.</summary>
    public string Path => IsInContent
        ? Steps.Skip(1)
            .Aggregate(DocumentPath.Root, (path, step) => step is int index
        ? path.Item(index) : path.Member((string)step)).ToString()
        : string.Join('.', Steps);

    /// <summary>The spoilt document.</summary>
    public YamlMap Apply(YamlMap document) => (YamlMap)Apply(document, 0)!;

    public override string ToString() => $"{Name} {Path} {Kind}";

    private YamlNode? Apply(YamlNode node, int depth)
    {
        if (depth == Steps.Count)
            return Spoil(node);
        return node switch
        {
            YamlMap map => map with
            {
                Entries = [.. map.Entries.Select(
                    e => e.Key.Equals(Steps[depth]) ? e with { Value = Apply(e.Value, depth + 1)! } : e).Where(e => e.Value is not null)],
            },
            YamlList list => list with { Items = [
                .. list.Items.Select((v, i) => i.Equals(Steps[depth]) ? Apply(v, depth + 1) : v).OfType<YamlNode>()] },
            _ => node,
        };
    }

    private YamlNode? Spoil(YamlNode node) => Kind switch
    {
        MutationKind.Remove => null,
        MutationKind.Nothing => Scalar("null", isPlain: true),
        MutationKind.Mapping => new YamlMap([new YamlEntry("wrong", node.Location, Scalar("type", isPlain: false))], node.Location),
        MutationKind.List => new YamlList([Scalar("wrong", isPlain: false)], node.Location),
        MutationKind.Number => Scalar("4711", isPlain: true),
        MutationKind.Reference when node is YamlScalar { Text: var text } && text.Contains('.', StringComparison.Ordinal) =>
            Scalar(text.Replace(".", ".gone-", StringComparison.Ordinal), isPlain: false),
        _ => Scalar("gone", isPlain: false),
    };

    private static YamlScalar Scalar(string text, bool isPlain) => new(text, isPlain, new DocumentLocation());
}
