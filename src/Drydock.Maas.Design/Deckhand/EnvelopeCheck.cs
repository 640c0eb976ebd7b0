using System.Numerics;
using System.Text.RegularExpressions;
using Drydock.Maas.Design.Deckhand.Errors;
using Drydock.Maas.Design.Deckhand.Values;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Deckhand;

/// <summary>Checks the types of values in one document's envelope, as YAML 1.1 reads them: 123 and yes are no texts.</summary>
internal sealed class EnvelopeCheck(DeckhandDocument document, List<DesignProblem> problems)
{
    private readonly string _document = document.ToString();

    /// <summary>The text of a required key; null, with a problem, where it is missing, no text or does not match.</summary>
    public string? Text(YamlMap map, string key, string path, Regex? pattern = null)
    {
        if (Required(map, key, path) is not { } value || IsText(value, key, path) is not { } text)
            return null;
        if (pattern is null || pattern.IsMatch(text))
            return text;
        Add($"'{text}' does not match '{pattern}'.", $"{path}.{key}", value.Location);
        return null;
    }

    public void OptionalText(YamlMap map, string key, string path)
    {
        if (map.Find(key) is { } value)
            IsText(value, key, path);
    }

    public void RequireWord(YamlMap map, string key, string path, params string[] words)
    {
        if (Text(map, key, path) is { } text && !words.Contains(text, StringComparer.Ordinal))
            Add($"'{text}' is not one of ['{string.Join("', '", words)}'].", $"{path}.{key}", map.Find(key)!.Location);
    }

    public void OptionalBoolean(YamlMap map, string key, string path)
    {
        if (map.Find(key) is { } value and not YamlScalar { AsBoolean: not null })
            Add($"'{key}' must be true or false.", path, value.Location);
    }

    public BigInteger? OptionalNumber(YamlMap map, string key, string path)
    {
        if (map.Find(key) is not { } value)
            return null;
        if (value is YamlScalar scalar && PythonScalar.Resolve(scalar) is BigInteger number)
            return number;
        Add($"'{key}' must be a whole number.", path, value.Location);
        return null;
    }

    public YamlMap? Map(YamlMap map, string key, string path) => Required(map, key, path) is null ? null : OptionalMap(map, key, path);

    public YamlMap? OptionalMap(YamlMap map, string key, string path)
    {
        if (map.Find(key) is { } value and not YamlMap)
            Add($"'{key}' must be a mapping.", path, value.Location);
        return map.Find(key) as YamlMap;
    }

    public YamlList? List(YamlMap map, string key, string path, bool isRequired)
    {
        var value = isRequired ? Required(map, key, path) : map.Find(key);
        if (value is not (null or YamlList))
            Add($"'{key}' must be a list.", path, value.Location);
        return value as YamlList;
    }

    /// <summary>The mappings of an optional list, each with its path.</summary>
    public IEnumerable<(YamlMap Item, string Path)> Items(YamlMap map, string key, string path)
    {
        if (List(map, key, path, false) is not { } list)
            yield break;
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is YamlMap found)
                yield return (found, $"{path}.{key}[{i}]");
            else
                Add("A mapping was expected.", $"{path}.{key}[{i}]", list.Items[i].Location);
        }
    }

    public string? IsText(YamlNode value, string key, string path)
    {
        if (value is YamlScalar scalar && PythonScalar.Resolve(scalar) is string text)
            return text;
        var hint = value is YamlScalar { IsNull: false } plain ? $"; in quotes, '{plain.Text}' is one" : "";
        Add($"'{key}' must be a text{hint}.", path, value.Location);
        return null;
    }

    public void Known(YamlMap map, string path, params string[] keys)
    {
        foreach (var entry in map.Entries.Where(e => !keys.Contains(e.Key)))
            Add($"'{entry.Key}' is not known here; known are {string.Join(", ", keys)}.", path, entry.KeyLocation);
    }

    public void Add(string message, string path, DocumentLocation location) => problems.Add(new DesignProblem
    {
        ErrorId = ErrorIds.InvalidDocumentFormat,
        Message = message,
        Location = location,
        Document = _document,
        Path = path.TrimStart('.'),
    });

    private YamlNode? Required(YamlMap map, string key, string path)
    {
        if (map.Find(key) is { } value)
            return value;
        Add($"'{key}' is a required property.", path, map.Location);
        return null;
    }
}
