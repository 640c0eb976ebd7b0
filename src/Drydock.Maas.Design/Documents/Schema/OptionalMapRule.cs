using Drydock.Maas.Design.Documents.Properties;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Documents.Schema;

/// <summary>A value that may also be null, which then has a meaning: an interface set to null is removed (Q33).</summary>
internal sealed class OptionalMapRule(SchemaRule rule) : SchemaRule
{
    /// <summary>The rule of a value that is not null.</summary>
    public SchemaRule Rule => rule;

    public override T Accept<T>(ISchemaVisitor<T> visitor) => visitor.VisitOptional(this);

    public override void Check(YamlNode node, string name, DocumentPath path, DocumentReport report)
    {
        if (node is not YamlScalar { IsNull: true })
            rule.Check(node, name, path, report);
    }
}
