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
    private static readonly DocumentLocation Nowhere = new();

    public static void Write(TextWriter writer, IEnumerable<JsonObject> documents)
    {
        var settings = new EmitterSettings(
            bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, newLine: "\n");
        var emitter = new Emitter(writer, settings);
        emitter.Emit(new StreamStart());
        foreach (var document in documents)
        {
            emitter.Emit(new DocumentStart(null, null, isImplicit: false));
            Emit(emitter, document);
            emitter.Emit(new DocumentEnd(isImplicit: true));
        }

        emitter.Emit(new StreamEnd());
    }

    private static void Emit(Emitter emitter, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                var mapping = map.Count == 0 ? MappingStyle.Flow : MappingStyle.Block;
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, true, mapping));
                foreach (var (key, value) in map)
                {
                    emitter.Emit(Text(key));
                    Emit(emitter, value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonArray list:
                var sequence = list.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block;
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, sequence));
                foreach (var item in list)
                    Emit(emitter, item);
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
