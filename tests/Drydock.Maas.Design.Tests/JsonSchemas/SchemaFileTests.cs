using System.Text.Json.Nodes;
using Drydock.Maas.Design.JsonSchemas;

namespace Drydock.Maas.Design.Tests.JsonSchemas;

/// <summary>The schemas in docs/schema are those that the reader's own rules make. DRYDOCK_MAAS_ACCEPT_SCHEMAS=1 writes them anew.</summary>
public sealed class SchemaFileTests
{
    private static readonly string Folder = RepositoryFolder.GetPath("docs", "schema");

    [Fact]
    public void The_files_are_as_the_rules_make_them()
    {
        var files = SchemaFiles.Write();
        if (Environment.GetEnvironmentVariable("DRYDOCK_MAAS_ACCEPT_SCHEMAS") == "1")
        {
            Directory.CreateDirectory(Folder);
            foreach (var (name, text) in files)
                File.WriteAllText(Path.Combine(Folder, name), text);
        }

        Assert.Equal(files.Keys.Order(StringComparer.Ordinal), Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(file.Value, File.ReadAllText(Path.Combine(Folder, file.Key)).ReplaceLineEndings("\n")));
    }

    [Fact]
    public void Every_key_says_what_it_means()
    {
        foreach (var (kind, _, _) in DocumentJsonSchemas.Kinds)
        {
            var schema = JsonNode.Parse(SchemaFiles.Write()[$"{kind}.json"])!;
            Assert.Empty(Undescribed(schema["$defs"]!["content"]!, kind));
        }
    }

    private static IEnumerable<string> Undescribed(JsonNode schema, string path)
    {
        foreach (var (name, value) in schema["properties"] as JsonObject ?? [])
        {
            // A mapping that only parts its members says it by their names.
            if (value!["description"] is null && value["properties"] is null)
                yield return $"{path}.{name}";
            foreach (var inner in Undescribed(value, $"{path}.{name}"))
                yield return inner;
        }

        foreach (var name in new[] { "items", "additionalProperties" })
        {
            if (schema[name] is JsonObject below)
            {
                foreach (var inner in Undescribed(below, $"{path}.{name}"))
                    yield return inner;
            }
        }
    }
}
