using System.Xml.Linq;

namespace Drydock.Maas.Packaging;

/// <summary>The package's description, as PSResourceGet writes it of a manifest, with the tags by which a gallery finds commands.</summary>
internal static class Nuspec
{
    private static readonly XNamespace Schema = "http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd";

    public static XElement Create(ModuleManifest manifest) => new(
        Schema + "package",
        new XElement(
            Schema + "metadata",
            Element("id", manifest.Name),
            Element("version", manifest.PackageVersion),
            Element("authors", manifest.Required("Author")),
            Element("owners", manifest.Required("CompanyName")),
            Element("requireLicenseAcceptance", "false"),
            Element("licenseUrl", manifest.Data("LicenseUri")),
            Element("projectUrl", manifest.Data("ProjectUri")),
            Element("iconUrl", manifest.Data("IconUri")),
            Element("description", manifest.Required("Description")),
            Element("releaseNotes", manifest.Data("ReleaseNotes")?.ReplaceLineEndings("\n").Trim()),
            Element("copyright", manifest.Required("Copyright")),
            Element("tags", GetTags(manifest)),
            new XElement(Schema + "dependencies", manifest.RequiredModules.Select(Dependency))));

    /// <summary>The manifest's tags, and those that say what is in the package.</summary>
    public static string GetTags(ModuleManifest manifest) => string.Join(
        ' ', ["PSModule", .. manifest.Tags, "PSIncludes_Cmdlet", .. manifest.Cmdlets.SelectMany(cmdlet => new[] { $"PSCmdlet_{cmdlet}", $"PSCommand_{cmdlet}" })]);

    private static XElement? Element(string name, string? value) => value is null ? null : new(Schema + name, value);

    private static XElement Dependency((string Name, string? Version) module) => new(
        Schema + "dependency",
        new XAttribute("id", module.Name),
        module.Version is { } version ? new XAttribute("version", version) : null);
}
