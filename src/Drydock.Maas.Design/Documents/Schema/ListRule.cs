using Drydock.Maas.Design.Documents.Properties;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Documents.Schema;

/// <summary>A list whose items follow a rule.</summary>
internal sealed class ListRule(SchemaRule item) : SchemaRule
{
    public static ListRule Texts { get; } = new(ScalarRule.Text);

    /// <summary>The rule of the items.</summary>
    public SchemaRule Item => item;

    public override T Accept<T>(ISchemaVisitor<T> visitor) => visitor.VisitList(this);

    public override void Check(YamlNode node, string name, DocumentPath path, DocumentReport report)
    {
        if (node is not YamlList list)
        {
            TypeMismatch.Note(node, name, item is MapRule ? "a list of mappings" : "a list", path, report);
            return;
        }

        for (var i = 0; i < list.Items.Count; i++)
            item.Check(list.Items[i], $"an item of {name}", path.Item(i), report);
    }
}
