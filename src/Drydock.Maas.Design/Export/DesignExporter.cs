using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Drydock.Maas.Design.Export;

/// <summary>Writes effective sites: documents that stand by themselves and, read again, give the same site.</summary>
public static class DesignExporter
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole site as one text.</summary>
    /// <param name="site">The site.</param>
    /// <param name="options">Form, and what to show.</param>
    public static string ToText(SiteDesign site, ExportOptions options)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(options);
        return Write(new EffectiveSite(options.IncludeSecrets).Documents(site), options);
    }

    /// <summary>The site as files, by relative path: site.yaml, and nodes/NAME.yaml for each node.</summary>
    /// <param name="site">The site.</param>
    /// <param name="options">Form, and what to show.</param>
    public static IEnumerable<KeyValuePair<string, string>> ToFiles(SiteDesign site, ExportOptions options)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(options);
        var extension = options.Format == ExportFormat.Json ? ".json" : ".yaml";
        var documents = new EffectiveSite(options.IncludeSecrets).Documents(site).ToLookup(d => d.Kind == "BaremetalNode");
        yield return new("site" + extension, Write(documents[false], options));
        foreach (var node in documents[true])
            yield return new($"nodes/{FileName(node.Name)}{extension}", Write([node], options));
    }

    private static string Write(IEnumerable<EffectiveDocument> documents, ExportOptions options)
    {
        var wrapped = documents.Select(d => d.Wrap());
        if (options.Format == ExportFormat.Json)
            return new JsonArray([.. wrapped]).ToJsonString(Readable) + "\n";
        using var writer = new StringWriter();
        YamlWriter.Write(writer, wrapped);
        return writer.ToString();
    }

    // A node's name comes from a file of somebody else's and must not lead out of the folder.
    private static string FileName(string name) =>
        string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_')).TrimStart('.');
}
