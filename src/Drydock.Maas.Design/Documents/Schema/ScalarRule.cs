using System.Text.RegularExpressions;
using Drydock.Maas.Design.Documents.Properties;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Documents.Schema;

/// <summary>A single value of one type; texts may be limited to a few, or to a pattern.</summary>
internal sealed class ScalarRule : SchemaRule
{
    private readonly string _expected;
    private readonly YamlScalarKind[] _kinds;
    private readonly string[]? _allowed;
    private readonly Regex? _pattern;

    private ScalarRule(string expected, YamlScalarKind[] kinds, string[]? allowed = null, Regex? pattern = null)
    {
        _expected = expected;
        _kinds = kinds;
        _allowed = allowed;
        _pattern = pattern;
    }

    /// <summary>What a value may be to YAML 1.1.</summary>
    public IReadOnlyList<YamlScalarKind> Kinds => _kinds;

    /// <summary>The texts it is limited to; null for any.</summary>
    public IReadOnlyList<string>? Allowed => _allowed;

    /// <summary>The expression that a text has to fit; null for any.</summary>
    public Regex? Pattern => _pattern;

    public static ScalarRule Text { get; } = new("text", [YamlScalarKind.Text]);

    public static ScalarRule Size { get; } = new("a size such as 10g, 20% or '>10g'", [YamlScalarKind.Text]);

    public static ScalarRule Number { get; } = new("a number", [YamlScalarKind.Integer, YamlScalarKind.Float]);

    public static ScalarRule Boolean { get; } = new("true or false", [YamlScalarKind.Boolean]);

    /// <summary>Any single value but null: Drydock makes text of it.</summary>
    public static ScalarRule Value { get; } =
        new("a single value", [YamlScalarKind.Text, YamlScalarKind.Integer, YamlScalarKind.Float, YamlScalarKind.Boolean]);

    /// <summary>A text, or null.</summary>
    public static ScalarRule NullableText { get; } = new("text", [YamlScalarKind.Text, YamlScalarKind.Null]);

    public static ScalarRule CreateChoice(params string[] allowed) => new("text", [YamlScalarKind.Text], allowed);

    public static ScalarRule Matching(string expected, Regex pattern) => new(expected, [YamlScalarKind.Text], pattern: pattern);

    public override T Accept<T>(ISchemaVisitor<T> visitor) => visitor.VisitScalar(this);

    public override void Check(YamlNode node, string name, DocumentPath path, DocumentReport report)
    {
        if (node is not YamlScalar scalar || !_kinds.Contains(scalar.Kind))
            TypeMismatch.Note(node, name, _expected == "text" && _allowed is not null ? $"one of {string.Join(", ", _allowed)}" : _expected,
                path, report);
        else if (_allowed?.Contains(scalar.Text) == false)
            report.Add(ErrorIds.InvalidValue, path, node.Location, $"\"{scalar.Text}\" is none of {string.Join(", ", _allowed)}.");
        else if (_pattern?.IsMatch(scalar.Text) == false)
            report.Add(ErrorIds.InvalidValue, path, node.Location, $"{name} takes {_expected}; \"{scalar.Text}\" is none.");
    }
}
