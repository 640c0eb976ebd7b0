using System.Collections;
using System.Globalization;
using Drydock.Maas.Design.Documents.BootActions;

namespace Drydock.Maas.Design.Compile;

/// <summary>Reads a node filter out of plain mappings and lists.</summary>
internal static class NodeFilterReader
{
    private static readonly string[] SetKeys = ["filter_set_type", "filter_set"];
    private static readonly string[] FilterKeys = ["filter_type", "node_names", "node_tags", "node_labels", "rack_names"];

    public static NodeFilterSet Read(IReadOnlyDictionary<string, object?> filter)
    {
        if (!filter.Keys.Any(SetKeys.Contains))
            return new("union", [ReadTerm(filter)]);
        Verify(filter, SetKeys);
        var terms = List(filter.GetValueOrDefault("filter_set"))
            .Select(f => f as IReadOnlyDictionary<string, object?> ?? throw Invalid($"filter_set holds filters; \"{Text(f)}\" is none."));
        return new(Type(filter, "filter_set_type", "union"), [.. terms.Select(ReadTerm)]);
    }

    private static NodeFilterTerm ReadTerm(IReadOnlyDictionary<string, object?> filter)
    {
        Verify(filter, FilterKeys);
        return new(
            Type(filter, "filter_type", "intersection"),
            Texts(filter, "node_names"),
            Texts(filter, "node_tags"),
            Labels(filter.GetValueOrDefault("node_labels")),
            Texts(filter, "rack_names"));
    }

    private static void Verify(IReadOnlyDictionary<string, object?> filter, string[] allowed)
    {
        // Drydock takes rack_labels and selects as if they were not there; more nodes than meant is no way to begin a deployment.
        if (filter.Keys.FirstOrDefault(k => !allowed.Contains(k)) is { } unknown)
            throw Invalid($"A filter has no {unknown}; it has {string.Join(", ", allowed)}.");
    }

    private static string Type(IReadOnlyDictionary<string, object?> filter, string key, string otherwise) =>
        filter.GetValueOrDefault(key) switch
    {
        null => otherwise,
        "union" => "union",
        "intersection" => "intersection",
        var other => throw Invalid($"{key} is union or intersection, not \"{Text(other)}\"."),
    };

    private static List<string>? Texts(IReadOnlyDictionary<string, object?> filter, string key) =>
        filter.GetValueOrDefault(key) is { } value
            ? [.. List(value).Select(v => v is null or IDictionary ? throw Invalid($"{key} takes names.") : Text(v))] : null;

    private static List<KeyValuePair<string, string>>? Labels(object? value) => value switch
    {
        null => null,
        IReadOnlyDictionary<string, object?> labels => [.. labels.Select(l => KeyValuePair.Create(l.Key, Text(l.Value)))],
        _ => throw Invalid($"node_labels takes a mapping of labels to values, not \"{Text(value)}\"."),
    };

    /// <summary>One value stands for a list of one.</summary>
    private static IEnumerable<object?> List(object? value) => value switch
    {
        null => [],
        string or IDictionary or IReadOnlyDictionary<string, object?> => [value],
        IEnumerable list => list.Cast<object?>(),
        _ => [value],
    };

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static MaasException Invalid(string message) => new(ErrorIds.InvalidFilter, message);
}
