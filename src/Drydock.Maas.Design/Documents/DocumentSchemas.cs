using Drydock.Maas.Design.Documents.BootActions;
using Drydock.Maas.Design.Documents.Hosts;
using Drydock.Maas.Design.Documents.Networks;
using Drydock.Maas.Design.Documents.Properties;
using Drydock.Maas.Design.Documents.Schema;
using Drydock.Maas.Design.Documents.Sites;

namespace Drydock.Maas.Design.Documents;

/// <summary>The schema of each kind of document.</summary>
internal static class DocumentSchemas
{
    private static readonly Dictionary<string, SchemaRule> Kinds = new(StringComparer.Ordinal)
    {
        ["Region"] = SiteSchemas.Region,
        ["Rack"] = SiteSchemas.Rack,
        ["NetworkLink"] = NetworkSchemas.Link,
        ["Network"] = NetworkSchemas.Network,
        ["HardwareProfile"] = HardwareSchema.Rule,
        ["HostProfile"] = HostSchema.Profile,
        ["BaremetalNode"] = HostSchema.Node,
        ["BootAction"] = BootActionSchema.Rule,
    };

    /// <summary>The kinds Drydock knows.</summary>
    public static IReadOnlyCollection<string> Names => Kinds.Keys;

    /// <summary>The schema of a kind.</summary>
    public static SchemaRule Find(string kind) => Kinds[kind];

    /// <summary>Notes everything in the document that its schema does not allow.</summary>
    public static void Check(Document document, DocumentReport report) =>
        Kinds[document.Kind].Check(document.Data, document.Root, DocumentPath.Root, report);
}
