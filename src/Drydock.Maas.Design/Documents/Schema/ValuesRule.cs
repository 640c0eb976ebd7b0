using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Documents.Schema;

/// <summary>A single value, numbers included, or a list of them.</summary>
internal sealed class ValuesRule : SchemaRule
{
    private static readonly ListRule Values = new(ScalarRule.Value);

    private ValuesRule()
    {
    }

    public static ValuesRule Instance { get; } = new();

    public override void Check(YamlNode node, string name, DocumentPath path, DocumentReport report)
    {
        if (node is YamlList)
            Values.Check(node, name, path, report);
        else
            ScalarRule.Value.Check(node, name, path, report);
    }
}
