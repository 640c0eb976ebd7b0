using Drydock.Maas.Design.Documents.Schema;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Tests.Reference;

/// <summary>The keys of a schema by their paths, as the reference writes them.</summary>
internal static class SchemaKeys
{
    public static IReadOnlyDictionary<string, SchemaKey> Read(SchemaRule rule) =>
        Walk(rule, "").ToDictionary(k => k.Path, k => k.Key, StringComparer.Ordinal);

    private static IEnumerable<(string Path, SchemaKey Key)> Walk(SchemaRule rule, string path) => rule switch
    {
        MapRule map => WalkMap(map, path),
        ListRule list => Walk(list.Item, $"{path}[]"),
        OptionalMapRule optional => Walk(optional.Rule, path),
        _ => [],
    };

    private static IEnumerable<(string Path, SchemaKey Key)> WalkMap(MapRule map, string path)
    {
        var below = path.Length == 0 ? "" : $"{path}.";
        foreach (var (name, member) in map.Members)
        {
            yield return (below + name, new(member.Accept(TypeWords.Instance), map.Required.Contains(name)));
            foreach (var inner in Walk(member, below + name))
                yield return inner;
        }

        foreach (var inner in map.Others is { } others ? Walk(others, $"{below}<>") : [])
            yield return inner;
    }

    /// <summary>Types in the words of the reference.</summary>
    private sealed class TypeWords : ISchemaVisitor<string>
    {
        public static TypeWords Instance { get; } = new();

        public string VisitAny() => "any";

        public string VisitScalar(ScalarRule rule) => rule.Allowed is { } allowed ? string.Join(", ", allowed.Select(a => $"`{a}`"))
            : rule == ScalarRule.Size ? "size"
            : rule.Kinds.ToArray() switch
            {
                [YamlScalarKind.Text] => "text",
                [YamlScalarKind.Text, YamlScalarKind.Null] => "text or null",
                [YamlScalarKind.Boolean] => "boolean",
                [YamlScalarKind.Integer, YamlScalarKind.Float] => "number",
                _ => "value",
            };

        public string VisitList(ListRule rule) => $"list of {rule.Item.Accept(this)}";

        public string VisitMap(MapRule rule) =>
            rule.Others is null || (rule.Others == SchemaRule.Any && rule.Members.Count > 0) ? "mapping" : $"mapping of {rule.Others.Accept(this)}";

        public string VisitOptional(OptionalMapRule rule) => $"{rule.Rule.Accept(this)} or null";

        public string VisitValues(ValuesRule rule) => "value or list";

        public string VisitAssetData(AssetDataRule rule) => "text or mapping";
    }
}

/// <summary>A key of a schema.</summary>
/// <param name="Type">Its type, in the words of the reference.</param>
/// <param name="IsRequired">Whether it has to be there.</param>
internal sealed record SchemaKey(string Type, bool IsRequired);
