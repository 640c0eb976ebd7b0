using System.Text.Json.Nodes;
using Drydock.Maas.Design.Documents.Schema;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.JsonSchemas;

/// <summary>
/// Writes a rule as JSON Schema (draft 2020-12). Paths are those of the reference: <c>ranges[].type</c>, <c>repositories.&lt;&gt;.url</c>.
/// </summary>
/// <param name="describe">The description of the value at a path, or null.</param>
internal sealed class JsonSchemaWriter(Func<string, string?> describe) : ISchemaVisitor<JsonObject>
{
    private const string NotBlank = @"\S";
    private string _path = "";

    /// <summary>The schema of a document's content.</summary>
    public JsonObject Write(SchemaRule rule) => Write(rule, "");

    public JsonObject VisitAny() => [];

    public JsonObject VisitScalar(ScalarRule rule)
    {
        var schema = new JsonObject { ["type"] = Types([.. rule.Kinds.Select(GetName).Distinct()]) };
        if (rule.Allowed is { } allowed)
            schema["enum"] = new JsonArray([.. allowed.Select(a => JsonValue.Create(a))]);
        if (rule.Pattern is { } pattern)
            schema["pattern"] = pattern.ToString();
        return schema;
    }

    public JsonObject VisitList(ListRule rule) => new() { ["type"] = "array", ["items"] = Write(rule.Item, $"{_path}[]") };

    public JsonObject VisitMap(MapRule rule)
    {
        var schema = new JsonObject { ["type"] = "object" };
        if (rule.Members.Count > 0)
            schema["properties"] = new JsonObject(rule.Members.Select(m => KeyValuePair.Create(m.Key, (JsonNode?)Write(m.Value, Below(m.Key)))));
        if (rule.Others is null)
            schema["additionalProperties"] = false;
        else if (rule.Others != SchemaRule.Any)
            schema["additionalProperties"] = Write(rule.Others, Below("<>"));
        if (rule.Required.Count > 0)
            schema["required"] = new JsonArray([.. rule.Required.Select(r => JsonValue.Create(r))]);
        return schema;
    }

    public JsonObject VisitOptional(OptionalMapRule rule)
    {
        // What is said of the members of an object says nothing of null.
        var schema = rule.Rule.Accept(this);
        schema["type"] = Types([.. new[] { schema["type"]!.GetValue<string>() }, "null"]);
        return schema;
    }

    public JsonObject VisitValues(ValuesRule rule)
    {
        JsonObject CreateText() => new() { ["type"] = Types(["string", "number", "boolean"]), ["pattern"] = NotBlank };
        return new() { ["anyOf"] = new JsonArray(CreateText(), new JsonObject { ["type"] = "array", ["items"] = CreateText(), ["minItems"] = 1 }) };
    }

    public JsonObject VisitAssetData(AssetDataRule rule) =>
        new() { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, AssetDataRule.Packages.Accept(this)) };

    private static JsonNode Types(IReadOnlyList<string> types) =>
        types.Count == 1 ? JsonValue.Create(types[0]) : new JsonArray([.. types.Select(t => JsonValue.Create(t))]);

    private static string GetName(YamlScalarKind kind) => kind switch
    {
        YamlScalarKind.Text => "string",
        YamlScalarKind.Boolean => "boolean",
        YamlScalarKind.Null => "null",
        _ => "number",
    };

    private string Below(string name) => _path.Length == 0 ? name : $"{_path}.{name}";

    private JsonObject Write(SchemaRule rule, string path)
    {
        var outer = _path;
        _path = path;
        var schema = rule.Accept(this);
        _path = outer;
        if (describe(path) is not { } description)
            return schema;
        var described = new JsonObject { ["description"] = description };
        foreach (var (name, value) in schema.ToList())
        {
            schema.Remove(name);
            described[name] = value;
        }

        return described;
    }
}
