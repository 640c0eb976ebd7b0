using Drydock.Maas.Design.Yaml;
using Drydock.Maas.Security;

namespace Drydock.Maas.Design.BootActions;

/// <summary>Reads a package list that was fetched: a mapping of packages to versions, in YAML or JSON.</summary>
internal static class PackageListText
{
    public static IReadOnlyDictionary<string, string?> Read(byte[] content, string location, CancellationToken token)
    {
        var name = UrlCredential.Hide(location);
        var problems = new List<DesignProblem>();
        var documents = YamlStream.Read(AssetPipeline.Text("location", content), name, problems, token);
        if (problems.Count > 0)
            throw Invalid(name, problems[0].Message);
        if (documents.Count != 1 || documents[0] is not YamlMap map)
            throw Invalid(name, "it is no mapping of packages to versions");
        return map.Entries.ToDictionary(e => e.Key, e => Version(name, e), StringComparer.Ordinal);
    }

    private static string? Version(string location, YamlEntry entry) => entry.Value switch
    {
        YamlScalar { IsNull: true } or YamlScalar { Text: "" } => null,
        YamlScalar { Kind: YamlScalarKind.Text } version when PackageVersion.IsValid(version.Text) => version.Text,
        YamlScalar { Kind: YamlScalarKind.Text } version => throw Invalid(
            location,
            $"the version {version.Text} of {entry.Key} (line {version.Location.Line}) "
            + "is not of the form [epoch:]version-revision, as 2.0-1 is"),
        _ => throw Invalid(
            location,
            $"the version of {entry.Key} (line {entry.Value.Location.Line}) is no text; "
            + "put it in quotes, or leave it empty for any version"),
    };

    private static AssetException Invalid(string location, string reason) =>
        new(ErrorIds.InvalidPackageList, "location", $"The package list at {location} cannot be used: {reason.TrimEnd('.')}.");
}
