using Drydock.Maas.Design.Documents.Properties;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Documents.Schema;

/// <summary>An asset's data: a text, or packages with a version or null each.</summary>
internal sealed class AssetDataRule : SchemaRule
{
    /// <summary>Packages with their versions.</summary>
    public static MapRule Packages { get; } = MapRule.Create(ScalarRule.NullableText);

    public override T Accept<T>(ISchemaVisitor<T> visitor) => visitor.VisitAssetData(this);

    public override void Check(YamlNode node, string name, DocumentPath path, DocumentReport report)
    {
        if (node is YamlMap packages)
        {
            Packages.Check(node, name, path, report);
            foreach (var entry in packages.Entries.Where(e => e.KeyKind != YamlScalarKind.Text))
                TypeMismatch.Note(
                    new YamlScalar(entry.Key, true, entry.KeyLocation), "The name of a package", "text", path.Member(entry.Key), report);
        }
        else if (node is not YamlScalar { Kind: YamlScalarKind.Text })
            TypeMismatch.Note(node, name, "text, or a mapping of packages to versions", path, report);
    }
}
