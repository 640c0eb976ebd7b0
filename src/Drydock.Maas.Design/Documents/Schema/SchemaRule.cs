using Drydock.Maas.Design.Documents.Properties;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Documents.Schema;

/// <summary>A demand of Drydock's schemas on a value.</summary>
internal abstract class SchemaRule
{
    /// <summary>A value nothing is demanded of.</summary>
    public static SchemaRule Any { get; } = new AnyRule();

    /// <summary>Notes everything wrong with the value and what is below it.</summary>
    public abstract void Check(YamlNode node, string name, DocumentPath path, DocumentReport report);

    /// <summary>Shows the rule to whoever looks at schemas as data.</summary>
    public abstract T Accept<T>(ISchemaVisitor<T> visitor);

    private sealed class AnyRule : SchemaRule
    {
        public override void Check(YamlNode node, string name, DocumentPath path, DocumentReport report)
        {
        }

        public override T Accept<T>(ISchemaVisitor<T> visitor) => visitor.VisitAny();
    }
}
