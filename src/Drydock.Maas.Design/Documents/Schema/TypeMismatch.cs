using Drydock.Maas.Design.Documents.Properties;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Documents.Schema;

/// <summary>Words the error of a value of the wrong type so that the author knows what to write instead.</summary>
internal static class TypeMismatch
{
    private const int Limit = 60;
    private static readonly string[] Secrets = ["credential", "password"];

    public static void Note(YamlNode node, string name, string expected, DocumentPath path, DocumentReport report) =>
        report.Add(ErrorIds.WrongType, path, node.Location, $"{name} takes {expected}, but {Describe(node, name, expected)}.");

    private static string Describe(YamlNode node, string name, string expected) => node switch
    {
        YamlMap => "this is a mapping",
        YamlList => "this is a list",
        YamlScalar { Kind: YamlScalarKind.Null } => "nothing is given: write a value, or leave the key out",
        YamlScalar scalar when Secrets.Contains(name) => $"this is {What(scalar.Kind)}",
        YamlScalar { Kind: YamlScalarKind.Text } scalar =>
            $"\"{Short(scalar.Text)}\" is text{Hint(scalar, expected)}",
        YamlScalar scalar when expected == "text" =>
            $"{Short(scalar.Text)} is {What(scalar.Kind)}: write it in quotes, '{Short(scalar.Text)}'",
        YamlScalar scalar => $"{Short(scalar.Text)} is {What(scalar.Kind)}",
        _ => "this is something else",
    };

    private static string Hint(YamlScalar scalar, string expected) => expected switch
    {
        "a number" => NumberHint(scalar),
        "true or false" when ScalarKinds.Resolve(scalar.Text) == YamlScalarKind.Boolean => ": write it without quotes",
        "a list" => YamlHints.ExplainScalar(scalar.Text) is { } cause ? $": {cause}"
            : scalar.Text.Length > Limit ? ": begin it with a dash and a blank" : $": write [{scalar.Text}]",
        "a mapping" => YamlHints.ExplainScalar(scalar.Text) is { } cause ? $": {cause}" : "",
        _ => "",
    };

    private static string NumberHint(YamlScalar scalar)
    {
        if (ScalarKinds.Resolve(scalar.Text) is YamlScalarKind.Integer or YamlScalarKind.Float)
            return ": write it without quotes";
        return double.TryParse(scalar.Text, System.Globalization.CultureInfo.InvariantCulture, out _)
            ? " to YAML 1.1: write the digits"
            : "";
    }

    private static string What(YamlScalarKind kind) => kind switch
    {
        YamlScalarKind.Boolean => "true or false",
        YamlScalarKind.Integer or YamlScalarKind.Float => "a number",
        YamlScalarKind.Null => "nothing",
        _ => "text",
    };

    private static string Short(string text)
    {
        return text.Length <= Limit ? text : $"{text[..Limit]}…";
    }
}
