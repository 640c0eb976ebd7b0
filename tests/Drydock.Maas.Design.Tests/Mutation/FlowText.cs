using System.Text.Json;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Tests.Mutation;

/// <summary>Writes YAML nodes as text again: a line for each key of a document, the rest in flow style.</summary>
internal static class FlowText
{
    /// <summary>Lines a document takes, its --- included, when it has all three parts.</summary>
    public static string Document(YamlMap document) =>
        "---\n" + string.Concat(document.Entries.Select(e => $"{Key(e.Key)}: {Value(e.Value)}\n"));

    private static string Value(YamlNode node) => node switch
    {
        YamlMap map => $"{{{string.Join(", ", map.Entries.Select(e => $"{Key(e.Key)}: {Value(e.Value)}"))}}}",
        YamlList list => $"[{string.Join(", ", list.Items.Select(Value))}]",
        YamlScalar { IsPlain: true, Kind: not YamlScalarKind.Text } plain => plain.Text,
        YamlScalar scalar => Key(scalar.Text),
        _ => "",
    };

    private static string Key(string text) => JsonSerializer.Serialize(text);
}
