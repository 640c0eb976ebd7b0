using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drydock.Maas.Design.Export;

/// <summary>Compares the effective documents of two sites.</summary>
public static class DesignComparer
{
    // Items of lists that have a name are the same item wherever they stand.
    private static readonly string[] Names = ["name", "network", "tag", "mountpoint"];

    /// <summary>Every difference, by kind and name, networks before nodes.</summary>
    /// <param name="before">The site as it was.</param>
    /// <param name="after">The site as it is to be.</param>
    public static IEnumerable<DesignDifference> Compare(SiteDesign before, SiteDesign after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        // Secrets are compared as they are, and shown masked.
        var was = Index(before, withSecrets: true);
        var (wasShown, isShown) = (Index(before, withSecrets: false), Index(after, withSecrets: false));
        foreach (var (key, document) in Index(after, withSecrets: true))
        {
            if (!was.Remove(key, out var old))
                yield return new() { Kind = key.Kind, Name = key.Name, Change = DesignChange.Added };
            else if (!JsonNode.DeepEquals(old, document))
                foreach (var difference in Changes(key, (old, wasShown[key]), (document, isShown[key])))
                    yield return difference;
        }

        foreach (var (kind, name) in was.Keys)
            yield return new() { Kind = kind, Name = name, Change = DesignChange.Removed };
    }

    private static Dictionary<(string Kind, string Name), JsonObject> Index(SiteDesign site, bool withSecrets) =>
        new EffectiveSite(withSecrets).Documents(site).ToDictionary(d => (d.Kind, d.Name), d => d.Data);

    private static IEnumerable<DesignDifference> Changes(
        (string Kind, string Name) key, (JsonNode Real, JsonNode Shown) before, (JsonNode Real, JsonNode Shown) after)
    {
        var (was, wasShown) = (Flatten(before.Real), Flatten(before.Shown));
        var (now, nowShown) = (Flatten(after.Real), Flatten(after.Shown));
        if (was.Count == now.Count && was.All(value => now.GetValueOrDefault(value.Key) == value.Value))
            return [new() { Kind = key.Kind, Name = key.Name, Change = DesignChange.Changed, Property = "(order)" }];
        var changed = was.Keys.Union(now.Keys).Where(path => was.GetValueOrDefault(path) != now.GetValueOrDefault(path));
        return changed.Select(path => new DesignDifference
        {
            Kind = key.Kind,
            Name = key.Name,
            Change = DesignChange.Changed,
            Property = path,
            Before = wasShown.GetValueOrDefault(path),
            After = nowShown.GetValueOrDefault(path),
        });
    }

    private static Dictionary<string, string> Flatten(JsonNode node)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Flatten(node, "", values);
        return values;
    }

    private static void Flatten(JsonNode? node, string path, Dictionary<string, string> values)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (key, value) in map)
                    Flatten(value, path.Length == 0 ? key : $"{path}.{key}", values);
                break;
            case JsonArray list when list.All(item => item is JsonObject):
                var seen = new HashSet<string>(StringComparer.Ordinal);
                for (var i = 0; i < list.Count; i++)
                {
                    var name = GetName((JsonObject)list[i]!, i);
                    Flatten(list[i], seen.Add(name) ? $"{path}[{name}]" : $"{path}[{name}#{i}]", values);
                }

                break;
            case JsonArray list:
                values[path] = string.Join(", ", list.Select(Show));
                break;
            default:
                values[path] = Show(node);
                break;
        }
    }

    private static string GetName(JsonObject item, int index) =>
        Names.Select(name => item[name]).FirstOrDefault(value => value is not null) is { } found
            ? Show(found)
            : index.ToString(CultureInfo.InvariantCulture);

    private static string Show(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node?.ToJsonString() ?? "null";
}
