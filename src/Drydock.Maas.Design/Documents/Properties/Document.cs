using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Documents.Properties;

/// <summary>A Drydock document out of either envelope.</summary>
/// <param name="Kind">Its kind: Region, Network and so on.</param>
/// <param name="Name">Its name.</param>
/// <param name="Data">Its content: data or spec.</param>
/// <param name="Root">Name of the content within the document: data, or spec in the older envelope.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record Document(string Kind, string Name, YamlMap Data, string Root, DocumentLocation Location)
{
    /// <summary>Whether it came in the older envelope of apiVersion, kind and spec.</summary>
    public bool IsOlder => Root == "spec";

    /// <summary>The layer it was written in; null where documents are not layered.</summary>
    public string? Layer { get; init; }

    /// <summary>Whether its content is missing or no mapping at all, which is said already; nothing else is then said about it.</summary>
    public bool IsBroken { get; init; }

    public override string ToString() => $"{Kind} {Name}";
}
