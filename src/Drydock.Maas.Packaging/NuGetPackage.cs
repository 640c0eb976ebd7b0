using System.Text;
using System.Xml.Linq;

namespace Drydock.Maas.Packaging;

/// <summary>
/// A module as a NuGet package: its files at the root, a .nuspec, and what the Open Packaging Conventions ask for. PSResourceGet removes all but
/// the module's files when it installs one.
/// </summary>
internal static class NuGetPackage
{
    private const string PropertiesPath = "package/services/metadata/core-properties/module.psmdcp";

    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";

    public static IEnumerable<ArchiveEntry> Entries(ModuleManifest manifest, IReadOnlyList<ArchiveEntry> files)
    {
        var nuspec = $"{manifest.Name}.nuspec";
        return
        [
            .. files,
            Xml(nuspec, Nuspec.Create(manifest)),
            Xml("_rels/.rels", GetRelationships(nuspec)),
            Xml(PropertiesPath, GetProperties(manifest)),
            Xml("[Content_Types].xml", GetContentTypes([.. files.Select(file => file.Path), nuspec])),
        ];
    }

    private static XElement GetRelationships(string nuspec) => new(
        Relations + "Relationships",
        Relationship("Manifest", "http://schemas.microsoft.com/packaging/2010/07/manifest", nuspec),
        Relationship("Properties", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", PropertiesPath));

    private static XElement Relationship(string id, string type, string target) => new(
        Relations + "Relationship", new XAttribute("Type", type), new XAttribute("Target", "/" + target), new XAttribute("Id", id));

    private static XElement GetProperties(ModuleManifest manifest) => new(
        Core + "coreProperties",
        new XAttribute(XNamespace.Xmlns + "dc", Dublin),
        new XElement(Dublin + "creator", manifest.Required("Author")),
        new XElement(Dublin + "description", manifest.Required("Description")),
        new XElement(Dublin + "identifier", manifest.Name),
        new XElement(Core + "version", manifest.PackageVersion),
        new XElement(Core + "keywords", Nuspec.GetTags(manifest)));

    private static XElement GetContentTypes(IReadOnlyList<string> paths) => new(
        Types + "Types",
        CreateType("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        CreateType("psmdcp", "application/vnd.openxmlformats-package.core-properties+xml"),
        paths.Select(path => Path.GetExtension(path).TrimStart('.')).Where(extension => extension.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).Select(extension => CreateType(extension, "application/octet")),
        paths.Where(path => Path.GetExtension(path).Length == 0).Order(StringComparer.Ordinal).Select(
            path => new XElement(
                Types + "Override", new XAttribute("PartName", "/" + path), new XAttribute("ContentType", "application/octet"))));

    private static XElement CreateType(string extension, string type) =>
        new(Types + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type));

    private static ArchiveEntry Xml(string path, XElement root) =>
        new(path, Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root.ToString().ReplaceLineEndings("\n")}\n"));
}
