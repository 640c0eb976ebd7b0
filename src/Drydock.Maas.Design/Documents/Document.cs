using Drydock.Maas.Design;
using Drydock.Maas.Design.Yaml;

namespace Drydock.Maas.Design.Documents;

/// <summary>A Drydock document out of either envelope.</summary>
/// <param name="Kind">Its kind: Region, Network and so on.</param>
/// <param name="Name">Its name.</param>
/// <param name="Data">Its content: data or spec.</param>
/// <param name="Root">Name of the content within the document, for paths in messages.</param>
/// <param name="Location">Where it stands.</param>
internal sealed record Document(string Kind, string Name, YamlMap Data, string Root, DocumentLocation Location)
{
    public override string ToString() => $"{Kind} {Name}";
}
