using System.Text.RegularExpressions;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Deckhand;

/// <summary>Checks the envelopes of documents before they are layered: every fault of every document.</summary>
internal sealed partial class Prevalidation
{
    private readonly List<DesignProblem> _problems = [];
    private string _document = "";

    public static IReadOnlyList<DesignProblem> Check(IEnumerable<DeckhandDocument> documents)
    {
        var validation = new Prevalidation();
        var seen = new Dictionary<(string, string?, string), DeckhandDocument>();
        foreach (var document in documents)
        {
            validation.Check(document);
            if (!seen.TryAdd((document.Schema, document.Layer, document.Name), document))
                validation.Add($"Duplicate document exists: {document} is defined a second time; first at {seen[(document.Schema, document.Layer, document.Name)].Location}.", "", document.Location);
        }

        return validation._problems;
    }

    private void Check(DeckhandDocument document)
    {
        _document = document.ToString();
        var yaml = document.Yaml;
        if (Text(yaml, "schema", "") is { } schema && !SchemaName().IsMatch(schema.Text))
            Add($"'{schema.Text}' does not match '^[A-Za-z]+/[A-Za-z]+/v\\d+$'.", ".schema", schema.Location);
        Known(yaml, "", "schema", "metadata", "data", "id", "status");
        if (Map(yaml, "metadata", "", true) is not { } metadata)
            return;
        var kind = Text(metadata, "schema", ".metadata");
        Text(metadata, "name", ".metadata");
        if (kind is not null && !MetadataName().IsMatch(kind.Text))
            Add($"'{kind.Text}' is neither metadata/Document/v1 nor metadata/Control/v1.", ".metadata.schema", kind.Location);
        if (!document.IsControl)
            CheckOrdinary(metadata);
    }

    private void CheckOrdinary(YamlMap metadata)
    {
        Known(metadata, ".metadata", "schema", "name", "labels", "layeringDefinition", "storagePolicy", "substitutions", "replacement");
        if (Text(metadata, "storagePolicy", ".metadata") is { Text: not ("cleartext" or "encrypted") } policy)
            Add($"'{policy.Text}' is not one of ['encrypted', 'cleartext'].", ".metadata.storagePolicy", policy.Location);
        Boolean(metadata, "replacement", ".metadata");
        Map(metadata, "labels", ".metadata", false);
        if (Map(metadata, "layeringDefinition", ".metadata", true) is { } layering)
            CheckLayering(layering);
        foreach (var (item, path) in Items(metadata, "substitutions", ".metadata"))
            CheckSubstitution(item, path);
    }

    private void CheckLayering(YamlMap layering)
    {
        const string Path = ".metadata.layeringDefinition";
        Known(layering, Path, "layer", "abstract", "parentSelector", "actions");
        Text(layering, "layer", Path);
        Boolean(layering, "abstract", Path);
        if (Map(layering, "parentSelector", Path, false) is { Entries.Count: 0 } empty)
            Add("A parentSelector needs a label.", Path + ".parentSelector", empty.Location);
        var (hasSelector, hasActions) = (layering.Find("parentSelector") is not null, layering.Find("actions") is not null);
        if (hasSelector != hasActions)
            Add($"'{(hasSelector ? "actions" : "parentSelector")}' is a required property: parentSelector and actions go together.", Path, layering.Location);
        if (layering.Find("actions") is YamlList { Items.Count: 0 } none)
            Add("There must be an action.", Path + ".actions", none.Location);
        foreach (var (action, path) in Items(layering, "actions", Path))
        {
            Known(action, path, "method", "path");
            Text(action, "path", path);
            if (Text(action, "method", path) is { Text: not ("merge" or "replace" or "delete") } method)
                Add($"'{method.Text}' is not one of ['replace', 'delete', 'merge'].", path + ".method", method.Location);
        }
    }

    private void CheckSubstitution(YamlMap substitution, string path)
    {
        Known(substitution, path, "src", "dest");
        if (Map(substitution, "src", path, true) is { } source)
        {
            Known(source, path + ".src", "schema", "name", "path", "pattern", "match_group", "deepcopy");
            foreach (var key in new[] { "schema", "name", "path" })
                Text(source, key, path + ".src");
        }

        switch (substitution.Find("dest"))
        {
            case YamlMap place:
                CheckPlace(place, path + ".dest");
                break;
            case YamlList { Items.Count: > 0 }:
                foreach (var (place, at) in Items(substitution, "dest", path))
                    CheckPlace(place, at);
                break;
            default:
                Add("'dest' is a required property: a mapping, or a list of at least one.", path, substitution.Location);
                break;
        }
    }

    private void CheckPlace(YamlMap place, string path)
    {
        Known(place, path, "path", "pattern", "recurse");
        Text(place, "path", path);
        if (Map(place, "recurse", path, false) is not { } recurse)
            return;
        Known(recurse, path + ".recurse", "depth");
        if (Text(recurse, "depth", path + ".recurse") is { } depth && !(int.TryParse(depth.Text, out var levels) && levels >= -1))
            Add($"'{depth.Text}' is not a number of at least -1.", path + ".recurse.depth", depth.Location);
    }

    private YamlScalar? Text(YamlMap map, string key, string path)
    {
        if (map.Find(key) is YamlScalar { IsNull: false } scalar)
            return scalar;
        Add(map.Find(key) is not (null or YamlScalar) ? $"'{key}' must be a text." : $"'{key}' is a required property.", path, (map.Find(key) ?? map).Location);
        return null;
    }

    private YamlMap? Map(YamlMap map, string key, string path, bool isRequired)
    {
        var value = map.Find(key);
        if (value is YamlMap found)
            return found;
        if (value is not null || isRequired)
            Add(value is null ? $"'{key}' is a required property." : $"'{key}' must be a mapping.", path, (value ?? map).Location);
        return null;
    }

    private void Boolean(YamlMap map, string key, string path)
    {
        if (map.Find(key) is { } value and not YamlScalar { AsBoolean: not null })
            Add($"'{key}' must be true or false.", path, value.Location);
    }

    private IEnumerable<(YamlMap Item, string Path)> Items(YamlMap map, string key, string path)
    {
        if (map.Find(key) is not { } value)
            yield break;
        if (value is not YamlList list)
        {
            Add($"'{key}' must be a list.", path, value.Location);
            yield break;
        }

        foreach (var (item, index) in list.Items.Select((item, index) => (item, index)))
        {
            if (item is YamlMap found)
                yield return (found, $"{path}.{key}[{index}]");
            else
                Add("A mapping was expected.", $"{path}.{key}[{index}]", item.Location);
        }
    }

    private void Known(YamlMap map, string path, params string[] keys)
    {
        foreach (var entry in map.Entries.Where(e => !keys.Contains(e.Key)))
            Add($"'{entry.Key}' is not known here; known are {string.Join(", ", keys)}.", path, entry.KeyLocation);
    }

    private void Add(string message, string path, DocumentLocation location) =>
        _problems.Add(new DesignProblem { ErrorId = DeckhandError.InvalidDocumentFormat, Message = message, Location = location, Document = _document, Path = path.TrimStart('.') });

    [GeneratedRegex(@"^[A-Za-z]+/[A-Za-z]+/v\d+\z")]
    private static partial Regex SchemaName();

    [GeneratedRegex(@"^metadata/(Document|Control)/v\d+\z")]
    private static partial Regex MetadataName();
}
