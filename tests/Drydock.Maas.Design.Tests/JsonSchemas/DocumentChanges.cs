using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Tests.JsonSchemas;

/// <summary>Every document that differs from another one in one place: a value of another type, a key too few, one too many, one misspelt.</summary>
internal static class DocumentChanges
{
    private static readonly DocumentLocation Nowhere = new() { File = "changed", Line = 1, Column = 1 };

    private static readonly YamlNode[] Values =
    [
        Plain("7"), Plain("1.5"), Plain("true"), Plain(""), Text("x"), Text(""), Text("!"),
        new YamlList([], Nowhere), new YamlList([Plain("1")], Nowhere), new YamlList([Text("x")], Nowhere),
        new YamlMap([], Nowhere), new YamlMap([Entry("zzz", Plain("1"))], Nowhere),
    ];

    public static IEnumerable<YamlNode> Of(YamlNode node) => [.. Values.Where(v => !YamlNode.IsSame(v, node)), .. Below(node)];

    private static IEnumerable<YamlNode> Below(YamlNode node) => node switch
    {
        YamlMap map =>
        [
            .. map.Entries.SelectMany((e, i) => Of(e.Value).Select(v => With(map, i, e with { Value = v }))),
            .. map.Entries.Select((_, i) => new YamlMap([.. map.Entries.Where((_, k) => k != i)], map.Location)),
            .. map.Entries.Select((e, i) => With(map, i, e with { Key = $"{e.Key}x" })),
            new YamlMap([.. map.Entries, Entry("zzz_unknown", Text("x"))], map.Location),
        ],
        YamlList list => list.Items.SelectMany((item, i) => Of(item).Select(v => new YamlList([.. list.Items.Select((other, k) => k == i ? v : other)], list.Location))),
        _ => [],
    };

    private static YamlMap With(YamlMap map, int index, YamlEntry entry) =>
        new([.. map.Entries.Select((e, i) => i == index ? entry : e)], map.Location);

    private static YamlScalar Plain(string text) => new(text, true, Nowhere);

    private static YamlScalar Text(string text) => new(text, false, Nowhere);

    private static YamlEntry Entry(string key, YamlNode value) => new(key, Nowhere, value);
}
