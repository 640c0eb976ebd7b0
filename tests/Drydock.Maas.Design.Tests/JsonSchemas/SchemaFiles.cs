using System.Text.Json;
using System.Text.RegularExpressions;
using Drydock.Maas.Design.JsonSchemas;
using Drydock.Maas.Design.Tests.Reference;
using Drydock.Maas.Design.Yaml;
using Json.Schema;

namespace Drydock.Maas.Design.Tests.JsonSchemas;

/// <summary>The JSON Schemas of docs/schema, as an editor uses them.</summary>
internal static partial class SchemaFiles
{
    private static readonly Uri Folder = new("https://drydock-maas.test/schema/");
    private static readonly Lazy<JsonSchema> All = new(Load);

    /// <summary>The schemas as they are written, with the meanings that the reference tells.</summary>
    public static IReadOnlyDictionary<string, string> Write()
    {
        var told = DocumentJsonSchemas.Kinds.ToDictionary(k => k.Kind, k => KindReference.Read(k.Kind), StringComparer.Ordinal);
        return DocumentJsonSchemas.Write((kind, path) => told[kind].TryGetValue(path, out var key) ? Describe(key) : null);
    }

    /// <summary>Whether an editor would find nothing wrong with a document.</summary>
    public static bool Accepts(YamlNode document) => All.Value.Evaluate(ToJson(document)).IsValid;

    private static JsonSchema Load()
    {
        var files = Write();
        var options = new BuildOptions { SchemaRegistry = new SchemaRegistry() };
        foreach (var (name, text) in files.Where(f => f.Key != DocumentJsonSchemas.AllFile))
            JsonSchema.FromText(text, options, new Uri(Folder, name));
        return JsonSchema.FromText(files[DocumentJsonSchemas.AllFile], options, new Uri(Folder, DocumentJsonSchemas.AllFile));
    }

    /// <summary>A document as an editor hands it to its schemas.</summary>
    private static JsonElement ToJson(YamlNode node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            Write(node, writer);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }

    private static void Write(YamlNode node, Utf8JsonWriter writer)
    {
        switch (node)
        {
            case YamlMap map:
                writer.WriteStartObject();
                foreach (var entry in map.Entries)
                {
                    writer.WritePropertyName(entry.Key);
                    Write(entry.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case YamlList list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                    Write(item, writer);
                writer.WriteEndArray();
                break;
            case YamlScalar { Kind: YamlScalarKind.Null }:
                writer.WriteNullValue();
                break;
            case YamlScalar { AsBoolean: { } flag }:
                writer.WriteBooleanValue(flag);
                break;
            case YamlScalar { Kind: YamlScalarKind.Integer or YamlScalarKind.Float } number:
                // Which number it is makes no difference to the schemas.
                writer.WriteNumberValue(double.TryParse(number.Text, System.Globalization.CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : 1);
                break;
            case YamlScalar text:
                writer.WriteStringValue(text.Text);
                break;
        }
    }

    /// <summary>The meaning without its links, and the default.</summary>
    private static string Describe(ReferenceKey key)
    {
        var meaning = Link().Replace(key.Meaning, "$1").Replace("`", "", StringComparison.Ordinal);
        var usual = key.Default.Replace("`", "", StringComparison.Ordinal);
        var text = usual is "" or "none" or "see below" or "**required**" ? meaning : $"{meaning} Default: {usual}.";
        return text.Trim();
    }

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Link();
}
