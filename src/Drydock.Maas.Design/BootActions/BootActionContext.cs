using Drydock.Maas.Design.Templates.Values;
using Drydock.Maas.Security;

namespace Drydock.Maas.Design.BootActions;

/// <summary>A boot action on a node as templates see it, by the names that Drydock documents.</summary>
internal static class BootActionContext
{
    public static TemplateMapping Create(DrydockNode node, BootAction action)
    {
        var site = node.Site;
        return new("action", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["action_id"] = Ulid.Create(site.BootActionSeed.Time, site.BootActionSeed.Derive(node.Name, action.Name)),
            ["action_key"] = Convert.ToHexString(site.BootActionSeed.Derive(node.Name)).ToLowerInvariant(),
            ["report_url"] = site.BootActionSettings.ReportUrl ?? BootActionSettings.DefaultReportUrl,
            ["design_ref"] = site.BootActionSettings.DesignReference ?? FindReference(site),
        });
    }

    /// <summary>
    /// A reference to a design without one: the URI of its first file or, where it was read from a text, a URN of the site's name.
    /// </summary>
    private static string FindReference(SiteDesign site)
    {
        var first = site.Sources.Count == 0 ? "" : site.Sources[0];
        if (Uri.TryCreate(first, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            return UrlCredential.Strip(uri).AbsoluteUri;
        return File.Exists(first)
            ? new Uri(Path.GetFullPath(first)).AbsoluteUri
            : $"urn:drydock:design:{Uri.EscapeDataString(site.Name ?? "site")}";
    }
}
