using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Drydock.Maas.Design.Documents;
using Drydock.Maas.Design.Documents.Schema;
using Drydock.Maas.Design.Strategy;

namespace Drydock.Maas.Design.JsonSchemas;

/// <summary>
/// JSON Schemas of documents for editors (docs/schema): one a kind, and one that chooses among them by what a document says it is. Written from
/// the rules that the reader itself checks with, so that both give one verdict.
/// </summary>
internal static class DocumentJsonSchemas
{
    private const string Draft = "https://json-schema.org/draft/2020-12/schema";
    private const string Content = "content";

    /// <summary>The file that chooses among the others.</summary>
    public const string AllFile = "drydock.json";

    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The kinds with their schemas as documents name them and the rules of their content.</summary>
    public static IReadOnlyList<(string Kind, string Schema, SchemaRule Rule)> Kinds { get; } =
    [
        .. DocumentSchemas.Names.Select(kind => (kind, $"drydock/{kind}/v1", DocumentSchemas.Find(kind))),
        ("DeploymentStrategy", StrategyReader.Schema, StrategySchema.Rule),
        ("LayeringPolicy", "deckhand/LayeringPolicy/v1", new MapRule(("layerOrder", ListRule.Texts)).Requiring("layerOrder")),
    ];

    /// <summary>The files by name.</summary>
    /// <param name="describe">The description of a key by kind and path, as the reference has it; the kind itself has the path "". Null for none.</param>
    public static IReadOnlyDictionary<string, string> Write(Func<string, string, string?> describe)
    {
        var files = Kinds.ToDictionary(k => $"{k.Kind}.json", k => WriteKind(k.Kind, k.Schema, k.Rule, describe), StringComparer.Ordinal);
        files.Add(AllFile, WriteAll());
        return files.ToDictionary(f => f.Key, f => f.Value.ToJsonString(Format).ReplaceLineEndings("\n") + "\n", StringComparer.Ordinal);
    }

    private static JsonObject WriteKind(string kind, string schema, SchemaRule rule, Func<string, string, string?> describe) => new()
    {
        ["$schema"] = Draft,
        ["title"] = kind,
        ["type"] = "object",
        ["required"] = new JsonArray("schema", "metadata", "data"),
        ["properties"] = new JsonObject
        {
            ["schema"] = new JsonObject { ["const"] = schema },
            ["metadata"] = Metadata(),
            ["data"] = new JsonObject { ["$ref"] = $"#/$defs/{Content}" },
        },
        ["$defs"] = new JsonObject { [Content] = new JsonSchemaWriter(path => describe(kind, path)).Write(rule) },
    };

    /// <summary>What is said of layers and substitutions counts only for documents that are layered, and is checked when they are.</summary>
    private static JsonObject Metadata()
    {
        static JsonObject CreateSchema(string description, params (string Name, JsonObject Value)[] members)
        {
            var schema = new JsonObject { ["description"] = description };
            if (members.Length > 0)
                schema["properties"] = new JsonObject(members.Select(m => KeyValuePair.Create(m.Name, (JsonNode?)m.Value)));
            return schema;
        }

        var metadata = CreateSchema(
            "The name of the document, and how it is layered.",
            ("schema", CreateSchema("metadata/Document/v1, or metadata/Control/v1 for a layering policy.")),
            ("name", CreateSchema("The name of the document among those of its kind.")),
            ("labels", CreateSchema("Labels by which other documents choose this one as their parent.")),
            ("layeringDefinition", CreateSchema(
                "The layer, and what is taken from the parent.",
                ("layer", CreateSchema("The layer, one of the layering policy's.")),
                ("abstract", CreateSchema("true: only a parent for others, no document of the site.")),
                ("parentSelector", CreateSchema("Labels that the parent has, all of them.")),
                ("actions", CreateSchema("What is taken from the parent, in order: method (merge, replace or delete) and path.")))),
            ("substitutions", CreateSchema("Values that are taken from other documents: src (schema, name, path) and dest (path).")),
            ("replacement", CreateSchema("true: takes the place of its parent, which has the same schema and name.")),
            ("storagePolicy", CreateSchema("cleartext or encrypted: how Deckhand is to keep the document.")));
        metadata["type"] = "object";
        metadata["required"] = new JsonArray("name");
        metadata["properties"]!["name"]!["type"] = new JsonArray("string", "number", "boolean");
        metadata["properties"]!["name"]!["minLength"] = 1;
        return metadata;
    }

    private static JsonObject WriteAll() => new()
    {
        ["$schema"] = Draft,
        ["title"] = "A document of a site",
        ["type"] = "object",
        ["anyOf"] = new JsonArray(
            new JsonObject { ["required"] = new JsonArray("schema") }, new JsonObject { ["required"] = new JsonArray("apiVersion") }),
        ["properties"] = new JsonObject
        {
            ["schema"] = new JsonObject
            {
                ["description"] = "What the document is: owner/Kind/version.",
                ["anyOf"] = new JsonArray(
                    new JsonObject { ["enum"] = new JsonArray([.. Kinds.Select(k => JsonValue.Create(k.Schema))]) },
                    new JsonObject { ["type"] = "string", ["pattern"] = "^(?!drydock/)[^/]*/[^/]*/[^/]*$" }),
            },
            ["metadata"] = Metadata(),
        },
        ["allOf"] = new JsonArray([.. Kinds.Select(Choice), .. DocumentSchemas.Names.Select(OlderChoice)]),
    };

    private static JsonObject Choice((string Kind, string Schema, SchemaRule Rule) kind) => new()
    {
        ["if"] = Constants(("schema", kind.Schema)),
        ["then"] = new JsonObject { ["$ref"] = $"{kind.Kind}.json" },
    };

    private static JsonObject OlderChoice(string kind) => new()
    {
        ["if"] = Constants(("apiVersion", "drydock/v1"), ("kind", kind)),
        ["then"] = new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["spec"] = new JsonObject
                {
                    ["anyOf"] = new JsonArray(
                        new JsonObject { ["type"] = "null" }, new JsonObject { ["$ref"] = $"{kind}.json#/$defs/{Content}" }),
                },
            },
        },
    };

    private static JsonObject Constants(params (string Key, string Value)[] values) => new()
    {
        ["properties"] = new JsonObject(values.Select(v => KeyValuePair.Create(v.Key, (JsonNode?)new JsonObject { ["const"] = v.Value }))),
        ["required"] = new JsonArray([.. values.Select(v => JsonValue.Create(v.Key))]),
    };
}
