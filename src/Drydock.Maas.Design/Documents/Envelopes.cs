using Drydock.Maas.Design;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Documents;

/// <summary>Takes Drydock documents out of their envelopes: schema and data, or apiVersion, kind and spec. Others are passed over.</summary>
internal static class Envelopes
{
    private static readonly string[] Kinds =
        ["Region", "Rack", "NetworkLink", "Network", "HardwareProfile", "HostProfile", "BaremetalNode", "BootAction"];

    /// <summary>The document, or null when it is none of Drydock's or cannot be read; then the reason is among the problems.</summary>
    public static Document? Open(YamlNode node, List<DesignProblem> problems)
    {
        if (node is not YamlMap map)
        {
            problems.Add(Problem("NotADocument", "A document must be a mapping.", node.Location));
            return null;
        }

        if (Text(map, "schema") is { } schema)
            return OpenSchema(map, schema, problems);
        if (Text(map, "apiVersion") is { } version)
            return version.Text == "drydock/v1" ? OpenKind(map, Text(map, "kind")?.Text ?? "", "spec", problems) : null;
        problems.Add(Problem("NotADocument", "This is no Drydock document: it has neither schema nor apiVersion.", map.Location));
        return null;
    }

    private static Document? OpenSchema(YamlMap map, YamlScalar schema, List<DesignProblem> problems)
    {
        var parts = schema.Text.Split('/');
        if (parts.Length != 3 || parts[0] != "drydock")
            return null;
        if (parts[2] == "v1")
            return OpenKind(map, parts[1], "data", problems);
        problems.Add(Problem("UnknownKind", $"Drydock knows no schema {schema.Text}.", schema.Location));
        return null;
    }

    private static Document? OpenKind(YamlMap map, string kind, string root, List<DesignProblem> problems)
    {
        if (!Kinds.Contains(kind))
        {
            problems.Add(Problem("UnknownKind", $"Drydock knows no kind \"{kind}\"; it knows {string.Join(", ", Kinds)}.", map.Location));
            return null;
        }

        if (map.Find("metadata") is not YamlMap metadata || Text(metadata, "name") is not { Text.Length: > 0 } name)
        {
            problems.Add(Problem("NameMissing", $"This {kind} document has no metadata.name.", map.Location));
            return null;
        }

        switch (map.Find(root))
        {
            case YamlMap data:
                return new(kind, name.Text, data, root, map.Location);
            case null or YamlScalar { IsNull: true }:
                return new(kind, name.Text, new YamlMap([], map.Location), root, map.Location);
            case var other:
                problems.Add(Problem("WrongType", $"{root} of {kind} {name.Text} must be a mapping.", other.Location));
                return null;
        }
    }

    private static YamlScalar? Text(YamlMap map, string key) => map.Find(key) as YamlScalar;

    private static DesignProblem Problem(string id, string message, DocumentLocation location) => new() { ErrorId = id, Message = message, Location = location };
}
