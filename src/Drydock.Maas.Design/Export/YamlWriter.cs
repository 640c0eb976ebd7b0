using System.Text.Json;
using System.Text.Json.Nodes;
using Drydock.Maas.Design.Deckhand.Values;
using Drydock.Maas.Design.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Drydock.Maas.Design.Export;

/// <summary>Writes documents as YAML: two spaces, keys as given, texts quoted where they would read as something else.</summary>
internal static class YamlWriter
{
    private const int LongestLine = 100;
    private const int LongestEnvelope = 170;

    private static readonly DocumentLocation Nowhere = new();

    /// <summary>Writes them.</summary>
    /// <param name="writer">Takes the text.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="isCompact">Whether lists and mappings that are short stand on a line.</param>
    public static void Write(TextWriter writer, IEnumerable<JsonObject> documents, bool isCompact = false)
    {
        var settings = new EmitterSettings(
            bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, newLine: "\n");
        var emitter = new Emitter(writer, settings);
        emitter.Emit(new StreamStart());
        foreach (var document in documents)
        {
            emitter.Emit(new DocumentStart(null, null, isImplicit: false));
            Emit(emitter, document, isCompact ? IsShortAt : (_, _) => false, 0);
            emitter.Emit(new DocumentEnd(isImplicit: true));
        }

        emitter.Emit(new StreamEnd());
    }

    /// <summary>Whether a node stands on a line: not the document, nor its content or a section of that with parts of its own.</summary>
    private static bool IsShortAt(JsonNode node, int depth) => depth switch
    {
        0 => false,
        1 => node is JsonObject { Parent: not null } && node.GetPropertyName() == "metadata" && !node.AsObject().ContainsKey("substitutions")
            && node.ToJsonString().Length <= LongestEnvelope,
        _ => (node is JsonArray || depth > 2 || IsFlat(node)) && IsFlatWithin(node) && node.ToJsonString().Length + (2 * depth) <= LongestLine,
    };

    private static bool IsFlat(JsonNode node) => node is JsonObject map && map.All(m => m.Value is null or JsonValue);

    /// <summary>Whether no text of several lines is in it, and no more than one level of parts.</summary>
    private static bool IsFlatWithin(JsonNode node) => Children(node).All(c => c is null || !HasLines(c) && Children(c).All(g => g is null or JsonValue && !HasLines(g!)));

    private static bool HasLines(JsonNode node) => node.GetValueKind() == JsonValueKind.String && node.GetValue<string>().Contains('\n', StringComparison.Ordinal);

    private static IEnumerable<JsonNode?> Children(JsonNode node) => node switch { JsonObject map => map.Select(m => m.Value), JsonArray list => list, _ => [] };

    private static void Emit(Emitter emitter, JsonNode? node, Func<JsonNode, int, bool> isShort, int depth)
    {
        switch (node)
        {
            case JsonObject map:
                var mapping = map.Count == 0 || isShort(map, depth) ? MappingStyle.Flow : MappingStyle.Block;
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, true, mapping));
                foreach (var (key, value) in map)
                {
                    emitter.Emit(Text(key));
                    Emit(emitter, value, isShort, depth + 1);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonArray list:
                var sequence = list.Count == 0 || isShort(list, depth) ? SequenceStyle.Flow : SequenceStyle.Block;
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, sequence));
                foreach (var item in list)
                    Emit(emitter, item, isShort, depth + 1);
                emitter.Emit(new SequenceEnd());
                break;
            default:
                emitter.Emit(node?.GetValueKind() == JsonValueKind.String
                    ? Text(node.GetValue<string>())
                    : Plain(node?.ToJsonString() ?? "null"));
                break;
        }
    }

    private static Scalar Text(string text)
    {
        if (text.Contains('\n', StringComparison.Ordinal))
            return Styled(text, IsLiteral(text) ? ScalarStyle.Literal : ScalarStyle.DoubleQuoted);
        var readsAsText = PythonScalar.Resolve(new YamlScalar(text, true, Nowhere)) is string;
        return Styled(text, readsAsText ? ScalarStyle.Any : ScalarStyle.SingleQuoted);
    }

    // A literal block cannot hold control characters, and loses spaces at the end of lines.
    private static bool IsLiteral(string text) =>
        !text.Any(c => char.IsControl(c) && c != '\n')
        && !text.Split('\n').Any(line => line.EndsWith(' ') || line.EndsWith('\t'));

    private static Scalar Plain(string text) => Styled(text, ScalarStyle.Plain);

    private static Scalar Styled(string text, ScalarStyle style) => new(AnchorName.Empty, TagName.Empty, text, style, true, true);
}
