using Drydock.Maas.Design.Deckhand;
using Drydock.Maas.Design.Deckhand.Errors;
using Drydock.Maas.Design.Documents.Properties;
using Drydock.Maas.Design.Documents.Schema;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Documents;

/// <summary>
/// Takes Drydock documents out of their envelopes: schema and data, or apiVersion, kind and spec. Others are passed over.
/// </summary>
internal static class Envelopes
{
    /// <summary>The document, or null when it is none of Drydock's or cannot be read; then the reason is among the problems.</summary>
    public static Document? Open(YamlNode node, List<DesignProblem> problems)
    {
        if (node is not YamlMap map)
        {
            problems.Add(Problem(ErrorIds.NotADocument, "A document must be a mapping.", node.Location));
            return null;
        }

        if (Text(map, "schema") is { IsNull: false } schema)
            return OpenSchema(map, schema, problems);
        if (Text(map, "apiVersion") is { } version)
            return version.Text.StartsWith("drydock/", StringComparison.Ordinal)
                ? OpenKind(map, Text(map, "kind"), "spec", problems)
                : null;
        problems.Add(Problem(
            ErrorIds.NotADocument, $"This is no Drydock document: it has neither schema nor apiVersion{Meant(map, "schema") ?? "."}", map.Location));
        return null;
    }

    private static Document? OpenSchema(YamlMap map, YamlScalar schema, List<DesignProblem> problems)
    {
        var parts = schema.Text.Split('/');
        if (parts.Length != 3)
            problems.Add(Problem(
                ErrorIds.NotADocument, $"A schema has the form namespace/Kind/version; \"{schema.Text}\" has not.", schema.Location));
        if (parts.Length != 3)
            return null;
        if (parts[0] != "drydock")
        {
            if (Spelling.IsSimilar("drydock", parts[0]) && DocumentSchemas.Names.Contains(parts[1]))
                problems.Add(Problem(
                    ErrorIds.UnknownKind, $"Drydock knows no schema {schema.Text}; is drydock/{parts[1]}/v1 meant?", schema.Location));
            return null;
        }

        if (parts[2] == "v1")
            return OpenKind(map, schema with { Text = parts[1] }, "data", problems);
        problems.Add(Problem(ErrorIds.UnknownKind, $"Drydock knows no schema {schema.Text}; it knows drydock/{parts[1]}/v1.", schema.Location));
        return null;
    }

    private static Document? OpenKind(YamlMap map, YamlScalar? kind, string root, List<DesignProblem> problems)
    {
        if (kind is null || !DocumentSchemas.Names.Contains(kind.Text))
        {
            var meant = kind is null ? null : DocumentSchemas.Names.FirstOrDefault(n => Spelling.IsSimilar(n, kind.Text));
            var known = meant is null ? $"it knows {string.Join(", ", DocumentSchemas.Names)}." : $"is {meant} meant?";
            problems.Add(Problem(ErrorIds.UnknownKind, $"Drydock knows no kind \"{kind?.Text}\"; {known}", kind?.Location ?? map.Location));
            return null;
        }

        if (map.Find("metadata") is not YamlMap metadata || Text(metadata, "name") is not { IsNull: false, Text.Length: > 0 } name)
        {
            var slip = map.Find("metadata") is YamlMap envelope ? Meant(envelope, "name") : Meant(map, "metadata");
            var message = $"This {kind.Text} document has no metadata.name{slip ?? ". Give it a name."}";
            problems.Add(Problem(ErrorIds.NameMissing, message, map.Location));
            return null;
        }

        return OpenContent(map, kind.Text, name.Text, root, problems);
    }

    private static Document? OpenContent(YamlMap map, string kind, string name, string root, List<DesignProblem> problems)
    {
        if (map.IsSealed)
        {
            problems.Add(Problem(
                ErrorIds.EncryptedDocument, $"The document {kind} {name} {EncryptedDocuments.Reason(hasPassphrase: false)}.", map.Location));
            return Empty(kind, name, root, map) with { IsBroken = true };
        }

        switch (map.Find(root))
        {
            case YamlMap data:
                return new(kind, name, data, root, map.Location) { Layer = GetLayer(map) };
            case null or YamlScalar { IsNull: true } when root == "spec":
                return Empty(kind, name, root, map);
            case var other:
                var isMissing = other is null or YamlScalar { IsNull: true };
                var broken = Empty(kind, name, root, map) with { IsBroken = true };
                problems.Add(Problem(
                    isMissing ? ErrorIds.PropertyMissing : ErrorIds.WrongType,
                    isMissing
                        ? $"{root} is missing, so that there is nothing in this document{Meant(map, root) ?? "."}"
                        : $"{root} takes a mapping.",
                    (other ?? map).Location) with { Document = broken.ToString(), Path = DocumentPath.Root.ToString() });
                return broken;
        }
    }

    private static string? GetLayer(YamlMap map) => ((map.Find("metadata") as YamlMap)?.Find("layeringDefinition") as YamlMap)?.Text("layer");

    private static Document Empty(string kind, string name, string root, YamlMap map) =>
        new(kind, name, new YamlMap([], map.Location), root, map.Location);

    /// <summary>A question for a key that is likely to be meant for one that is missing; null where there is none.</summary>
    private static string? Meant(YamlMap map, string key) => Spelling.FindSlip(map, key) is { } slip
        ? $": is {slip} in line {map.Entries.First(e => e.Key == slip).KeyLocation.Line} meant for {key}?"
        : null;

    private static YamlScalar? Text(YamlMap map, string key) => map.Find(key) as YamlScalar;

    private static DesignProblem Problem(string id, string message, DocumentLocation location) =>
        new() { ErrorId = id, Message = message, Location = location };
}
