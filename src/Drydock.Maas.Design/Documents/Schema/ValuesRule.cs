using Drydock.Maas.Design.Documents.Properties;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Documents.Schema;

/// <summary>
/// A single value, numbers included, or a list of them. An empty one is refused: passed over, it would leave a device to the other marks of its alias,
/// which others have as well.
/// </summary>
internal sealed class ValuesRule : SchemaRule
{
    private static readonly ListRule Values = new(ScalarRule.Value);

    private ValuesRule()
    {
    }

    public static ValuesRule Instance { get; } = new();

    public override T Accept<T>(ISchemaVisitor<T> visitor) => visitor.VisitValues(this);

    public override void Check(YamlNode node, string name, DocumentPath path, DocumentReport report)
    {
        if (node is YamlList list)
        {
            Values.Check(node, name, path, report);
            if (list.Items.Count == 0)
                NoteEmpty(node, name, "this list is empty", path, report);
            for (var i = 0; i < list.Items.Count; i++)
                CheckBlank(list.Items[i], name, path.Item(i), report);
        }
        else
        {
            ScalarRule.Value.Check(node, name, path, report);
            CheckBlank(node, name, path, report);
        }
    }

    private static void CheckBlank(YamlNode node, string name, DocumentPath path, DocumentReport report)
    {
        if (node is YamlScalar { IsNull: false } scalar && string.IsNullOrWhiteSpace(scalar.Text))
            NoteEmpty(node, name, "this text is empty", path, report);
    }

    private static void NoteEmpty(YamlNode node, string name, string what, DocumentPath path, DocumentReport report) =>
        report.Add(ErrorIds.InvalidValue, path, node.Location, $"{name} takes a value or a list of values, but {what}: write a value, or leave it out.");
}
